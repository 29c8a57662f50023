#include "redis/read_ahead.hpp"

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

using namespace std::chrono_literals;

// One that is fast enough to hold as many as there may be.
read_ahead fast() {
  read_ahead made(1);
  made.begin(read_ahead::time_point());
  for (int i = 1; i <= 100; ++i) made.finish(read_ahead::time_point() + i * 1us);
  return made;
}

TEST(read_ahead, asks_for_whole_batches_of_small_requests) {
  read_ahead ahead = fast();
  EXPECT_EQ(ahead.count(0), read_ahead::batch);
  for (int i = 0; i < 100; ++i) ahead.arrived(200);
  EXPECT_EQ(ahead.count(0), read_ahead::batch);
  EXPECT_EQ(ahead.count(read_ahead::batch + 1), 0u);
}

TEST(read_ahead, asks_for_few_large_requests_and_always_for_one) {
  read_ahead ahead = fast();
  for (int i = 0; i < 100; ++i) ahead.arrived(read_ahead::batch_bytes / 8);
  EXPECT_EQ(ahead.count(0), 8u);
  for (int i = 0; i < 100; ++i) ahead.arrived(64 << 20);
  EXPECT_EQ(ahead.count(0), 1u);
  EXPECT_EQ(ahead.count(1), 1u);
  for (int i = 0; i < 300; ++i) ahead.arrived(200);
  EXPECT_EQ(ahead.count(0), read_ahead::batch);
}

}  // namespace
}  // namespace clamator::redis::detail
