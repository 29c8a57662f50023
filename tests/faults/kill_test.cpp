// Processes that get SIGKILL in the middle of their work.
#include "faults/scenario.hpp"

namespace clamator::test {
namespace {

class kill : public scenario {
 protected:
  kill() : scenario({}, short_lease) {}
};

TEST_F(kill, of_a_server_under_load_loses_nothing) {
  child_process first = serving_process("first", "5", 4);
  child_process second = serving_process("second", "5", 4);
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 300);
  for (std::int64_t number = 1000; number < 1020; ++number) calls.note(number);
  first.wait_for_line("begun");
  second.wait_for_line("begun");
  ledger.killed("first");
  first.kill();
  expect_ended(calls, 300, 20);
  wait_all_handled();
  second.close_input();
  EXPECT_EQ(second.wait_exit(), 0);
}

TEST_F(kill, of_every_server_leaves_its_requests_to_those_that_come_later) {
  child_process first = serving_process("first", "gated", 2);
  child_process second = serving_process("second", "gated", 2);
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 20);
  first.wait_for_line("begun");
  second.wait_for_line("begun");
  ledger.killed("first");
  ledger.killed("second");
  first.kill();
  second.kill();
  running_server third(serving(claim_idle), noted_work("third", journal.at_once("third")));
  expect_ended(calls, 20);
  EXPECT_EQ(journal.begun(), 20u);
  wait_all_handled();
}

TEST_F(kill, of_a_client_leaves_its_requests_to_run_once_and_disturbs_no_other) {
  running_server server(serving(claim_idle), noted_work("server", journal.suspending("server", 2ms)));
  running_client other(calling());
  noted_calls calls(other, ledger, "other");
  child_process victim = calling_process("victim");
  victim.write("call 1000 200 20000\n");
  calls.call_many(0, 100);
  journal.wait_begun(30);
  ledger.killed("victim");
  victim.kill();
  expect_ended(calls, 100);
  wait_all_handled();
  EXPECT_GT(journal.begun(), 100u);
}

class kill_of_redis : public scenario {
 protected:
  using scenario::scenario;

  // Kills it three times under load.
  void call_meanwhile(noted_calls& calls, std::chrono::milliseconds timeout) {
    for (std::int64_t round = 0; round < 3; ++round) {
      calls.call_many(round * 1000, 100, timeout);
      for (std::int64_t number = 500; number < 520; ++number) calls.note(round * 1000 + number, timeout);
      calls.wait_ended(calls.ended() + 20);
      ledger.redis_killed();
      redis.kill();
      redis.restart();
      ledger.redis_back();
    }
  }
};

class kill_of_a_redis_that_remembers : public kill_of_redis {
 protected:
  kill_of_a_redis_that_remembers() : kill_of_redis({.append_only = true}) {}
};

TEST_F(kill_of_a_redis_that_remembers, loses_nothing_and_repeats_nothing) {
  running_server server(serving(claim_idle), noted_work("server", journal.suspending("server", 1ms)));
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  call_meanwhile(calls, 6s);
  expect_only(calls, {"result", "noted", "outcome_unknown"});
  wait_all_handled();
  expect_served(client);
}

TEST_F(kill_of_redis, that_forgets_ends_each_call_with_the_truth) {
  running_server server(serving(claim_idle), noted_work("server", journal.suspending("server", 1ms)));
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  ledger.redis_forgets();
  call_meanwhile(calls, 3s);
  expect_only(calls, {"result", "noted", "outcome_unknown", "timed_out"});
  expect_served(client);
  wait_all_handled();
}

}  // namespace
}  // namespace clamator::test
