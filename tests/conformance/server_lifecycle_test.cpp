// Servers that start, drain and stop, or go without a word.
#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::ElementsAre;

class server_lifecycle : public conformance {};
FOR_ALL_TRANSPORTS(server_lifecycle);

TEST_P(server_lifecycle, services_are_registered_before_start_and_once) {
  clamator::server& server = add_server();
  server.register_service(work_service(journal.at_once("first")));
  EXPECT_EQ(ending([&] { server.register_service(work_service(journal.at_once("second"))); }), "usage_error");
  EXPECT_EQ(ending([&] { server.register_service(other_service(journal.at_once()), {.concurrency = 0}); }),
            "usage_error");
  finished(begin_start(server));
  EXPECT_EQ(ending([&] { server.register_service(other_service(journal.at_once())); }), "usage_error");
  EXPECT_EQ(finished(run(connect(), 1)).server, "first");
}

TEST_P(server_lifecycle, start_and_stop_may_come_twice) {
  clamator::server& server = add_server();
  server.register_service(work_service(journal.at_once()));
  auto start = begin_start(server);
  auto start_again = begin_start(server);
  EXPECT_EQ(end_of(std::move(start)), "result");
  EXPECT_EQ(end_of(std::move(start_again)), "result");
  EXPECT_EQ(end_of(run(connect(), 1)), "result");
  auto stop = begin_stop(server);
  auto stop_again = begin_stop(server);
  EXPECT_EQ(end_of(std::move(stop)), "result");
  EXPECT_EQ(end_of(std::move(stop_again)), "result");
  EXPECT_EQ(end_of(begin_start(server)), "stopped");
}

TEST_P(server_lifecycle, stop_before_start_is_for_good) {
  clamator::server& server = add_server();
  EXPECT_EQ(end_of(begin_stop(server)), "result");
  EXPECT_EQ(end_of(begin_start(server)), "stopped");
  EXPECT_EQ(ending([&] { server.register_service(work_service(journal.at_once())); }), "usage_error");
}

TEST_P(server_lifecycle, another_may_come_after_it) {
  finished(begin_stop(serve(work_service(journal.at_once("first")))));
  serve(work_service(journal.at_once("second")));
  EXPECT_EQ(finished(run(connect(), 1)).server, "second");
}

// The handler does not listen to its cancellation, so only the grace time can save its reply.
TEST_P(server_lifecycle, stop_lets_running_handlers_end) {
  clamator::server& server = serve(work_service(journal.suspending("a", 200ms)), {.concurrency = 2});
  clamator::client& client = connect();
  auto first = run(client, 1);
  auto second = run(client, 2);
  journal.wait_begun(2);
  finished(begin_stop(server, 20s));
  EXPECT_EQ(journal.ended(), 2u);
  EXPECT_EQ(finished(std::move(first)).number, 1);
  EXPECT_EQ(finished(std::move(second)).number, 2);
}

TEST_P(server_lifecycle, stop_cancels_handlers_that_outlast_the_grace_time) {
  clamator::server& server =
      serve(work_service(journal.gated()), {.concurrency = 2}, {.shutdown_grace = 50ms});
  clamator::client& client = connect();
  auto first = run(client, 1);
  auto second = run(client, 2);
  journal.wait_begun(2);
  finished(begin_stop(server));
  EXPECT_EQ(journal.canceled(), 2u);
  // They have answered all the same.
  EXPECT_EQ(end_of(std::move(first)), "result");
  EXPECT_EQ(end_of(std::move(second)), "result");
}

TEST_P(server_lifecycle, stop_does_not_wait_for_handlers_that_do_not_listen) {
  auto server = std::make_unique<clamator::server>(carrier->make_server(server_loop.get_executor(), {}));
  asio::cancellation_signal nobodys;
  server->register_service(work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
    const request_origin origin;
    call_context deaf(context.get_executor(), origin, nobodys.slot());
    co_return co_await journal.gated()(what, deaf);
  }));
  finished(begin_start(*server));
  run(connect(), 1);
  journal.wait_begun(1);
  finished(begin_stop(*server, 0ms));
  server.reset();
  EXPECT_EQ(journal.ended(), 0u);
  journal.open_gate();
  journal.wait_ended(1);
}

// When the first request is cancelled, those behind it are gone from the server that stops.
TEST_P(server_lifecycle, stop_does_not_begin_what_waits) {
  clamator::server& first = add_server();
  first.register_service(work_service(journal.gated("first")));
  first.register_service(other_service(journal.at_once()));
  finished(begin_start(first));
  clamator::client& client = connect();
  auto running = run(client, 1);
  auto waiting = run(client, 2);
  // Requests of one client arrive in order: when this one is answered, the others are there.
  EXPECT_EQ(end_of(run_other(client, 3)), "result");
  journal.wait_begun(2);
  finished(begin_stop(first, 50ms));
  EXPECT_EQ(finished(std::move(running)).server, "first");
  serve(work_service(journal.at_once("second")));
  if (GetParam().hands_over) {
    EXPECT_EQ(finished(std::move(waiting)).server, "second");
  } else {
    EXPECT_EQ(end_of(std::move(waiting)), "refused");
  }
  EXPECT_EQ(journal.runs()[2], GetParam().hands_over ? 1u : 0u);
}

TEST_P(server_lifecycle, going_without_stop_cancels_what_runs) {
  {
    clamator::server server = carrier->make_server(server_loop.get_executor(), {});
    server.register_service(work_service(journal.gated()));
    finished(begin_start(server));
    finished(note(connect(), 1));
    journal.wait_begun(1);
  }
  journal.wait_ended(1);
  EXPECT_EQ(journal.canceled(), 1u);
  EXPECT_TRUE(server_loop.end());
  // It is not started, and goes as well.
  carrier->make_server(client_loop.get_executor(), {});
}

TEST_P(server_lifecycle, a_caller_that_goes_does_not_disturb_it) {
  serve(work_service(journal.gated()));
  {
    clamator::client leaving = carrier->make_client(client_loop.get_executor(), {});
    finished(begin_start(leaving));
    run(leaving, 1);
    journal.wait_begun(1);
    finished(begin_stop(leaving));
  }
  journal.open_gate();
  EXPECT_EQ(finished(run(connect(), 2)).number, 2);
  EXPECT_THAT(journal.order(), ElementsAre(1, 2));
}

class lost_server : public conformance {};
INSTANTIATE_TEST_SUITE_P(, lost_server, ::testing::ValuesIn(transports_that_connect()), name_of);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(lost_server);

TEST_P(lost_server, fails_to_start_and_is_stopped) {
  clamator::server server = carrier->make_lost_server(server_loop.get_executor());
  server.register_service(work_service(journal.at_once()));
  EXPECT_EQ(end_of(begin_start(server)), "connect_failed");
  EXPECT_EQ(end_of(begin_start(server)), "connect_failed");
  EXPECT_EQ(end_of(begin_stop(server)), "result");
}

}  // namespace
}  // namespace clamator::test
