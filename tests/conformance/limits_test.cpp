// Order, concurrency, timeouts, the bound on calls in flight, and cancellation.
#include <boost/asio/bind_cancellation_slot.hpp>

#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::Matcher;

// Number 1 waits for the gate, all others answer at once.
job_handler gated_first(work_journal& journal) {
  return [gated = journal.gated(), at_once = journal.at_once()](job what, call_context& context) {
    return what.number == 1 ? gated(what, context) : at_once(what, context);
  };
}

class order_of_requests : public conformance {};
FOR_ALL_TRANSPORTS(order_of_requests);

TEST_P(order_of_requests, is_kept_and_they_run_one_at_a_time) {
  serve(work_service(journal.suspending("a", 1ms)));
  clamator::client& client = connect();
  std::vector<std::future<job_result>> begun;
  std::vector<std::int64_t> numbers;
  for (std::int64_t n = 0; n < 30; ++n) {
    begun.push_back(run(client, n));
    numbers.push_back(n);
  }
  for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)), "result");
  EXPECT_EQ(journal.order(), numbers);
  EXPECT_EQ(journal.most_at_a_time(), 1u);
}

TEST_P(order_of_requests, gives_way_to_concurrency) {
  serve(work_service(journal.gated()), {.concurrency = 3});
  clamator::client& client = connect();
  std::vector<std::future<job_result>> begun;
  for (std::int64_t n = 0; n < 7; ++n) begun.push_back(run(client, n));
  journal.wait_begun(3);
  journal.open_gate();
  for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)), "result");
  EXPECT_EQ(journal.most_at_a_time(), 3u);
}

TEST_P(order_of_requests, does_not_bind_replies) {
  serve(work_service(gated_first(journal)), {.concurrency = 2});
  clamator::client& client = connect();
  auto first = run(client, 1);
  journal.wait_begun(1);
  for (std::int64_t n = 2; n < 10; ++n) EXPECT_EQ(finished(run(client, n)).number, n);
  journal.open_gate();
  EXPECT_EQ(finished(std::move(first)).number, 1);
}

TEST_P(order_of_requests, is_each_services_own) {
  clamator::server& server = add_server();
  server.register_service(work_service(journal.gated()));
  server.register_service(other_service(journal.at_once()));
  finished(begin_start(server));
  clamator::client& client = connect();
  auto slow = run(client, 1);
  journal.wait_begun(1);
  EXPECT_EQ(end_of(run_other(client, 2)), "result");
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(slow)), "result");
}

class timeouts : public conformance {
 protected:
  // How a call ends whose handler takes too long. Whether a server has it is asked 16 ms before its end, so
  // that where the machine is busy the answer may come too late.
  static Matcher<std::string> timed_out() {
    return GetParam().withdraws ? AnyOf("timed_out_running", "timed_out") : Matcher<std::string>("timed_out");
  }
};
FOR_ALL_TRANSPORTS(timeouts);

TEST_P(timeouts, end_a_call_and_its_late_reply_is_nobodys) {
  serve(work_service(gated_first(journal)));
  clamator::client& client = connect();
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(end_of(run(client, 1, {.timeout = soon})), timed_out());
  EXPECT_GE(std::chrono::steady_clock::now() - begin, soon - 1ms);
  auto second = run(client, 2);
  auto third = run(client, 3);
  journal.open_gate();
  EXPECT_EQ(finished(std::move(second)).number, 2);
  EXPECT_EQ(finished(std::move(third)).number, 3);
  EXPECT_THAT(journal.order(), ElementsAre(1, 2, 3));
}

TEST_P(timeouts, are_the_clients_where_a_call_gives_none) {
  serve(work_service(gated_first(journal)), {.concurrency = 2});
  clamator::client& client = connect({.default_timeout = soon});
  auto patient = run(client, 1, {.timeout = 20s});
  EXPECT_THAT(end_of(run(client, 1)), timed_out());
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(patient)), "result");
}

TEST_P(timeouts, out_of_range_are_errors_of_usage) {
  serve(work_service(journal.at_once()));
  EXPECT_EQ(end_of(run(connect(), 1, {.timeout = -1ms})), "usage_error");
  EXPECT_EQ(ending([this] { add_client({.default_timeout = 0ms}); }), "usage_error");
}

class in_flight : public conformance {};
FOR_ALL_TRANSPORTS(in_flight);

TEST_P(in_flight, calls_over_the_bound_wait_under_their_own_timeout) {
  serve(work_service(journal.gated()), {.concurrency = 8});
  clamator::client& client = connect({.max_in_flight = 2});
  std::vector<std::future<job_result>> patient;
  for (std::int64_t n = 1; n <= 2; ++n) patient.push_back(run(client, n));
  auto impatient = run(client, 3, {.timeout = soon});
  for (std::int64_t n = 4; n <= 6; ++n) patient.push_back(run(client, n));
  EXPECT_EQ(end_of(std::move(impatient)), "not_sent");
  EXPECT_THAT(journal.order(), ElementsAre(1, 2));
  journal.open_gate();
  for (auto& each : patient) EXPECT_EQ(end_of(std::move(each)), "result");
  EXPECT_EQ(journal.runs().count(3), 0u);
}

TEST_P(in_flight, a_bound_of_nothing_is_an_error_of_usage) {
  EXPECT_EQ(ending([this] { add_client({.max_in_flight = 0}); }), "usage_error");
}

// A call that can be cancelled. The signal is emitted where its handler completes, on the client's one
// thread, since a signal is not for two threads.
class cancelable {
 public:
  cancelable(clamator::client& client, std::int64_t number) : executor_(client.get_executor()) {
    const auto ended = std::make_shared<std::promise<job_result>>();
    end = ended->get_future();
    client.call(work_run, job(number), {},
                asio::bind_cancellation_slot(
                    signal_.slot(), [ended](std::exception_ptr problem, const job_result& result) {
                      problem ? ended->set_exception(problem) : ended->set_value(result);
                    }));
  }
  void cancel(asio::cancellation_type type = asio::cancellation_type::total) {
    asio::post(executor_, [this, type] { signal_.emit(type); });
  }

  std::future<job_result> end;

 private:
  asio::any_io_executor executor_;
  asio::cancellation_signal signal_;
};

class cancellation : public conformance {};
FOR_ALL_TRANSPORTS(cancellation);

TEST_P(cancellation, ends_a_call_at_once_and_no_other) {
  serve(work_service(journal.gated()), {.concurrency = 4});
  clamator::client& client = connect();
  std::deque<cancelable> canceled;
  for (std::int64_t n = 1; n <= 3; ++n) canceled.emplace_back(client, n);
  auto other = run(client, 4);
  journal.wait_begun(4);
  canceled[0].cancel(asio::cancellation_type::terminal);
  canceled[1].cancel(asio::cancellation_type::partial);
  canceled[2].cancel(asio::cancellation_type::total);
  for (cancelable& each : canceled) EXPECT_EQ(end_of(std::move(each.end)), "operation_aborted");
  if (GetParam().withdraws) journal.wait_ended(3);
  journal.open_gate();
  EXPECT_EQ(finished(std::move(other)).number, 4);
  EXPECT_EQ(finished(run(client, 5)).number, 5);
  journal.wait_ended(5);
  EXPECT_EQ(journal.canceled(), GetParam().withdraws ? 3u : 0u);
}

TEST_P(cancellation, withdraws_what_was_not_sent) {
  serve(work_service(journal.gated()));
  clamator::client& client = connect({.max_in_flight = 1});
  auto first = run(client, 1);
  cancelable second(client, 2);
  auto third = run(client, 3);
  second.cancel();
  EXPECT_EQ(end_of(std::move(second.end)), "operation_aborted");
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(first)), "result");
  EXPECT_EQ(end_of(std::move(third)), "result");
  EXPECT_THAT(journal.order(), ElementsAre(1, 3));
}

TEST_P(cancellation, leaves_the_place_taken_until_the_reply) {
  serve(work_service([deaf = journal.deaf(), at_once = journal.at_once()](job what, call_context& context) {
          return what.number == 1 ? deaf(what, context) : at_once(what, context);
        }),
        {.concurrency = 2});
  clamator::client& client = connect({.max_in_flight = 1});
  cancelable first(client, 1);
  journal.wait_begun(1);
  first.cancel();
  EXPECT_EQ(end_of(std::move(first.end)), "operation_aborted");
  EXPECT_EQ(end_of(run(client, 2, {.timeout = soon})), "not_sent");
  journal.open_gate();
  EXPECT_EQ(end_of(run(client, 3)), "result");
  EXPECT_THAT(journal.order(), ElementsAre(1, 3));
}

}  // namespace
}  // namespace clamator::test
