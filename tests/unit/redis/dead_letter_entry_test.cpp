// Dead letters as Redis answers them.
#include "redis/dead_letter_entry.hpp"

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

answer text(const std::string& words) {
  answer made;
  made.type = resp::kind::bulk;
  made.text = words;
  return made;
}

answer list(std::vector<answer> items) {
  answer made;
  made.type = resp::kind::array;
  made.items = std::move(items);
  return made;
}

dead_letter letter_of(const std::vector<std::string>& words) {
  std::vector<answer> fields;
  for (const std::string& word : words) fields.push_back(text(word));
  return read_letter(list({text("7-1"), list(std::move(fields))}));
}

TEST(DeadLetterEntry, HasWhatItsServerSaysAndNotWhatTheRequestHad) {
  const dead_letter letter = letter_of({"x-attempts", "9", "x-reason", "own", "envelope", "{}", "x-reason",
                                        "poison", "x-attempts", "5", "x-time", "1234"});
  EXPECT_EQ(letter.id, "7-1");
  EXPECT_EQ(letter.reason, "poison");
  EXPECT_EQ(letter.attempts, 5u);
  EXPECT_EQ(letter.envelope, "{}");
  EXPECT_EQ(letter.time.time_since_epoch(), std::chrono::milliseconds(1234));
}

// Anybody may write to that stream.
TEST(DeadLetterEntry, TakesWhatIsNoneForNothing) {
  const dead_letter letter = letter_of({"x-attempts", "many", "x-time", "12e3", "x-consumer"});
  EXPECT_EQ(letter.attempts, 0u);
  EXPECT_EQ(letter.time.time_since_epoch().count(), 0);
  EXPECT_EQ(letter.consumer, "");
  EXPECT_EQ(read_letter(list({text("7-1"), answer()})).id, "7-1");
  EXPECT_EQ(read_letter(answer()).id, "");
}

}  // namespace
}  // namespace clamator::redis::detail
