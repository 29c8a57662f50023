// Events and their counts.
#include <set>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <clamator/rpc/observer.hpp>

namespace clamator {
namespace {

TEST(Observer, NamesEachEventAsItsEnumerator) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < event_count; ++i) names.insert(to_string(static_cast<event>(i)));
  EXPECT_EQ(names.size(), event_count);
  EXPECT_EQ(to_string(event::call_begun), "call_begun");
  EXPECT_EQ(to_string(event::request_taken_over), "request_taken_over");
  EXPECT_EQ(to_string(event::reply_dropped), "reply_dropped");
  EXPECT_EQ(to_string(event::leases_not_renewed), "leases_not_renewed");
  EXPECT_EQ(to_string(event::keeper_elected), "keeper_elected");
  EXPECT_EQ(to_string(event::redis_refused), "redis_refused");
}

TEST(Observer, CountsFromSeveralThreads) {
  counting_observer counts;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&counts] {
      for (int told = 0; told < 1000; ++told) counts.happened({.what = event::request_begun});
    });
  }
  for (std::thread& each : threads) each.join();
  EXPECT_EQ(counts.count(event::request_begun), 4000u);
  EXPECT_EQ(counts.count(event::request_finished), 0u);
}

TEST(Observer, TellsWhatHappenedAsLines) {
  counting_observer counts;
  EXPECT_EQ(counts.text(), "");
  counts.happened({.what = event::stream_trimmed, .times = 900});
  counts.happened({.what = event::call_begun});
  counts.happened({.what = event::stream_trimmed, .times = 100});
  EXPECT_EQ(counts.text(), "call_begun 1\nstream_trimmed 1000\n");
}

}  // namespace
}  // namespace clamator
