// What an observer is told of calls and requests, over each transport.
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/post.hpp>

#include "suite.hpp"
#include "workload/observed_events.hpp"

namespace clamator::test {
namespace {

class observed : public conformance {
 protected:
  const std::shared_ptr<observed_events> at_client = std::make_shared<observed_events>();
  const std::shared_ptr<observed_events> at_server = std::make_shared<observed_events>();

  clamator::server& observe_server(service served, service_options how = {},
                                   std::chrono::milliseconds grace = 5s) {
    return serve(std::move(served), how, {.shutdown_grace = grace, .observer = at_server});
  }
  clamator::client& observe_client() { return connect({.observer = at_client}); }
  std::string all() const { return "client:\n" + at_client->text() + "server:\n" + at_server->text(); }
};
FOR_ALL_TRANSPORTS(observed);

TEST_P(observed, the_whole_life_of_a_call) {
  observe_server(work_service(journal.suspending("a", 20ms)));
  EXPECT_EQ(finished(run(observe_client(), 1)).number, 1);
  for (const event each : {event::call_begun, event::call_sent, event::call_completed}) {
    EXPECT_EQ(at_client->count(each), 1u) << to_string(each) << all();
  }
  for (const event each : {event::request_received, event::request_begun, event::request_finished}) {
    EXPECT_EQ(at_server->count(each), 1u) << to_string(each) << all();
  }
  for (const event each : {event::call_answered, event::call_failed, event::call_cancelled,
                           event::request_failed, event::request_expired, event::request_taken_over}) {
    EXPECT_EQ(at_client->count(each) + at_server->count(each), 0u) << to_string(each) << all();
  }
  const auto completed = at_client->all(event::call_completed).at(0);
  EXPECT_EQ(completed.service, "work");
  EXPECT_EQ(completed.subject, "run");
  const auto ran = at_server->all(event::request_finished).at(0);
  EXPECT_EQ(ran.service, "work");
  EXPECT_EQ(ran.subject, "run");
  EXPECT_GE(ran.took, 20ms);
  EXPECT_GE(completed.took, ran.took);
}

TEST_P(observed, a_notification) {
  observe_server(work_service(journal.at_once()));
  finished(note(observe_client(), 1));
  EXPECT_EQ(at_client->count(event::call_completed), 1u) << all();
  at_server->wait_for(event::request_finished);
}

TEST_P(observed, what_a_handler_says_no_to) {
  observe_server(work_service([](job, call_context&) -> asio::awaitable<job_result> {
    throw rpc_error(7, "no");
    co_return job_result();
  }));
  EXPECT_EQ(ending([&] { finished(run(observe_client(), 1)); }), "rpc_error 7");
  EXPECT_EQ(at_client->count(event::call_answered, "7"), 1u) << all();
  EXPECT_EQ(at_client->count(event::call_completed), 0u) << all();
  EXPECT_EQ(at_server->count(event::request_finished), 1u) << all();
  EXPECT_EQ(at_server->count(event::request_failed, "the handler failed"), 1u) << all();
}

TEST_P(observed, what_no_handler_is_there_for) {
  observe_server(work_service(journal.at_once()));
  const std::string end =
      ending([&] { finished(call(observe_client(), "work", "walk", boost::json::object())); });
  EXPECT_EQ(end, "rpc_error -32601");
  EXPECT_EQ(at_client->count(event::call_answered, "-32601"), 1u) << all();
  EXPECT_EQ(at_server->count(event::request_begun), 0u) << all();
  EXPECT_EQ(at_server->count(event::request_failed, "refused"), 1u) << all();
}

TEST_P(observed, what_breaks_the_contract_at_the_client) {
  service shop("shop");
  shop.handle(shop_buy, [](const order& what) { return bill(what.price); });
  observe_server(std::move(shop));
  clamator::client& client = observe_client();
  EXPECT_EQ(ending([&] { finished(buy(client, order(0, "nail"))); }), "invalid_params");
  EXPECT_EQ(at_client->count(event::call_failed, "invalid_params"), 1u) << all();
  EXPECT_EQ(at_client->count(event::call_sent), 0u) << all();
  EXPECT_EQ(ending([&] { finished(buy_small(client, order(11, "nail"))); }), "invalid_result");
  EXPECT_EQ(at_client->count(event::call_failed, "invalid_result"), 1u) << all();
  EXPECT_EQ(at_client->count(event::call_begun), 2u) << all();
}

TEST_P(observed, a_timeout_and_the_reply_that_comes_behind_it) {
  observe_server(work_service(journal.deaf()));
  clamator::client& client = observe_client();
  auto begun = run(client, 1, {.timeout = soon});
  const std::string end = ending([&] { finished(std::move(begun)); });
  EXPECT_EQ(at_client->count(event::call_failed, end), 1u) << all();
  EXPECT_GE(at_client->all(event::call_failed).at(0).took, soon);
  EXPECT_EQ(at_client->count(event::reply_unclaimed), 0u) << all();
  journal.open_gate();
  at_client->wait_for(event::reply_unclaimed);
}

TEST_P(observed, a_call_of_a_client_that_was_stopped) {
  observe_server(work_service(journal.at_once()));
  clamator::client& client = observe_client();
  finished(begin_stop(client));
  EXPECT_EQ(ending([&] { finished(run(client, 1)); }), "stopped");
  EXPECT_EQ(at_client->count(event::call_begun), 1u) << all();
  EXPECT_EQ(at_client->count(event::call_failed, "stopped"), 1u) << all();
}

TEST_P(observed, a_handler_that_outlasts_a_stop) {
  clamator::server& server = observe_server(work_service(journal.deaf()), {}, 0ms);
  auto begun = run(observe_client(), 1, {.timeout = soon});
  journal.wait_begun(1);
  finished(begin_stop(server));
  EXPECT_EQ(at_server->count(event::request_given_up), 1u) << all();
  EXPECT_NE(ending([&] { finished(std::move(begun)); }), "result");
}

class observed_withdrawal : public observed {
 protected:
  struct cancellable {
    std::future<std::string> end;
    std::shared_ptr<asio::cancellation_signal> signal;
  };

  cancellable begin(clamator::client& client, std::int64_t number) {
    auto signal = std::make_shared<asio::cancellation_signal>();
    auto promise = std::make_shared<std::promise<std::string>>();
    cancellable begun{promise->get_future(), signal};
    auto done = [promise](const std::exception_ptr& problem, const job_result&) {
      promise->set_value(ending([&] {
        if (problem) std::rethrow_exception(problem);
      }));
    };
    client.call(work_run, job(number), {}, asio::bind_cancellation_slot(signal->slot(), done));
    return begun;
  }
  void cancel(cancellable& which) {
    asio::post(client_loop.get_executor(),
               [signal = which.signal] { signal->emit(asio::cancellation_type::terminal); });
    EXPECT_EQ(finished(std::move(which.end)), "operation_aborted");
  }
};
INSTANTIATE_TEST_SUITE_P(, observed_withdrawal, ::testing::ValuesIn(transports_that_withdraw()), name_of);

TEST_P(observed_withdrawal, of_what_runs) {
  observe_server(work_service(journal.gated()));
  cancellable call = begin(observe_client(), 1);
  journal.wait_begun(1);
  cancel(call);
  EXPECT_EQ(at_client->count(event::call_cancelled), 1u) << all();
  EXPECT_EQ(at_client->count(event::call_failed), 0u) << all();
  at_server->wait_for(event::request_cancelled);
  journal.wait_ended(1);
  at_client->wait_for(event::reply_unclaimed);
}

// Over Redis no server has read it yet, over memory its server has.
TEST_P(observed_withdrawal, of_what_waits) {
  observe_server(work_service(journal.gated()));
  clamator::client& client = observe_client();
  cancellable first = begin(client, 1);
  journal.wait_begun(1);
  cancellable second = begin(client, 2);
  at_client->wait_for(event::call_sent, 2);
  cancel(second);
  eventually("it is dropped", [&] {
    return at_client->count(event::call_withdrawn) + at_server->count(event::request_cancelled) > 0;
  });
  journal.open_gate();
  EXPECT_EQ(finished(std::move(first.end)), "result");
  EXPECT_EQ(at_server->count(event::request_begun), 1u) << all();
}

// One that was quick, so that the server has more than it runs also where it reads that ahead.
TEST_P(observed_withdrawal, by_a_stop_gives_back_what_was_not_begun) {
  const job_handler at_once = journal.at_once();
  const job_handler gated = journal.gated();
  const auto handler = [at_once, gated](job what, call_context& context) {
    return what.number == 0 ? at_once(what, context) : gated(what, context);
  };
  clamator::server& server = observe_server(work_service(handler), {}, 0ms);
  clamator::client& client = observe_client();
  EXPECT_EQ(ending([&] { finished(run(client, 0)); }), "result");
  auto first = run(client, 1);
  journal.wait_begun(2);
  auto second = run(client, 2);
  at_server->wait_for(event::request_received, 3);
  finished(begin_stop(server));
  EXPECT_EQ(at_server->count(event::request_given_back), 1u) << all();
  finished(begin_stop(client));
  // Where nobody else could take it, it is refused at once.
  EXPECT_EQ(ending([&] { finished(std::move(second)); }), GetParam().hands_over ? "stopped" : "refused");
  ending([&] { finished(std::move(first)); });
}

}  // namespace
}  // namespace clamator::test
