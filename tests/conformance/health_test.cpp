// How clients and servers say that they fare, over each transport.
#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class told_health : public conformance {
 protected:
  // Blocks the thread that it runs on until the test ends or says so.
  job_handler blocking() {
    return [this](job what, call_context&) -> asio::awaitable<job_result> {
      blocked.set_value();
      gate.get_future().wait();
      co_return job_result(what.number, "a");
    };
  }

  std::promise<void> blocked;
  std::promise<void> gate;
};
FOR_ALL_TRANSPORTS(told_health);

TEST_P(told_health, of_who_is_idle_is_good) {
  clamator::server& server = serve(work_service(journal.at_once()));
  clamator::client& client = connect();
  for (int asked = 0; asked < 3; ++asked) {
    EXPECT_THAT(server.health().problem(), IsEmpty());
    EXPECT_TRUE(server.health().healthy());
    EXPECT_THAT(client.health().problem(), IsEmpty());
    EXPECT_EQ(finished(run(client, asked)).number, asked);
  }
  EXPECT_EQ(server.health().state, run_state::running);
  EXPECT_EQ(client.health().state, run_state::running);
}

TEST_P(told_health, says_where_between_start_and_stop_it_is) {
  clamator::server& server = add_server();
  clamator::client& client = add_client();
  EXPECT_EQ(server.health().state, run_state::not_started);
  EXPECT_EQ(client.health().state, run_state::not_started);
  EXPECT_FALSE(server.health().healthy(1h));
  EXPECT_EQ(client.health().problem(), "not_started");
  server.register_service(work_service(journal.at_once()));
  finished(begin_start(server));
  finished(begin_start(client));
  EXPECT_TRUE(server.health().healthy()) << server.health().text();
  finished(begin_stop(client));
  finished(begin_stop(server));
  EXPECT_EQ(server.health().state, run_state::stopped);
  EXPECT_EQ(client.health().state, run_state::stopped);
  EXPECT_EQ(server.health().problem(1h), "stopped");
  EXPECT_FALSE(client.health().healthy(1h));
}

TEST_P(told_health, says_what_runs_and_waits) {
  clamator::server& server = serve(work_service(journal.gated()), {.concurrency = 2});
  clamator::client& client = connect({.max_in_flight = 2});
  std::vector<std::future<job_result>> begun;
  for (std::int64_t i = 0; i < 3; ++i) begun.push_back(run(client, i));
  journal.wait_begun(2);
  eventually("all are with the client", [&] { return client.health().waiting == 1; });
  EXPECT_EQ(client.health().in_flight, 2u);
  const server_health busy = server.health();
  ASSERT_EQ(busy.services.size(), 1u);
  EXPECT_EQ(busy.services[0].name, "work");
  EXPECT_EQ(busy.services[0].running, 2u);
  EXPECT_TRUE(busy.healthy()) << busy.text();
  EXPECT_THAT(busy.text(), HasSubstr("work: 0 queued, 2 running"));
  journal.open_gate();
  for (auto& each : begun) finished(std::move(each));
  EXPECT_EQ(client.health().in_flight, 0u);
  EXPECT_EQ(client.health().waiting, 0u);
}

// Asked on another thread, which is how a probe asks.
TEST_P(told_health, says_that_the_executor_is_blocked) {
  clamator::server& server = serve(work_service(blocking()));
  clamator::client& client = connect();
  auto begun = run(client, 1);
  finished(blocked.get_future());
  eventually("it is noticed", [&] { return !server.health().healthy(1s); });
  const server_health now = server.health();
  EXPECT_THAT(now.problem(1s), HasSubstr("the executor runs nothing: a handler blocks its threads"));
  EXPECT_GE(now.executor_silent, 1s);
  gate.set_value();
  EXPECT_EQ(finished(std::move(begun)).number, 1);
  eventually("it is well again", [&] { return server.health().healthy(1s); });
}

class told_health_of_starting : public conformance {};
INSTANTIATE_TEST_SUITE_P(, told_health_of_starting, ::testing::ValuesIn(transports_that_connect()), name_of);

TEST_P(told_health_of_starting, says_why_it_failed) {
  clamator::client client = carrier->make_lost_client(client_loop.get_executor());
  std::string why;
  try {
    finished(begin_start(client));
  } catch (const std::exception& error) {
    why = error.what();
  }
  ASSERT_THAT(why, Not(IsEmpty()));
  EXPECT_EQ(client.health().state, run_state::stopped);
  EXPECT_EQ(client.health().problem(), "stopped: " + why);
  clamator::server server = carrier->make_lost_server(server_loop.get_executor());
  EXPECT_NE(ending([&] { finished(begin_start(server)); }), "result");
  EXPECT_THAT(server.health().problem(), HasSubstr("stopped: "));
}

}  // namespace
}  // namespace clamator::test
