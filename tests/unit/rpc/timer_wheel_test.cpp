#include <algorithm>
#include <deque>
#include <random>

#include <gtest/gtest.h>

#include <clamator/rpc/detail/timer_wheel.hpp>

namespace clamator::detail {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

class TimerWheel : public ::testing::Test {
 protected:
  timer_wheel::node& add(nanoseconds after_start) {
    timer_wheel::node& added = nodes_.emplace_back();
    added.deadline = start + after_start;
    wheel.insert(added);
    return added;
  }

  std::size_t expire(nanoseconds after_start) {
    std::size_t count = 0;
    while (timer_wheel::node* expired = wheel.pop_expired(start + after_start)) {
      EXPECT_LE(expired->deadline, start + after_start) << "early";
      EXPECT_FALSE(expired->linked());
      ++count;
    }
    return count;
  }

  const timer_wheel::time_point start = timer_wheel::time_point(hours(1000));
  timer_wheel wheel{start};

 private:
  std::deque<timer_wheel::node> nodes_;
};

TEST_F(TimerWheel, HasNothingToWakeForWhenEmpty) {
  EXPECT_FALSE(wheel.next_wake());
  EXPECT_EQ(expire(hours(1)), 0u);
}

TEST_F(TimerWheel, IsNeverEarly) {
  add(milliseconds(100));
  EXPECT_EQ(expire(milliseconds(100) - nanoseconds(1)), 0u);
  EXPECT_EQ(expire(milliseconds(104)), 1u);
  add(milliseconds(112));  // the end of a tick, to the nanosecond
  EXPECT_EQ(expire(milliseconds(112) - nanoseconds(1)), 0u);
  EXPECT_EQ(expire(milliseconds(112)), 1u);
}

TEST_F(TimerWheel, WakesLessThanOneTickLate) {
  for (int us = 1; us < 30'000; us += 37) {
    timer_wheel fresh(start);
    timer_wheel::node node;
    node.deadline = start + microseconds(us);
    fresh.insert(node);
    const auto wake = fresh.next_wake();
    ASSERT_TRUE(wake);
    ASSERT_GE(*wake, node.deadline);
    ASSERT_LT(*wake, node.deadline + timer_wheel::tick);
    ASSERT_EQ(fresh.pop_expired(*wake), &node);
  }
}

TEST_F(TimerWheel, WhatIsOverdueWhenInsertedExpiresWithinATick) {
  EXPECT_EQ(expire(seconds(1)), 0u);
  add(milliseconds(1));
  add(milliseconds(-1));
  const auto wake = wheel.next_wake();
  ASSERT_TRUE(wake);
  EXPECT_LE(*wake, start + seconds(1) + timer_wheel::tick);
  EXPECT_EQ(expire(*wake - start), 2u);
}

TEST_F(TimerWheel, DeadlinesTurnsAwayWaitForTheirTurn) {
  const milliseconds turn = timer_wheel::tick * timer_wheel::slots;
  add(turn * 3 + milliseconds(16));
  add(milliseconds(16));  // in the same slot
  EXPECT_EQ(expire(milliseconds(16)), 1u);
  EXPECT_EQ(expire(turn + milliseconds(16)), 0u);
  EXPECT_EQ(expire(turn * 3 + milliseconds(15)), 0u);
  EXPECT_EQ(expire(turn * 3 + milliseconds(16)), 1u);
}

TEST_F(TimerWheel, OneLookAfterALongPauseFindsAll) {
  for (int i = 0; i < 2000; ++i) add(milliseconds(i * 11));
  add(hours(50));
  EXPECT_EQ(expire(hours(49)), 2000u);
  EXPECT_EQ(expire(hours(50)), 1u);
}

TEST_F(TimerWheel, TakesNewDeadlinesAfterALongPauseWithoutALook) {
  add(hours(2));  // nobody looked for two hours
  const auto wake = wheel.next_wake();
  ASSERT_TRUE(wake);
  EXPECT_LE(*wake, start + hours(2) + timer_wheel::tick);
  EXPECT_EQ(expire(hours(2) + timer_wheel::tick), 1u);
}

TEST_F(TimerWheel, WhatIsRemovedNeverExpires) {
  timer_wheel::node& gone = add(milliseconds(20));
  add(milliseconds(20));
  wheel.remove(gone);
  EXPECT_FALSE(gone.linked());
  wheel.remove(gone);
  EXPECT_EQ(expire(seconds(1)), 1u);
}

TEST_F(TimerWheel, ForgetsASlotWhoseNodesAreGone) {
  wheel.remove(add(milliseconds(20)));
  EXPECT_EQ(expire(seconds(1)), 0u);
  EXPECT_FALSE(wheel.next_wake());
}

// A clock that jumps to each wake in turn sees every node in its tick, whatever came and went meanwhile.
TEST_F(TimerWheel, DrivenByItsOwnWakesItIsOnTimeForAnyMix) {
  std::mt19937 random(7);
  nanoseconds now{0};
  std::size_t waiting = 0;
  for (int round = 0; round < 3000; ++round) {
    if (round < 2000) {
      timer_wheel::node& added = add(now + microseconds(random() % 12'000'000));
      ++waiting;
      if (random() % 4 == 0) {
        wheel.remove(added);
        --waiting;
      }
    }
    const auto wake = wheel.next_wake();
    if (!wake) break;
    now = std::max(now, nanoseconds(*wake - start));
    while (timer_wheel::node* expired = wheel.pop_expired(start + now)) {
      ASSERT_LE(expired->deadline, start + now);
      ASSERT_GT(expired->deadline + timer_wheel::tick, start + now);
      --waiting;
    }
  }
  for (int i = 0; waiting > 0 && i < 10'000; ++i) {
    now += timer_wheel::tick;
    waiting -= expire(now);
  }
  EXPECT_EQ(waiting, 0u);
}

}  // namespace
}  // namespace clamator::detail
