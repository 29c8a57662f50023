// What becomes of a request that nobody waits for any more.
#include <boost/asio/bind_cancellation_slot.hpp>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

class withdrawal : public over_redis {
 protected:
  // A call that can be cancelled, from the client's own thread.
  struct cancellable {
    std::future<job_result> end;
    std::shared_ptr<asio::cancellation_signal> signal;
  };
  cancellable run(running_client& client, std::int64_t number, std::chrono::milliseconds timeout = 20s) {
    auto signal = std::make_shared<asio::cancellation_signal>();
    auto promise = std::make_shared<std::promise<job_result>>();
    cancellable begun{promise->get_future(), signal};
    auto done = [promise](const std::exception_ptr& problem, job_result result) {
      problem ? promise->set_exception(problem) : promise->set_value(std::move(result));
    };
    (*client).call(work_run, job(number), {.timeout = timeout},
                   asio::bind_cancellation_slot(signal->slot(), std::move(done)));
    return begun;
  }
  static void expect_cancelled(std::future<job_result>& end) {
    EXPECT_THROW(finished(std::move(end)), boost::system::system_error);
  }
  void cancel(running_client& client, const cancellable& which) {
    client.post([signal = which.signal] { signal->emit(asio::cancellation_type::terminal); });
  }
};

TEST_F(withdrawal, of_a_cancelled_call_that_no_server_has) {
  running_client client(calling());
  auto call = run(client, 1);
  eventually("it is on the stream", [this] { return keys.length() == 1; });
  cancel(client, call);
  eventually("it is withdrawn", [this] { return keys.length() == 0; });
  expect_cancelled(call.end);
  running_server server(serving(), work_service(journal.at_once()));
  EXPECT_EQ(end_of(client.run(2)).how, "result");
  EXPECT_EQ(journal.runs().count(1), 0u);
}

TEST_F(withdrawal, of_many_at_once) {
  running_client client(calling());
  std::vector<cancellable> calls;
  for (std::int64_t i = 0; i < 700; ++i) calls.push_back(run(client, i));
  eventually("they are on the stream", [this] { return keys.length() == 700; });
  for (const auto& each : calls) cancel(client, each);
  eventually("all are withdrawn", [this] { return keys.length() == 0; });
}

TEST_F(withdrawal, of_a_call_that_is_cancelled_before_redis_has_it) {
  running_client client(calling());
  cli.text({"CLIENT", "PAUSE", "300", "ALL"});
  auto call = run(client, 1);
  cancel(client, call);
  expect_cancelled(call.end);
  eventually("it came and went", [this] {
    if (cli.text({"EXISTS", keys.stream()}) == 0) return false;
    const auto info = cli.text({"XINFO", "STREAM", keys.stream()}).as_array();
    const auto last = std::find(info.begin(), info.end(), "last-generated-id") + 1;
    return last->as_string() != "0-0" && keys.length() == 0;
  });
}

TEST_F(withdrawal, of_a_call_whose_time_is_over) {
  running_client client(calling());
  const auto begin = std::chrono::steady_clock::now();
  const outcome end = end_by_timeout(client, 1, 300ms);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 299ms);
  EXPECT_EQ(end.how, "timed_out_queued");
  EXPECT_THAT(end.text, HasSubstr("no server had begun it"));
  EXPECT_EQ(keys.length(), 0);
}

TEST_F(withdrawal, of_nothing_that_a_server_has) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  running_client client(calling());
  auto call = run(client, 1);
  eventually("a Python server reads it", [this] { return !keys.read_as("work:python").empty(); });
  cancel(client, call);
  expect_cancelled(call.end);
  EXPECT_EQ(end_by_timeout(client, 2, 300ms).how, "timed_out_queued");
  EXPECT_THAT(keys.pending(), SizeIs(1));
  EXPECT_EQ(keys.length(), 1);
}

TEST_F(withdrawal, says_that_a_server_has_it_when_its_time_is_over) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  const outcome end = end_by_timeout(client, 1, 300ms);
  EXPECT_EQ(end.how, "timed_out_running");
  EXPECT_TRUE(may_have_run(transport_errc::timed_out_running));
  eventually("its handler is cancelled", [this] { return journal.canceled() > 0; });
}

TEST_F(withdrawal, gives_its_place_under_the_bound_back) {
  redis::client_options options = calling();
  options.max_in_flight = 1;
  running_client client(options);
  auto first = run(client, 1);
  eventually("it is on the stream", [this] { return keys.length() == 1; });
  auto second = client.run(2);
  cancel(client, first);
  running_server server(serving(), work_service(journal.at_once()));
  EXPECT_EQ(end_of(std::move(second)).how, "result");
  EXPECT_EQ(journal.runs().count(1), 0u);
}

TEST_F(withdrawal, when_a_client_stops) {
  running_client client(calling());
  auto begun = client.run_many(0, 5);
  // The answer to this one comes behind theirs, and a notification is not withdrawn.
  EXPECT_EQ(end_of(client.note(5)).how, "result");
  client.stop();
  for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).how, "stopped");
  EXPECT_EQ(keys.length(), 1);
}

class cancellation : public withdrawal {};

TEST_F(cancellation, reaches_the_handler_that_runs) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto call = run(client, 1);
  journal.wait_begun(1);
  const auto begin = std::chrono::steady_clock::now();
  cancel(client, call);
  journal.wait_ended(1);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 1s);
  EXPECT_EQ(journal.canceled(), 1u);
  expect_cancelled(call.end);
  eventually("it is acknowledged", [this] { return keys.pending().empty(); });
}

TEST_F(cancellation, reaches_the_one_of_several_that_it_is_meant_for) {
  running_server server(serving(), work_service(journal.gated()), {.concurrency = 3});
  running_client client(calling());
  std::vector<cancellable> calls;
  for (std::int64_t i = 0; i < 3; ++i) calls.push_back(run(client, i));
  journal.wait_begun(3);
  cancel(client, calls[1]);
  journal.wait_ended(1);
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(calls[0].end)).how, "result");
  expect_cancelled(calls[1].end);
  EXPECT_EQ(end_of(std::move(calls[2].end)).how, "result");
  EXPECT_EQ(journal.canceled(), 1u);
}

// A server that was fast has read far ahead when its work becomes slow.
TEST_F(cancellation, keeps_what_waits_in_its_server_from_running) {
  std::atomic<bool> slow = false;
  const job_handler fast = journal.at_once();
  const job_handler gated = journal.gated();
  running_server server(serving(),
                        work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
                          return slow ? gated(what, context) : fast(what, context);
                        }));
  running_client client(calling());
  for (auto& each : client.run_many(0, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  slow = true;
  std::vector<cancellable> calls;
  for (std::int64_t i = 1000; i < 1020; ++i) calls.push_back(run(client, i));
  journal.wait_begun(1001);
  eventually("some wait behind it", [this] { return keys.pending().size() > 2; });
  for (std::size_t i = 1; i < calls.size(); ++i) cancel(client, calls[i]);
  eventually("only the one that runs is left", [this] { return keys.pending().size() == 1; });
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(calls[0].end)).how, "result");
  EXPECT_EQ(end_of(client.run(2000)).how, "result");
  EXPECT_EQ(journal.begun(), 1002u);
}

TEST_F(cancellation, by_a_client_that_stops) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto call = client.run(1);
  journal.wait_begun(1);
  client.stop();
  eventually("its handler is cancelled", [this] { return journal.canceled() == 1; });
  EXPECT_EQ(end_of(std::move(call)).how, "stopped");
}

// Calls end all the same, and one line says what is missing.
TEST_F(withdrawal, is_left_out_where_the_user_has_no_right_to_it) {
  cli.text({"ACL", "SETUSER", "caller", "on", ">secret", "~*", "+ping", "+info", "+client", "+xadd", "+xread",
            "+del"});
  redis::client_options options = calling();
  options.connection.url = "redis://caller:secret@127.0.0.1:" + std::to_string(redis.port());
  running_client client(options);
  EXPECT_EQ(end_of(client.run(1, 200ms)).how, "timed_out");
  EXPECT_EQ(end_of(client.run(2, 200ms)).how, "timed_out");
  EXPECT_EQ(log.count("are not withdrawn"), 1u);
  EXPECT_THAT(log.text(), ::testing::Not(HasSubstr("secret")));
}

}  // namespace
}  // namespace clamator::test
