// What counts against a request that a server of the same name left behind.
#include "redis/predecessor.hpp"

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

void expect(predecessor::verdict given, unsigned attempts, bool exhausted = false) {
  EXPECT_EQ(given.attempts, attempts);
  EXPECT_EQ(given.exhausted, exhausted);
}

TEST(Predecessor, HadBegunTheOldest) {
  predecessor before(2, 5);
  expect(before.judge(1), 2);
  expect(before.judge(1), 2);
  expect(before.judge(1), 1);
  expect(before.judge(1), 1);
}

// Claimed from others, which begins at once.
TEST(Predecessor, HadBegunWhatWasDeliveredMoreThanOnce) {
  predecessor before(1, 5);
  expect(before.judge(1), 2);
  expect(before.judge(2), 3);
  expect(before.judge(1), 1);
}

// Given back when it stopped.
TEST(Predecessor, HadNotBegunWhatCountsAsNeverDelivered) {
  predecessor before(2, 5);
  expect(before.judge(0), 1);
  expect(before.judge(0), 1);
  expect(before.judge(0), 1);
}

TEST(Predecessor, LeavesWhatIsExhausted) {
  predecessor before(3, 2);
  expect(before.judge(1), 2);
  expect(before.judge(2), 2, true);
  expect(before.judge(1), 2);
  expect(before.judge(1), 1);
}

// Redis counts it once more, so that whoever finds it knows that it was not begun.
TEST(Predecessor, HadNotBegunWhatItWasToCondemn) {
  predecessor before(1, 2);
  const predecessor::verdict given = before.judge(3);
  expect(given, 2, true);
  EXPECT_EQ(given.delivered(), 3u);
  expect(before.judge(1), 2);
  EXPECT_EQ(before.judge(2).delivered(), 3u);
}

TEST(Predecessor, CondemnsAlsoWhatIsFoundLater) {
  predecessor before(1, 2);
  before.leave();
  expect(before.judge(2), 2);
  expect(before.judge(3), 2, true);
}

TEST(Predecessor, ExhaustsNothingWithoutALimit) {
  predecessor before(1, 0);
  expect(before.judge(1000), 1001);
}

// Reads whose answers were lost: nothing of them was begun.
TEST(Predecessor, HasNoPartInWhatIsFoundLater) {
  predecessor before(2, 2);
  expect(before.judge(1), 2);
  EXPECT_FALSE(before.gone());
  before.leave();
  EXPECT_TRUE(before.gone());
  expect(before.judge(1), 1);
  expect(before.judge(2), 2);
  expect(before.judge(0), 1);
}

}  // namespace
}  // namespace clamator::redis::detail
