// A Redis that takes its time, or that is started again in order.
#include "faults/scenario.hpp"

namespace clamator::test {
namespace {

class pause_of_clients : public scenario {};

TEST_F(pause_of_clients, shorter_than_the_command_timeout_only_delays) {
  running_server server(serving(claim_idle), noted_work("server", journal.suspending("server", 1ms)));
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 100);
  journal.wait_begun(10);
  cli.text({"CLIENT", "PAUSE", "700", "ALL"});
  calls.call_many(100, 100);
  for (std::int64_t number = 1000; number < 1010; ++number) calls.note(number);
  expect_ended(calls, 200, 10);
  EXPECT_EQ(log.count("lost"), 0u) << log.text();
  wait_all_handled();
}

TEST_F(pause_of_clients, longer_than_the_command_timeout_ends_each_call_with_the_truth) {
  redis::server_options serve = serving(claim_idle);
  redis::client_options call = calling();
  serve.connection.command_timeout = call.connection.command_timeout = 300ms;
  serve.connection.connect_timeout = call.connection.connect_timeout = 300ms;
  running_server server(serve, noted_work("server", journal.suspending("server", 1ms)));
  running_client client(call);
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 200, 6s);
  journal.wait_begun(10);
  cli.text({"CLIENT", "PAUSE", "2500", "ALL"});
  calls.call_many(200, 100, 6s);
  log.wait_for("lost: no answer for 300 ms", 2);
  calls.call_many(300, 100, 10s);
  for (std::int64_t number = 1000; number < 1010; ++number) calls.note(number, 10s);
  expect_only(calls, {"result", "noted", "outcome_unknown"});
  wait_all_handled();
  expect_served(client);
}

class restart : public scenario {
 protected:
  restart() : scenario({.append_only = true}) {}
};

TEST_F(restart, of_a_redis_that_writes_down_what_it_is_told_is_a_pause) {
  running_server server(serving(claim_idle), noted_work("server", journal.gated("server")),
                        {.concurrency = 4});
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 100);
  journal.wait_begun(4);
  ledger.redis_killed();
  redis.stop();
  log.wait_for("Connection refused");
  calls.call_many(100, 100);
  for (std::int64_t number = 1000; number < 1010; ++number) calls.note(number);
  journal.open_gate();
  journal.wait_ended(4);
  redis.restart();
  ledger.redis_back();
  expect_ended(calls, 200, 10);
  wait_all_handled();
}

}  // namespace
}  // namespace clamator::test
