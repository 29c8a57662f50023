#include "redis/reply_stream_notes.hpp"

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

using std::chrono::minutes;

class ReplyStreamNotes : public ::testing::Test {
 protected:
  using time_point = reply_stream_notes::time_point;

  static std::string name(std::size_t number) { return "p:replies:" + std::to_string(number); }
  // Notes so many streams, from the first on.
  void fill(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) EXPECT_TRUE(notes.due(name(i), now));
  }

  const time_point now = time_point(std::chrono::hours(1));
  reply_stream_notes notes{"p:reply-streams", minutes(10)};
};

TEST_F(ReplyStreamNotes, AreDueOnceInAPeriod) {
  for (const char* const stream : {"a", "b"}) {
    EXPECT_TRUE(notes.due(stream, now));
    EXPECT_FALSE(notes.due(stream, now));
  }
  EXPECT_FALSE(notes.due("a", now + minutes(9)));
  EXPECT_TRUE(notes.due("a", now + minutes(10)));
  EXPECT_FALSE(notes.due("a", now + minutes(19)));
  EXPECT_TRUE(notes.due("b", now + minutes(19)));
  EXPECT_TRUE(notes.due("b", now + minutes(29)));
}

TEST_F(ReplyStreamNotes, WithoutAKeyAreNever) {
  reply_stream_notes none;
  EXPECT_FALSE(none.due("a", now));
}

TEST_F(ReplyStreamNotes, OfMoreThanFitForgetTheOldest) {
  fill(reply_stream_notes::most);
  // Noted again, so it is the youngest now.
  EXPECT_TRUE(notes.due(name(0), now + minutes(10)));
  EXPECT_TRUE(notes.due("another", now + minutes(10)));
  EXPECT_FALSE(notes.due(name(0), now + minutes(10)));
  EXPECT_FALSE(notes.due(name(2), now + minutes(9)));
  EXPECT_TRUE(notes.due(name(1), now + minutes(9)));
}

TEST_F(ReplyStreamNotes, OfLongNamesAreNotRemembered) {
  const std::string longest(reply_stream_notes::longest, 'x');
  EXPECT_TRUE(notes.due(longest, now));
  EXPECT_FALSE(notes.due(longest, now));
  EXPECT_TRUE(notes.due(longest + "x", now));
  EXPECT_TRUE(notes.due(longest + "x", now));
}

TEST_F(ReplyStreamNotes, ThatAreForgottenAreDueAgain) {
  fill(3);
  notes.forget(name(2));
  notes.forget("unknown");
  EXPECT_TRUE(notes.due(name(2), now));
  EXPECT_FALSE(notes.due(name(1), now));
  notes.forget_all();
  fill(3);
}

TEST_F(ReplyStreamNotes, ThatAreRefusedWaitForAPeriodAndAreSaidOnce) {
  fill(2);
  EXPECT_TRUE(notes.refused("NOPERM", now));
  EXPECT_FALSE(notes.due("new", now + minutes(9)));
  EXPECT_FALSE(notes.due(name(0), now + minutes(9)));
  EXPECT_TRUE(notes.due(name(0), now + minutes(10)));
  EXPECT_FALSE(notes.refused("NOPERM", now + minutes(10)));
  EXPECT_TRUE(notes.refused("WRONGTYPE", now + minutes(20)));
  notes.accepted();
  EXPECT_TRUE(notes.refused("WRONGTYPE", now + minutes(30)));
}

}  // namespace
}  // namespace clamator::redis::detail
