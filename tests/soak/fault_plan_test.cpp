#include "soak/fault_plan.hpp"

#include <set>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clamator::soak {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;
using namespace std::chrono_literals;

TEST(soak_faults, are_named) {
  EXPECT_THAT(fault_kinds("all"), SizeIs(5));
  EXPECT_THAT(fault_kinds("none"), IsEmpty());
  EXPECT_THAT(fault_kinds("redis,freeze"), ElementsAre(fault_kind::redis, fault_kind::freeze));
  EXPECT_EQ(to_string(fault_kind::connection), "connection");
  EXPECT_THAT([] { fault_kinds("redis,flood"); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("there is no fault \"flood\": name some of")));
}

TEST(soak_faults, are_the_same_for_the_same_seed) {
  fault_plan one(7, fault_kinds("all"), 2s), same(7, fault_kinds("all"), 2s),
      other(8, fault_kinds("all"), 2s);
  bool differs = false;
  for (int i = 0; i < 20; ++i) {
    const fault next = one.next();
    EXPECT_EQ(next, same.next());
    differs = differs || !(next == other.next());
  }
  EXPECT_TRUE(differs);
}

TEST(soak_faults, come_in_turn_and_in_time) {
  fault_plan plan(1, fault_kinds("all"), 2s);
  for (int round = 0; round < 10; ++round) {
    std::set<fault_kind> seen;
    for (int i = 0; i < 5; ++i) {
      const fault next = plan.next();
      seen.insert(next.kind);
      EXPECT_GE(next.after, 1s);
      EXPECT_LE(next.after, 3s);
    }
    EXPECT_THAT(seen, SizeIs(5));
  }
}

}  // namespace
}  // namespace clamator::soak
