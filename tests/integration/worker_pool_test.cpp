// How a service's requests are shared and ordered.
#include <algorithm>
#include <numeric>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class worker_pool_over_redis : public over_redis {
 protected:
  void expect_results(std::vector<std::future<job_result>>& begun) {
    for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).how, "result");
  }
  void expect_each_ran_once(std::size_t count) {
    EXPECT_THAT(journal.runs(), SizeIs(count));
    for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 1u) << number;
  }
};

TEST_F(worker_pool_over_redis, two_servers_share) {
  running_server first(serving(), work_service(journal.suspending("a", 2ms)));
  running_server second(serving(), work_service(journal.suspending("b", 2ms)));
  running_client client(calling());
  auto begun = client.run_many(0, 200);
  expect_results(begun);
  expect_each_ran_once(200);
  EXPECT_GE(journal.of_server("a"), 20u);
  EXPECT_GE(journal.of_server("b"), 20u);
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(worker_pool_over_redis, one_at_a_time_and_in_stream_order_by_default) {
  running_server server(serving(), work_service(journal.suspending("a", 1ms)));
  running_client client(calling());
  auto begun = client.run_many(0, 100);
  expect_results(begun);
  std::vector<std::int64_t> sent(100);
  std::iota(sent.begin(), sent.end(), 0);
  EXPECT_EQ(journal.order(), sent);
  EXPECT_EQ(journal.most_at_a_time(), 1u);
}

TEST_F(worker_pool_over_redis, concurrency_runs_that_many_at_a_time) {
  running_server server(serving(), work_service(journal.gated()), {.concurrency = 4});
  running_client client(calling());
  auto begun = client.run_many(0, 10);
  journal.wait_begun(4);
  journal.open_gate();
  expect_results(begun);
  EXPECT_EQ(journal.most_at_a_time(), 4u);
}

TEST_F(worker_pool_over_redis, a_busy_server_leaves_the_rest_to_an_idle_one) {
  running_server busy(serving(), work_service(journal.suspending("busy", 300ms)));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(0)).how, "result");
  running_server idle(serving(), work_service(journal.at_once("idle")));
  const auto begin = std::chrono::steady_clock::now();
  auto begun = client.run_many(1, 20);
  expect_results(begun);
  // In turn they would take 6 s; the busy one can have begun two while the other took the rest.
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
  EXPECT_LE(journal.of_server("busy"), 4u);
}

TEST_F(worker_pool_over_redis, what_was_queued_before_the_first_server_is_served) {
  running_client client(calling());
  auto early = client.run(1);
  eventually("it is on the stream", [this] { return keys.length() == 1; });
  running_server server(serving(), work_service(journal.at_once()));
  EXPECT_EQ(end_of(std::move(early)).how, "result");
}

TEST_F(worker_pool_over_redis, new_entries_only_leaves_what_was_queued_before) {
  running_client client(calling());
  auto early = client.run(1, 800ms);
  eventually("it is on the stream", [this] { return keys.length() == 1; });
  redis::server_options options = serving();
  options.new_entries_only = true;
  running_server server(options, work_service(journal.at_once()));
  EXPECT_EQ(end_of(client.run(2)).how, "result");
  EXPECT_EQ(end_of(std::move(early)).how, "timed_out_running");
  EXPECT_THAT(journal.order(), ElementsAre(2));
}

TEST_F(worker_pool_over_redis, takes_over_from_a_server_that_died) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  running_client client(calling());
  auto orphan = client.run(1);
  eventually("another reads it", [this] { return !keys.read_as("work:dead").empty(); });
  running_server server(serving(200ms), work_service(journal.at_once()));
  EXPECT_EQ(end_of(std::move(orphan)).how, "result");
  ASSERT_THAT(journal.lines(), SizeIs(1));
  EXPECT_EQ(journal.lines()[0].delivery_count, 2u);
  eventually("it is acknowledged", [this] { return keys.pending().empty(); });
}

TEST_F(worker_pool_over_redis, takes_over_one_for_each_free_worker) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  for (std::int64_t i = 0; i < 10; ++i) keys.add_request(i);
  ASSERT_THAT(keys.read_as("work:dead", 10), SizeIs(10));
  running_server server(serving(200ms), work_service(journal.gated()), {.concurrency = 2});
  journal.wait_begun(2);
  std::size_t claimed = 0;
  for (const pending_entry& each : keys.pending()) claimed += each.consumer != "work:dead";
  EXPECT_EQ(claimed, 2u);
  journal.open_gate();
  journal.wait_ended(10);
  eventually("all are acknowledged", [this] { return keys.pending().empty(); });
  expect_each_ran_once(10);
  // A server of this concurrency had begun two, and only read the others.
  for (const auto& line : journal.lines())
    EXPECT_EQ(line.delivery_count, line.number < 2 ? 2u : 1u) << line.number;
}

TEST_F(worker_pool_over_redis, goes_on_reading_when_it_has_taken_over) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  for (std::int64_t i = 0; i < 5; ++i) keys.add_request(i);
  ASSERT_THAT(keys.read_as("work:dead", 5), SizeIs(5));
  running_server server(serving(200ms), work_service(journal.suspending("a", 5ms)));
  running_client client(calling());
  auto begun = client.run_many(100, 50);
  expect_results(begun);
  journal.wait_ended(55);
  expect_each_ran_once(55);
}

TEST_F(worker_pool_over_redis, handlers_see_who_called) {
  running_server server(serving(), work_service(journal.at_once()));
  redis::client_options options = calling();
  options.name = "billing";
  options.instance_id = "client-7";
  running_client client(options);
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  EXPECT_EQ(end_of(client.note(2)).how, "result");
  journal.wait_ended(2);
  EXPECT_EQ(journal.lines()[0].caller, "billing");
  EXPECT_EQ(journal.lines()[0].caller_instance, "client-7");
  EXPECT_EQ(journal.lines()[1].caller, "billing");
  EXPECT_EQ(journal.lines()[1].caller_instance, "");
}

}  // namespace
}  // namespace clamator::test
