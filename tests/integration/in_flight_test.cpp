// Many calls at a time, and their deadlines.
#include <algorithm>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

class in_flight : public over_redis {};

TEST_F(in_flight, calls_over_the_bound_wait_their_turn) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  for (auto& each : client.run_many(0, 5000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  EXPECT_THAT(journal.runs(), SizeIs(5000));
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(in_flight, no_more_than_the_bound_are_on_the_stream) {
  redis::client_options options = calling();
  options.max_in_flight = 10;
  running_client client(options);
  auto sent = client.run_many(0, 10);
  eventually("ten are on the stream", [this] { return keys.length() == 10; });
  for (auto& each : client.run_many(10, 20, 300ms)) EXPECT_EQ(end_of(std::move(each)).how, "not_sent");
  EXPECT_EQ(keys.length(), 10);
  running_server server(serving(), work_service(journal.at_once()));
  for (auto& each : sent) EXPECT_EQ(end_of(std::move(each)).how, "result");
}

TEST_F(in_flight, no_reply_is_lost_while_the_clients_thread_stalls) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  auto begun = client.run_many(0, 3000);
  for (int i = 0; i < 5; ++i) client.post([] { std::this_thread::sleep_for(100ms); });
  for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).how, "result");
}

TEST_F(in_flight, several_clients_get_their_own_replies) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client first(calling());
  running_client second(calling());
  auto of_first = first.run_many(0, 500);
  auto of_second = second.run_many(10'000, 500);
  for (std::size_t i = 0; i < 500; ++i) {
    EXPECT_EQ(end_of(std::move(of_first[i])).number, static_cast<std::int64_t>(i));
    EXPECT_EQ(end_of(std::move(of_second[i])).number, static_cast<std::int64_t>(10'000 + i));
  }
}

class deadline : public over_redis {
 protected:
  std::int64_t ttl_of(const boost::json::value& entry) {
    const auto& fields = entry.at(1).as_array();
    const auto found = std::find(fields.begin(), fields.end(), "x-ttl");
    return found == fields.end() ? -1 : std::stoll(std::string((found + 1)->as_string()));
  }
  void expect_near(std::chrono::steady_clock::time_point truth) {
    ASSERT_THAT(journal.lines(), SizeIs(1));
    ASSERT_TRUE(journal.lines()[0].deadline.has_value());
    const auto off = *journal.lines()[0].deadline - truth;
    EXPECT_LT(std::chrono::abs(off), 100ms)
        << std::chrono::duration_cast<std::chrono::milliseconds>(off).count();
  }
};

TEST_F(deadline, stands_in_every_request) {
  running_client client(calling());
  auto begun = client.run_many(0, 20, 900ms);
  eventually("they are on the stream", [this] { return keys.length() == 20; });
  const auto entries = cli.text({"XRANGE", keys.stream(), "-", "+"});
  for (const auto& entry : entries.as_array()) {
    EXPECT_GT(ttl_of(entry), 700);
    EXPECT_LE(ttl_of(entry), 900);
  }
  for (auto& each : begun) EXPECT_THAT(end_of(std::move(each)).how, StartsWith("timed_out"));
  // Withdrawing has 16 ms, which a busy machine may not give it the first time.
  eventually("a call is told that nobody had begun it",
             [&] { return end_of(client.run(20, 200ms)).how == "timed_out_queued"; });
}

TEST_F(deadline, is_known_to_the_handler) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  const auto truth = std::chrono::steady_clock::now() + 3s;
  EXPECT_EQ(end_of(client.run(1, 3s)).how, "result");
  expect_near(truth);
}

TEST_F(deadline, is_known_of_what_was_queued_before_the_server_started) {
  running_client client(calling());
  const auto truth = std::chrono::steady_clock::now() + 15s;
  auto begun = client.run(1, 15s);
  eventually("it is on the stream", [this] { return keys.length() == 1; });
  running_server server(serving(), work_service(journal.at_once()));
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
  expect_near(truth);
}

TEST_F(deadline, ends_a_call_in_time) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  const auto begin = std::chrono::steady_clock::now();
  const outcome end = end_of(client.run(1, 250ms));
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(end.how, "timed_out_running");
  EXPECT_GE(took, 249ms);
  EXPECT_LT(took, 1s);
  journal.open_gate();
}

}  // namespace
}  // namespace clamator::test
