// What stop() does with requests that a server has read.
#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class drain : public over_redis {
 protected:
  // The reply to what runs reaches its caller, and nothing stays pending.
  void expect_drained() { EXPECT_THAT(keys.pending(), IsEmpty()); }
};

TEST_F(drain, lets_running_handlers_end_and_answers_them) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto running = client.run(1);
  journal.wait_begun(1);
  auto stopping = begin_stop(*server);
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(running)).how, "result");
  finished(std::move(stopping));
  expect_drained();
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(drain, cancels_handlers_when_the_grace_time_is_over) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto running = client.run(1);
  journal.wait_begun(1);
  server.stop(50ms);
  EXPECT_EQ(end_of(std::move(running)).how, "result");
  expect_drained();
}

TEST_F(drain, gives_back_at_once_what_was_read_and_not_begun) {
  auto server = std::make_unique<running_server>(serving(), work_service(journal.gated("a")),
                                                 service_options{.concurrency = 2});
  running_client client(calling());
  // Two run and more wait behind them where the server reads ahead.
  std::vector<std::future<job_result>> begun = client.run_many(0, 40);
  journal.wait_begun(2);
  eventually("all are on the stream", [this] { return keys.length() == 40; });
  auto stopping = begin_stop(**server);
  for (auto pending = keys.pending(); pending.size() > 2; pending = keys.pending()) {
    eventually("they are given back", [&] { return keys.pending()[2].idle_ms > 1'000'000; });
    for (std::size_t i = 2; i < pending.size(); ++i) EXPECT_EQ(keys.pending()[i].delivery_count, 0);
    break;
  }
  journal.open_gate();
  finished(std::move(stopping));
  server.reset();
  // The claim idle is a minute; who comes now gets them all the same.
  running_server next(serving(), work_service(journal.at_once("b")));
  for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).how, "result");
  for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 1u) << number;
  for (const auto& line : journal.lines()) EXPECT_EQ(line.delivery_count, 1u);
  expect_drained();
}

// Fills the read-ahead by fast work first, so that the server holds much more than it runs.
TEST_F(drain, gives_back_a_whole_hoard) {
  std::atomic<bool> slow = false;
  const job_handler fast = journal.at_once("a");
  const job_handler gated = journal.gated("a");
  auto server = std::make_unique<running_server>(
      serving(), work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
        return slow ? gated(what, context) : fast(what, context);
      }));
  running_client client(calling());
  for (auto& each : client.run_many(0, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  slow = true;
  std::vector<std::future<job_result>> begun = client.run_many(1000, 200);
  journal.wait_begun(1001);
  eventually("a hoard", [this] { return keys.pending().size() > 10; });
  auto stopping = begin_stop(**server);
  eventually("it is given back", [this] {
    const auto pending = keys.pending();
    return pending.size() > 1 && pending.back().idle_ms > 1'000'000;
  });
  const auto given_back = keys.pending();
  EXPECT_EQ(given_back.front().delivery_count, 1);
  for (std::size_t i = 1; i < given_back.size(); ++i) EXPECT_EQ(given_back[i].delivery_count, 0);
  journal.open_gate();
  finished(std::move(stopping));
  running_server next(serving(), work_service(journal.at_once("b")));
  for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).how, "result");
  for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 1u) << number;
}

// Their deliveries outlive the server that they came from.
TEST_F(drain, handlers_may_outlast_their_server) {
  event_loop loop;
  auto server = std::make_unique<redis::server>(loop.get_executor(), serving());
  server->register_service(
      work_service([this](job what, call_context& context) -> asio::awaitable<job_result> {
        // Deaf to its cancellation.
        asio::steady_timer timer(context.get_executor(), 400ms);
        co_await timer.async_wait(asio::use_awaitable);
        co_return co_await journal.at_once()(what, context);
      }),
      {.concurrency = 3});
  finished(begin_start(*server));
  running_client client(calling());
  auto begun = client.run_many(0, 3, 2s);
  eventually("all three are read", [this] { return keys.pending().size() == 3; });
  finished(begin_stop(*server, 0ms));
  server.reset();
  EXPECT_TRUE(loop.end());
  EXPECT_EQ(journal.ended(), 3u);
  EXPECT_THAT(keys.pending(), SizeIs(3));
  EXPECT_EQ(log.count("stopped with handlers still running"), 1u);
}

TEST_F(drain, stop_while_redis_is_down_ends_soon_and_says_what_is_left) {
  redis::server_options options = serving();
  options.connection.command_timeout = 500ms;
  running_server server(options, work_service(journal.gated()));
  running_client client(calling());
  [[maybe_unused]] const auto running = client.run(1, 3s);
  journal.wait_begun(1);
  redis.kill();
  log.wait_for("closed by Redis");
  journal.open_gate();
  journal.wait_ended(1);
  const auto begin = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_EQ(log.count("completions of " + keys.stream() + " could not be written"), 1u);
  redis.restart();
}

}  // namespace
}  // namespace clamator::test
