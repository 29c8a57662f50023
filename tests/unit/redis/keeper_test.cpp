// When tidying up is due, and what is said of it.
#include <gtest/gtest.h>

#include "redis/keeper_faults.hpp"
#include "redis/keeper_times.hpp"

namespace clamator::redis::detail {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

TEST(KeeperTimes, FollowFromTheOption) {
  EXPECT_EQ(tidying_period(seconds(1)), milliseconds(250));
  EXPECT_EQ(tidying_period(seconds(40)), seconds(10));
  EXPECT_EQ(tidying_period(hours(1)), minutes(1));
  EXPECT_EQ(tidying_period(hours(1'000'000)), minutes(1));
}

TEST(KeeperTimes, AreAskedThreeTimesInAnOffice) {
  for (const milliseconds after : {milliseconds(1000), milliseconds(77'777), milliseconds(hours(1))}) {
    EXPECT_EQ(office_expiry(after), 3 * tidying_period(after));
  }
}

// A keeper forgets what was not noted for all of that time: a server must have noted it again by then.
TEST(KeeperTimes, OfNotesAreShorterThanWhatIsForgotten) {
  for (const milliseconds after : {milliseconds(1000), milliseconds(77'777), milliseconds(hours(1))}) {
    EXPECT_LE(note_period(after), after / 2);
  }
  EXPECT_EQ(note_period(hours(1)), minutes(10));
}

TEST(KeeperFaults, AreSaidOnceUntilTheyAreMendedOrOthers) {
  keeper_faults faults;
  EXPECT_FALSE(faults.is_news(keeper_step::election, ""));
  EXPECT_TRUE(faults.is_news(keeper_step::election, "NOPERM"));
  EXPECT_FALSE(faults.is_news(keeper_step::election, "NOPERM"));
  EXPECT_TRUE(faults.is_news(keeper_step::election, "WRONGTYPE"));
  EXPECT_FALSE(faults.is_news(keeper_step::election, ""));
  EXPECT_TRUE(faults.is_news(keeper_step::election, "WRONGTYPE"));
}

TEST(KeeperFaults, OfOneStepAreNotThoseOfAnother) {
  keeper_faults faults;
  for (const auto step : {keeper_step::election, keeper_step::consumers, keeper_step::notes,
                          keeper_step::reply_streams, keeper_step::trimming}) {
    EXPECT_TRUE(faults.is_news(step, "NOPERM"));
  }
}

}  // namespace
}  // namespace clamator::redis::detail
