// The open addressing of the call table, with ids chosen to collide.

#include <random>
#include <set>

#include <gtest/gtest.h>

#include <clamator/rpc/detail/call_table.hpp>

#include "call_records.hpp"

namespace clamator::detail {
namespace {

call_id id_of(std::uint64_t low) {
  call_id id;
  id.high = 1;
  id.low = low;
  return id;
}

TEST(CallTableLookup, TellsIdsApartByBothHalves) {
  call_table table({}, 10);
  table.add(record(7), {});
  call_id other = id_of(7);
  other.high = 2;
  EXPECT_EQ(table.find(other), nullptr);
  EXPECT_NE(table.find(id_of(7)), nullptr);
}

// All of these have the same home slot, whatever the size of the table.
TEST(CallTableLookup, FindsEachOfManyThatCollide) {
  call_table table({}, 1000);
  for (std::uint64_t i = 0; i < 200; ++i) table.add(record((i << 32) + 5), {});
  for (std::uint64_t i = 0; i < 200; i += 2) table.take(*table.find(id_of((i << 32) + 5)));
  for (std::uint64_t i = 0; i < 200; ++i) {
    EXPECT_EQ(table.find(id_of((i << 32) + 5)) != nullptr, i % 2 == 1) << i;
  }
}

// A run that wraps around the end of the table, and a hole made before, in and behind the wrap.
TEST(CallTableLookup, ClosesHolesAcrossTheEndOfTheTable) {
  for (std::uint64_t gone = 0; gone < 6; ++gone) {
    call_table table({}, 1000);
    const std::uint64_t wrapping[] = {62, 63, 62 + 64, 63 + 64, 0, 1};
    for (const std::uint64_t low : wrapping) table.add(record(low), {});
    table.take(*table.find(id_of(wrapping[gone])));
    for (std::uint64_t i = 0; i < 6; ++i) {
      EXPECT_EQ(table.find(id_of(wrapping[i])) != nullptr, i != gone)
          << "taken " << gone << ", looked for " << i;
    }
  }
}

TEST(CallTableLookup, AgreesWithASetOverManyChanges) {
  std::mt19937 random(3);
  call_table table({}, 1'000'000);
  std::set<std::uint64_t> expected;
  for (int step = 0; step < 20'000; ++step) {
    // Few low bits, so that runs are long and meet each other.
    const std::uint64_t low = (static_cast<std::uint64_t>(random() % 64) << 40) + random() % 48;
    if (expected.insert(low).second) {
      table.add(record(low), {});
    } else {
      expected.erase(low);
      call_record* found = table.find(id_of(low));
      ASSERT_NE(found, nullptr);
      table.take(*found);
      ASSERT_EQ(table.find(id_of(low)), nullptr);
    }
    ASSERT_EQ(table.size(), expected.size());
    if (step % 500 == 0) {
      for (const std::uint64_t each : expected) ASSERT_EQ(number(table.find(id_of(each))), each);
    }
  }
}

}  // namespace
}  // namespace clamator::detail
