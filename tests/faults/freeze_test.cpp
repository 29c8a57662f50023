// Processes that stand still for a while, and go on.
#include "faults/scenario.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

class freeze : public scenario {
 protected:
  freeze() : scenario({}, short_lease) {}
};

// It has some running, and more read ahead. Another server has run them all when it goes on.
TEST_F(freeze, of_a_server_beyond_its_leases_costs_it_all_that_it_had) {
  child_process frozen = serving_process("frozen", "gated", 8);
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  calls.call_many(-1000, 1000);
  expect_ended(calls, 1000);
  calls.call_many(0, 60);
  for (int i = 0; i < 8; ++i) frozen.wait_for_line("begun");
  eventually("it has read ahead", [this] { return keys.pending().size() > 8; });
  ledger.frozen("frozen");
  frozen.pause();
  {
    running_server other(serving(claim_idle), noted_work("other", journal.at_once("other")));
    expect_ended(calls, 1060);
    EXPECT_EQ(journal.begun(), 60u);
    frozen.resume();
    ledger.thawed("frozen");
    for (int i = 0; i < 8; ++i) frozen.wait_for_line("cancelled");
    // What its handlers made of it all the same is nobody's.
    frozen.write("open\n");
    calls.call_many(100, 10);
    expect_ended(calls, 1070);
    wait_all_handled();
  }
  calls.call_many(200, 10);
  expect_ended(calls, 1080);
  EXPECT_EQ(ledger.begun_by("frozen") + journal.begun(), 1088u) << "it has begun what another had";
  frozen.close_input();
  EXPECT_EQ(frozen.wait_exit(), 0) << frozen.errors();
}

// By then the handlers of its calls are cancelled, and answer all the same.
TEST_F(freeze, of_a_client_past_its_deadlines_ends_each_call_once) {
  child_process frozen = calling_process("frozen");
  running_server server(serving(claim_idle), noted_work("server", journal.deaf("server")),
                        {.concurrency = 8});
  frozen.write("call 0 20 1000\n");
  journal.wait_begun(8);
  const auto deadline = std::chrono::steady_clock::now() + 1s;
  ledger.frozen("frozen");
  frozen.pause();
  eventually("its calls are over", [&] { return std::chrono::steady_clock::now() > deadline; });
  journal.open_gate();
  running_client other(calling());
  noted_calls calls(other, ledger, "other");
  calls.call_many(100, 20);
  expect_ended(calls, 20);
  frozen.resume();
  ledger.thawed("frozen");
  frozen.wait_for_line("all ended");
  frozen.write("call 50 20 20000\n");
  EXPECT_THAT(frozen.wait_for_line("all ended"), ::testing::HasSubstr("result"));
  wait_all_handled();
  frozen.close_input();
  EXPECT_EQ(frozen.wait_exit(), 0);
}

class freeze_of_redis : public scenario {};

TEST_F(freeze_of_redis, shorter_than_the_command_timeout_only_delays) {
  running_server server(serving(claim_idle), noted_work("server", journal.suspending("server", 1ms)));
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 100);
  journal.wait_begun(10);
  redis.pause();
  calls.call_many(100, 100);
  redis.resume();
  expect_ended(calls, 200);
  EXPECT_EQ(log.count("lost"), 0u) << log.text();
}

TEST_F(freeze_of_redis, longer_than_the_command_timeout_repeats_nothing) {
  redis::server_options serve = serving(claim_idle);
  redis::client_options call = calling();
  serve.connection.command_timeout = call.connection.command_timeout = 400ms;
  serve.connection.connect_timeout = call.connection.connect_timeout = 400ms;
  running_server server(serve, noted_work("server", journal.suspending("server", 1ms)));
  running_client client(call);
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 200, 6s);
  for (std::int64_t number = 1000; number < 1020; ++number) calls.note(number, 6s);
  journal.wait_begun(10);
  redis.pause();
  calls.call_many(200, 100, 6s);
  log.wait_for("lost: no answer for 400 ms", 2);
  redis.resume();
  expect_only(calls, {"result", "noted", "outcome_unknown"});
  wait_all_handled();
  expect_served(client);
}

}  // namespace
}  // namespace clamator::test
