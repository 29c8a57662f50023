#include "redis/handler_pace.hpp"

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

using namespace std::chrono_literals;
using time_point = handler_pace::time_point;

TEST(handler_pace, knows_nothing_at_first) {
  const handler_pace pace(2);
  EXPECT_FALSE(pace.steady());
  EXPECT_FALSE(pace.end_after(0));
  EXPECT_EQ(pace.ending(time_point(), 1s), 0u);
}

TEST(handler_pace, is_steady_only_once_it_has_seen_a_few) {
  handler_pace pace(1);
  time_point now{};
  pace.begin(now, 0);
  pace.finish(now += 10ms, 1);
  EXPECT_FALSE(pace.steady());
  for (int i = 0; i < 40; ++i) pace.finish(now += 10ms, 1);
  EXPECT_TRUE(pace.steady());
  EXPECT_EQ(pace.took(), 10ms);
  EXPECT_EQ(pace.end_after(0), now + 10ms);
}

TEST(handler_pace, counts_from_when_a_worker_was_free_for_what_waited) {
  handler_pace pace(1);
  time_point now{};
  pace.begin(now, 0);
  for (int i = 0; i < 40; ++i) pace.finish(now += 10ms, 5);
  EXPECT_EQ(pace.took(), 10ms);
}

TEST(handler_pace, leaves_out_how_long_a_worker_had_nothing_to_do) {
  handler_pace pace(1);
  time_point now{};
  for (int i = 0; i < 40; ++i) {
    pace.begin(now += 1s, 0);
    pace.finish(now += 10ms, 0);
  }
  EXPECT_EQ(pace.took(), 10ms);
  EXPECT_FALSE(pace.end_after(0)) << "nothing runs";
}

TEST(handler_pace, expects_the_ends_of_several_workers_in_the_order_in_which_they_began) {
  handler_pace pace(2);
  time_point now{};
  pace.begin(now, 0);
  pace.begin(now += 5ms, 1);
  for (int i = 0; i < 40; ++i) pace.finish(now += 5ms, 2);
  EXPECT_TRUE(pace.steady());
  EXPECT_EQ(pace.end_after(0), now + 5ms);
  EXPECT_EQ(pace.end_after(1), now + 10ms);
  EXPECT_EQ(pace.ending(now + 4ms, 2ms), 1u);
  EXPECT_EQ(pace.ending(now + 4ms, 6ms), 2u);
}

// Requests that are lost or given back end without a word.
TEST(handler_pace, forgets_those_that_went_without_being_finished) {
  handler_pace pace(2);
  time_point now{};
  pace.begin(now, 0);
  pace.begin(now, 1);
  pace.begin(now += 1s, 0);
  EXPECT_FALSE(pace.end_after(1)) << "the two before are gone";
  pace.begin(now, 1);
  pace.finish(now += 10ms, 0);
  EXPECT_EQ(pace.took(), 10ms);
  EXPECT_FALSE(pace.end_after(0)) << "the other one is gone";
}

}  // namespace
}  // namespace clamator::redis::detail
