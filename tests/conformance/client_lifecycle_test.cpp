// Clients that start, stop, or go without a word.
#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class client_lifecycle : public conformance {};
FOR_ALL_TRANSPORTS(client_lifecycle);

TEST_P(client_lifecycle, calls_before_start_fail) {
  serve(work_service(journal.at_once()));
  clamator::client& client = add_client();
  EXPECT_EQ(end_of(run(client, 1)), "not_started");
  EXPECT_EQ(end_of(note(client, 2)), "not_started");
  finished(begin_start(client));
  EXPECT_EQ(finished(run(client, 3)).number, 3);
  EXPECT_THAT(journal.order(), ElementsAre(3));
}

TEST_P(client_lifecycle, calls_after_stop_fail) {
  serve(work_service(journal.at_once()));
  clamator::client& client = connect();
  finished(begin_stop(client));
  EXPECT_EQ(end_of(run(client, 1)), "stopped");
  EXPECT_EQ(end_of(note(client, 2)), "stopped");
}

TEST_P(client_lifecycle, stop_fails_what_is_pending) {
  serve(work_service(journal.gated()));
  clamator::client& client = connect({.max_in_flight = 2});
  auto running = run(client, 1);
  auto queued = run(client, 2);
  auto waiting = run(client, 3);
  journal.wait_begun(1);
  finished(begin_stop(client));
  EXPECT_THAT(failure_of<transport_error>(std::move(running)).what(), HasSubstr("transport stopped"));
  EXPECT_EQ(end_of(std::move(queued)), "stopped");
  EXPECT_EQ(end_of(std::move(waiting)), "stopped");
}

TEST_P(client_lifecycle, start_and_stop_may_come_twice) {
  serve(work_service(journal.at_once()));
  clamator::client& client = add_client();
  auto start = begin_start(client);
  auto start_again = begin_start(client);
  EXPECT_EQ(end_of(std::move(start)), "result");
  EXPECT_EQ(end_of(std::move(start_again)), "result");
  EXPECT_EQ(end_of(begin_start(client)), "result");
  EXPECT_EQ(end_of(run(client, 1)), "result");
  auto stop = begin_stop(client);
  auto stop_again = begin_stop(client);
  EXPECT_EQ(end_of(std::move(stop)), "result");
  EXPECT_EQ(end_of(std::move(stop_again)), "result");
  EXPECT_EQ(end_of(begin_stop(client)), "result");
  EXPECT_EQ(end_of(begin_start(client)), "stopped");
}

TEST_P(client_lifecycle, stop_before_start_is_for_good) {
  serve(work_service(journal.at_once()));
  clamator::client& never = add_client();
  EXPECT_EQ(end_of(begin_stop(never)), "result");
  EXPECT_EQ(end_of(begin_start(never)), "stopped");
  EXPECT_EQ(end_of(run(never, 1)), "stopped");
}

TEST_P(client_lifecycle, stop_is_no_others_business) {
  serve(work_service(journal.gated()));
  clamator::client& leaving = connect();
  clamator::client& staying = connect();
  auto given_up = run(leaving, 1);
  journal.wait_begun(1);
  auto awaited = run(staying, 2);
  finished(begin_stop(leaving));
  EXPECT_EQ(end_of(std::move(given_up)), "stopped");
  journal.open_gate();
  EXPECT_EQ(finished(std::move(awaited)).number, 2);
}

TEST_P(client_lifecycle, going_without_stop_fails_what_is_pending) {
  serve(work_service(journal.gated()));
  std::future<job_result> pending;
  {
    clamator::client client = carrier->make_client(client_loop.get_executor(), {});
    finished(begin_start(client));
    pending = run(client, 1);
    journal.wait_begun(1);
  }
  EXPECT_EQ(end_of(std::move(pending)), "stopped");
  EXPECT_TRUE(client_loop.end());
  // It is not started, and goes as well.
  carrier->make_client(server_loop.get_executor(), {});
}

TEST_P(client_lifecycle, a_client_may_move) {
  serve(work_service(journal.gated()));
  clamator::client client = carrier->make_client(client_loop.get_executor(), {});
  finished(begin_start(client));
  auto begun = run(client, 1);
  clamator::client moved = std::move(client);
  journal.open_gate();
  EXPECT_EQ(finished(std::move(begun)).number, 1);
  EXPECT_EQ(finished(run(moved, 2)).number, 2);
  finished(begin_stop(moved));
}

class lost_client : public conformance {};
INSTANTIATE_TEST_SUITE_P(, lost_client, ::testing::ValuesIn(transports_that_connect()), name_of);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(lost_client);

TEST_P(lost_client, fails_to_start_and_is_stopped) {
  clamator::client client = carrier->make_lost_client(client_loop.get_executor());
  const auto error = failure_of<transport_error>(begin_start(client));
  EXPECT_EQ(error.code(), transport_errc::connect_failed);
  EXPECT_STRNE(error.what(), "");
  EXPECT_EQ(end_of(begin_start(client)), "connect_failed");
  EXPECT_EQ(end_of(run(client, 1)), "connect_failed");
  EXPECT_EQ(end_of(begin_stop(client)), "result");
}

}  // namespace
}  // namespace clamator::test
