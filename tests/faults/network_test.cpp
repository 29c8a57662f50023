// Networks that break, stall and crawl.
#include "faults/proxy.hpp"
#include "faults/scenario.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

class network_fault : public scenario {
 protected:
  using scenario::scenario;

  proxy of_server{redis.port()};
  proxy of_client{redis.port()};
};

TEST_F(network_fault, reset_while_calls_are_pending) {
  running_server server(serving_by(of_server.url()), noted_work("server", journal.suspending("server", 1ms)));
  running_client client(calling_by(of_client.url()));
  noted_calls calls(client, ledger, "client");
  for (std::int64_t round = 0; round < 10; ++round) {
    calls.call_many(round * 1000, 100, 6s);
    for (std::int64_t number = 500; number < 510; ++number) calls.note(round * 1000 + number, 6s);
    calls.wait_ended(calls.ended() + 20);
    (round % 2 == 0 ? of_server : of_client).reset();
  }
  expect_only(calls, {"result", "noted", "outcome_unknown"});
  wait_all_handled();
  expect_served(client);
}

// Nothing passes, nobody is told, and all that was on its way comes at last.
TEST_F(network_fault, black_hole_for_longer_than_the_watchdog) {
  redis::server_options serve = serving_by(of_server.url());
  redis::client_options call = calling_by(of_client.url());
  serve.connection.command_timeout = call.connection.command_timeout = 300ms;
  serve.connection.connect_timeout = call.connection.connect_timeout = 300ms;
  running_server server(serve, noted_work("server", journal.suspending("server", 1ms)));
  running_client client(call);
  noted_calls calls(client, ledger, "client");
  for (proxy* const each : {&of_client, &of_server}) {
    const auto first = static_cast<std::int64_t>(calls.ended());
    calls.call_many(first, 200, 8s);
    calls.wait_ended(calls.ended() + 20);
    const std::size_t noticed = log.count("lost: no answer for 300 ms");
    each->hold();
    // What is sent into it.
    calls.call_many(first + 200, 20, 8s);
    log.wait_for("lost: no answer for 300 ms", noticed + 1);
    each->release();
    settle(calls);
  }
  expect_only(calls, {"result", "outcome_unknown"});
  wait_all_handled();
  expect_served(client);
}

// What was sent into it arrives after the client has made another connection, and may have sent it again.
class network_fault_that_lets_go_late : public network_fault, public ::testing::WithParamInterface<bool> {};

TEST_P(network_fault_that_lets_go_late, of_a_clients_requests_runs_none_twice) {
  redis::client_options call = calling_by(of_client.url());
  call.connection.command_timeout = 300ms;
  call.resend_on_disconnect = GetParam();
  running_server server(serving(claim_idle), noted_work("server", journal.at_once("server")));
  running_client client(call);
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 20);
  expect_ended(calls, 20);
  of_client.hold_present();
  calls.call_many(100, 20, GetParam() ? 20s : 6s);
  for (std::int64_t number = 200; number < 210; ++number) calls.note(number);
  log.wait_for("connected to ");
  // Through the new connection.
  calls.call_many(300, 20);
  if (GetParam()) expect_ended(calls, 60, 10);
  eventually("the new calls were made", [this] { return journal.runs().contains(319); });
  of_client.release();
  expect_only(calls, {"result", "noted", "outcome_unknown"});
  expect_served(client);
  wait_all_handled();
}

INSTANTIATE_TEST_SUITE_P(, network_fault_that_lets_go_late, ::testing::Bool(), [](const auto& given) {
  return std::string(given.param ? "where_it_resends" : "where_it_does_not");
});

TEST_F(network_fault, slices_of_one_byte_both_ways_are_slow_and_no_more) {
  of_server.slice();
  of_client.slice();
  running_server server(serving_by(of_server.url()), noted_work("server", journal.at_once("server")));
  running_client client(calling_by(of_client.url()));
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 20);
  expect_ended(calls, 20);
  EXPECT_EQ(log.count("lost"), 0u) << log.text();
}

TEST_F(network_fault, latency_of_200_ms_delays_and_no_more) {
  running_server server(serving_by(of_server.url()), noted_work("server", journal.at_once("server")));
  running_client client(calling_by(of_client.url()));
  noted_calls calls(client, ledger, "client");
  of_server.delay(200ms);
  of_client.delay(200ms);
  calls.call_many(0, 200);
  calls.note(1000);
  expect_ended(calls, 200, 1);
  of_server.delay(0ms);
  of_client.delay(0ms);
  EXPECT_EQ(log.count("lost"), 0u) << log.text();
}

// Redis has a request for a while before the client hears of that.
TEST_F(network_fault, latency_of_200_ms_keeps_no_request_from_being_withdrawn_by_a_stop) {
  running_server server(serving(claim_idle), noted_work("server", journal.gated("server")));
  running_client client(calling_by(of_client.url()));
  noted_calls calls(client, ledger, "client");
  of_client.delay(200ms);
  calls.call(0);
  journal.wait_begun(1);
  client.stop();
  journal.wait_ended(1);
  EXPECT_EQ(journal.canceled(), 1u);
  EXPECT_EQ(calls.ended_as("stopped"), 1u) << calls.endings();
  wait_all_handled();
}

class network_fault_beyond_leases : public network_fault {
 protected:
  network_fault_beyond_leases() : network_fault({}, short_lease) {}
};

// It lives, and Redis does not hear of it: another has its requests when the network is back.
TEST_F(network_fault_beyond_leases, costs_the_server_what_it_had) {
  work_journal alone;
  const job_handler handler = quick_below_zero(alone.gated("alone"));
  running_server server(serving_by(of_server.url()), noted_work("alone", handler), {.concurrency = 4});
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  calls.call_many(-1000, 1000);
  expect_ended(calls, 1000);
  calls.call_many(0, 60);
  alone.wait_begun(4);
  eventually("it has read ahead", [this] { return keys.pending().size() > 4; });
  ledger.frozen("alone");
  of_server.hold();
  running_server other(serving(claim_idle), noted_work("other", journal.at_once("other")));
  expect_ended(calls, 1060);
  of_server.release();
  eventually("its handlers are cancelled", [&] { return alone.canceled() == 4; });
  ledger.thawed("alone");
  alone.open_gate();
  calls.call_many(100, 20);
  expect_ended(calls, 1080);
  EXPECT_EQ(alone.begun() + journal.begun(), 84u) << "it has begun what another had";
  wait_all_handled();
}

}  // namespace
}  // namespace clamator::test
