// Servers that stop or go while something else of them is under way, and handlers that call their own
// service.
#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::AnyOf;

class server_edges : public conformance {
 protected:
  std::unique_ptr<clamator::server> unstarted() {
    auto server = std::make_unique<clamator::server>(carrier->make_server(server_loop.get_executor(), {}));
    server->register_service(work_service(journal.gated()));
    return server;
  }
};
FOR_ALL_TRANSPORTS(server_edges);

TEST_P(server_edges, stop_while_it_starts_ends_both) {
  for (int i = 0; i < 10; ++i) {
    const auto server = unstarted();
    auto start = begin_start(*server);
    auto stop = begin_stop(*server);
    auto stop_again = begin_stop(*server, 0ms);
    EXPECT_THAT(end_of(std::move(start)), AnyOf("result", "stopped"));
    EXPECT_EQ(end_of(std::move(stop)), "result");
    EXPECT_EQ(end_of(std::move(stop_again)), "result");
    EXPECT_EQ(end_of(begin_start(*server)), "stopped");
  }
}

TEST_P(server_edges, destroying_it_while_it_starts_lets_that_end) {
  auto server = unstarted();
  auto start = begin_start(*server);
  server.reset();
  EXPECT_THAT(end_of(std::move(start)), AnyOf("result", "stopped"));
  EXPECT_TRUE(server_loop.end());
}

TEST_P(server_edges, destroying_it_while_it_stops_leaves_the_grace_time) {
  auto server = unstarted();
  finished(begin_start(*server));
  clamator::client& client = connect();
  auto running = run(client, 1);
  journal.wait_begun(1);
  auto stop = begin_stop(*server, 20s);
  server.reset();
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(stop)), "result");
  // The grace time is that of the stop() that was under way.
  EXPECT_EQ(end_of(std::move(running)), "result");
  EXPECT_EQ(journal.canceled(), 0u);
  EXPECT_TRUE(server_loop.end());
}

// One that is begun there, and not awaited, lets the handler end and answer.
TEST_P(server_edges, a_handler_may_stop_its_server) {
  clamator::server& server = add_server();
  std::promise<void> stopped;
  server.register_service(work_service([&](job what, call_context&) -> asio::awaitable<job_result> {
    server.stop(
        [&](std::exception_ptr problem) { problem ? stopped.set_exception(problem) : stopped.set_value(); });
    co_return job_result(what.number, "a");
  }));
  finished(begin_start(server));
  EXPECT_EQ(finished(run(connect(), 1)).number, 1);
  EXPECT_EQ(end_of(stopped.get_future()), "result");
}

// It waits for itself, for the grace time and the tenth that follows; its reply comes too late for the
// transport.
TEST_P(server_edges, a_handler_that_awaits_the_stop_of_its_server_does_not_wait_for_ever) {
  clamator::server& server = add_server();
  std::promise<void> stopped;
  server.register_service(work_service([&](job what, call_context&) -> asio::awaitable<job_result> {
    co_await server.stop(50ms);
    stopped.set_value();
    co_return job_result(what.number, "a");
  }));
  finished(begin_start(server));
  clamator::client& client = connect();
  auto begun = run(client, 1, {.timeout = soon});
  EXPECT_EQ(end_of(stopped.get_future()), "result");
  finished(begin_stop(client));
  EXPECT_NE(end_of(std::move(begun)), "operation_aborted");
}

TEST_P(server_edges, may_be_destroyed_by_a_handler) {
  auto server = std::make_unique<clamator::server>(carrier->make_server(server_loop.get_executor(), {}));
  server->register_service(work_service([&](job what, call_context&) -> asio::awaitable<job_result> {
    server.reset();
    journal.open_gate();
    co_return job_result(what.number, "a");
  }));
  finished(begin_start(*server));
  EXPECT_EQ(finished(run(connect(), 1)).number, 1);
  EXPECT_TRUE(server_loop.end());
}

}  // namespace
}  // namespace clamator::test
