// What goes wrong again and again, and is said once.
#include <gtest/gtest.h>

#include "redis/lasting_problem.hpp"
#include "redis/refusal.hpp"
#include "redis/reply_stream_faults.hpp"

namespace clamator::redis::detail {
namespace {

using namespace std::chrono_literals;

const reply_stream_faults::time_point begin{};

TEST(LastingProblem, IsNewsOnceUntilItIsOverOrAnother) {
  lasting_problem problem;
  EXPECT_TRUE(problem.set("full"));
  EXPECT_FALSE(problem.set("full"));
  EXPECT_TRUE(problem.set("loading"));
  EXPECT_TRUE(problem.clear());
  EXPECT_FALSE(problem.clear());
  EXPECT_TRUE(problem.set("loading"));
}

TEST(LastingProblem, IsTroubleForAsLongAsItIsThere) {
  lasting_problem problem;
  health now;
  problem.add_to(now, "reading: ");
  EXPECT_TRUE(now.troubles.empty());
  problem.set("full");
  // Another does not begin anew.
  while (now.troubles.empty() || now.troubles.back().lasting < 5ms) problem.add_to(now, "reading: ");
  problem.set("loading");
  now.troubles.clear();
  problem.add_to(now, "reading: ");
  ASSERT_EQ(now.troubles.size(), 1u);
  EXPECT_EQ(now.troubles[0].text, "reading: loading");
  EXPECT_GE(now.troubles[0].lasting, 5ms);
  problem.clear();
  now.troubles.clear();
  problem.add_to(now, "reading: ");
  EXPECT_TRUE(now.troubles.empty());
}

TEST(ReplyStreamFaults, AreNewsOnceInAPeriodEach) {
  reply_stream_faults faults;
  EXPECT_TRUE(faults.is_news("one", "NOPERM", begin));
  EXPECT_FALSE(faults.is_news("one", "NOPERM", begin + 9min));
  EXPECT_TRUE(faults.is_news("two", "NOPERM", begin + 9min));
  EXPECT_TRUE(faults.is_news("one", "WRONGTYPE", begin + 9min));
  EXPECT_TRUE(faults.is_news("two", "NOPERM", begin + 19min));
}

TEST(ReplyStreamFaults, OfTooManyStreamsAreNotSaid) {
  reply_stream_faults faults;
  std::size_t said = 0;
  for (int i = 0; i < 1000; ++i) said += faults.is_news(std::to_string(i), "NOPERM", begin);
  EXPECT_EQ(said, reply_stream_faults::most);
  EXPECT_FALSE(faults.is_news("another", "NOPERM", begin + 9min));
  EXPECT_TRUE(faults.is_news("another", "NOPERM", begin + 10min));
}

TEST(RefusalCode, IsThatOfWhatFailed) {
  EXPECT_EQ(refusal_code("OOM command not allowed when used memory > 'maxmemory'."), "OOM");
  EXPECT_EQ(refusal_code("MOVED 3999 127.0.0.1:6381"), "MOVED");
  EXPECT_EQ(refusal_code("EXECABORT Transaction discarded because of: OOM command not allowed"), "OOM");
  EXPECT_EQ(refusal_code("NOPERM this user has no permissions to access one of the keys"), "NOPERM");
  EXPECT_EQ(refusal_code("@user_script: 24: -READONLY You can't write against a read only replica."),
            "READONLY");
  EXPECT_EQ(refusal_code("EXECABORT Transaction discarded because of previous errors."), "EXECABORT");
  EXPECT_EQ(refusal_code("SOMETHING new"), "SOMETHING");
  EXPECT_EQ(refusal_code(""), "");
}

// As 7.0 says it in a script, and before that, and Valkey.
TEST(RefusalCode, OfARightThatAScriptLacksIsNoperm) {
  EXPECT_EQ(refusal_code("ERR The user executing the script can't run this command or subcommand script: 1"),
            "NOPERM");
  EXPECT_EQ(
      refusal_code("ERR ACL failure in script: User app has no permissions to run the 'xgroup' command"),
      "NOPERM");
}

}  // namespace
}  // namespace clamator::redis::detail
