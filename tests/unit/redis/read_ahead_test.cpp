#include "redis/read_ahead.hpp"

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

using namespace std::chrono_literals;

// One that is fast enough to hold as many as there may be.
read_ahead fast() {
  read_ahead made(1);
  made.begin(read_ahead::time_point(), 0);
  for (int i = 1; i <= 100; ++i) made.finish(read_ahead::time_point() + i * 1us, 1);
  return made;
}

// One that more waits for than it asks for.
read_ahead busy() {
  read_ahead made = fast();
  for (int i = 0; i < 100; ++i) made.came(made.count(0), made.count(0), 200us);
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
  for (int i = 0; i < 15; ++i) ahead.came(read_ahead::least_batch, read_ahead::least_batch, 200us);
  EXPECT_EQ(ahead.count(0), read_ahead::least_batch) << "a row of full reads may be a chance";
  ahead.came(read_ahead::least_batch, read_ahead::least_batch, 200us);
  EXPECT_EQ(ahead.count(0), 2 * read_ahead::least_batch);
  ahead.came(2 * read_ahead::least_batch, 2 * read_ahead::least_batch - 1, 200us);
  EXPECT_EQ(ahead.count(0), read_ahead::least_batch);
  ahead.came(read_ahead::least_batch, 0, 1s);
  EXPECT_EQ(ahead.count(0), read_ahead::least_batch);
}

// There was no room for more.
TEST(read_ahead, learns_nothing_from_a_read_that_asked_for_less) {
  read_ahead ahead = busy();
  for (int i = 0; i < 100; ++i) ahead.came(1, 1, 200us);
  ahead.came(2, 1, 200us);
  EXPECT_EQ(ahead.count(0), read_ahead::most_batch);
}

// A server of so many workers that are busy all the time, each for 10 ms, while more waits in the stream.
class steady_server {
 public:
  explicit steady_server(std::size_t workers) : ahead(workers) {
    for (std::size_t i = 0; i < workers; ++i) ahead.begin(now, i);
    for (int i = 0; i < 40; ++i) next(workers, 10ms);
    ahead.came(1, 1, 200us);
  }

  // All end after `took`, and begin another.
  void next(std::size_t workers, std::chrono::nanoseconds took) {
    now += took;
    for (std::size_t i = 1; i <= workers; ++i) ahead.finish(now, workers - i);
    for (std::size_t i = 0; i < workers; ++i) ahead.begin(now, i);
  }

  read_ahead::time_point now{};
  read_ahead ahead;
};

TEST(read_ahead, fetches_the_next_shortly_before_a_worker_is_free) {
  const steady_server server(1);
  EXPECT_EQ(server.ahead.count(1), 0u) << "it holds what it runs, and no more";
  const auto look = server.ahead.next_look(1);
  ASSERT_TRUE(look);
  EXPECT_GT(*look, server.now + 9ms);
  EXPECT_LT(*look, server.now + 10ms - 200us) << "the read takes that long";
  EXPECT_EQ(server.ahead.early_count(1, *look - 1ms), 0u);
  EXPECT_EQ(server.ahead.early_count(1, *look), 1u);
}

TEST(read_ahead, fetches_one_for_each_worker_that_is_about_to_be_free) {
  steady_server server(4);
  const auto look = server.ahead.next_look(4);
  ASSERT_TRUE(look);
  EXPECT_EQ(server.ahead.early_count(4, *look), 4u) << "all four end together";
  EXPECT_EQ(server.ahead.early_count(6, *look), 2u);
  EXPECT_EQ(server.ahead.early_count(8, *look), 0u);
  EXPECT_FALSE(server.ahead.next_look(8)) << "there is one for each";
}

TEST(read_ahead, holds_nothing_for_a_handler_that_takes_longer_than_expected) {
  const steady_server server(1);
  EXPECT_EQ(server.ahead.early_count(1, server.now + 12ms), 0u);
}

TEST(read_ahead, holds_nothing_where_handlers_differ) {
  steady_server server(1);
  server.next(1, 100ms);
  EXPECT_FALSE(server.ahead.next_look(1));
  EXPECT_EQ(server.ahead.early_count(1, server.now + 10ms), 0u);
  for (int i = 0; i < 40; ++i) server.next(1, 10ms);
  EXPECT_TRUE(server.ahead.next_look(1)) << "they are alike again";
}

TEST(read_ahead, holds_nothing_where_nothing_waits_for_it) {
  steady_server server(1);
  server.ahead.came(1, 1, 900ms);
  EXPECT_FALSE(server.ahead.next_look(1)) << "the read waited for what it found";
  server.ahead.came(1, 1, 200us);
  EXPECT_TRUE(server.ahead.next_look(1));
  server.ahead.came(1, 0, 200us);
  EXPECT_FALSE(server.ahead.next_look(1)) << "it found nothing";
}

TEST(read_ahead, holds_no_more_than_one_for_each_worker) {
  const steady_server server(1);
  EXPECT_EQ(server.ahead.early_count(2, server.now + 10ms), 0u);
  EXPECT_FALSE(server.ahead.next_look(2));
}

TEST(read_ahead, completes_slow_ones_at_once) {
  EXPECT_FALSE(fast().completes_at_once());
  EXPECT_TRUE(steady_server(1).ahead.completes_at_once());
  EXPECT_FALSE(steady_server(4).ahead.completes_at_once()) << "three others ended with it";
}

// Each would cost a transaction of its own.
TEST(read_ahead, completes_few_at_once_where_they_are_not_that_slow) {
  read_ahead ahead(1);
  read_ahead::time_point now = read_ahead::time_point() + 1s;
  ahead.begin(now, 0);
  int at_once = 0;
  for (int i = 0; i < 100; ++i) {
    ahead.finish(now += 200us, 1);
    if (ahead.completes_at_once()) ++at_once;
  }
  EXPECT_EQ(at_once, 34) << "every third";
}

TEST(read_ahead, does_not_count_how_long_there_was_nothing_to_do) {
  read_ahead ahead(1);
  const read_ahead::time_point now = read_ahead::time_point() + 1s;
  ahead.begin(now, 0);
  ahead.finish(now + 5us, 0);
  EXPECT_FALSE(ahead.completes_at_once());
}

}  // namespace
}  // namespace clamator::redis::detail
