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

// One that more waits for than it asks for.
read_ahead busy() {
  read_ahead made = fast();
  for (int i = 0; i < 100; ++i) made.came(made.count(0), made.count(0));
  return made;
}

TEST(read_ahead, asks_for_whole_batches_of_small_requests) {
  read_ahead ahead = busy();
  EXPECT_EQ(ahead.count(0), read_ahead::most_batch);
  for (int i = 0; i < 100; ++i) ahead.arrived(200);
  EXPECT_EQ(ahead.count(0), read_ahead::most_batch);
  EXPECT_EQ(ahead.count(read_ahead::most_batch + 1), 0u);
}

TEST(read_ahead, asks_for_few_large_requests_and_always_for_one) {
  read_ahead ahead = busy();
  for (int i = 0; i < 100; ++i) ahead.arrived(read_ahead::batch_bytes / 8);
  EXPECT_EQ(ahead.count(0), 8u);
  for (int i = 0; i < 100; ++i) ahead.arrived(64 << 20);
  EXPECT_EQ(ahead.count(0), 1u);
  EXPECT_EQ(ahead.count(1), 1u);
  for (int i = 0; i < 300; ++i) ahead.arrived(200);
  EXPECT_EQ(ahead.count(0), read_ahead::most_batch);
}

TEST(read_ahead, asks_for_as_many_at_once_as_wait) {
  read_ahead ahead = fast();
  EXPECT_EQ(ahead.count(0), read_ahead::least_batch);
  for (int i = 0; i < 15; ++i) ahead.came(read_ahead::least_batch, read_ahead::least_batch);
  EXPECT_EQ(ahead.count(0), read_ahead::least_batch) << "a row of full reads may be a chance";
  ahead.came(read_ahead::least_batch, read_ahead::least_batch);
  EXPECT_EQ(ahead.count(0), 2 * read_ahead::least_batch);
  ahead.came(2 * read_ahead::least_batch, 2 * read_ahead::least_batch - 1);
  EXPECT_EQ(ahead.count(0), read_ahead::least_batch);
  ahead.came(read_ahead::least_batch, 0);
  EXPECT_EQ(ahead.count(0), read_ahead::least_batch);
}

// There was no room for more.
TEST(read_ahead, learns_nothing_from_a_read_that_asked_for_less) {
  read_ahead ahead = busy();
  for (int i = 0; i < 100; ++i) ahead.came(1, 1);
  ahead.came(2, 1);
  EXPECT_EQ(ahead.count(0), read_ahead::most_batch);
}

}  // namespace
}  // namespace clamator::redis::detail
