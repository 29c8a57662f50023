// Somebody deletes what clamator keeps in Redis.
#include <ostream>

#include "faults/scenario.hpp"
#include "redis_moments.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

struct loss {
  const char* name;
  std::vector<std::string> command;  // P is the prefix
  bool of_requests = false;          // those that were not read go with it
  bool of_replies = false;           // those that were not read go with it

  friend std::ostream& operator<<(std::ostream& out, const loss& what) { return out << what.name; }
};

class deletion : public scenario, public ::testing::WithParamInterface<loss> {
 protected:
  void lose() {
    std::vector<std::string> command = GetParam().command;
    for (std::string& word : command) {
      if (word.starts_with("P:")) word = prefix + word.substr(1);
    }
    if (GetParam().of_replies) wait_for_next_millisecond(cli);
    if (GetParam().of_requests) ledger.redis_forgets();
    cli.text(command);
  }
  redis::server_options serving_as_server() {
    redis::server_options options = serving(claim_idle);
    options.instance_id = "server";
    return options;
  }
  redis::client_options calling_as_client() {
    redis::client_options options = calling();
    options.instance_id = "client";
    return options;
  }
};

TEST_P(deletion, under_load_ends_each_call_with_the_truth_and_all_works_again) {
  running_server server(serving_as_server(), noted_work("server", journal.suspending("server", 1ms)),
                        {.concurrency = 4});
  running_client client(calling_as_client());
  noted_calls calls(client, ledger, "client");
  const bool loses = GetParam().of_requests || GetParam().of_replies;
  for (std::int64_t round = 0; round < 3; ++round) {
    calls.call_many(round * 1000, 200, loses ? 2s : 20s);
    journal.wait_begun(journal.begun() + 20);
    lose();
  }
  if (loses) {
    expect_only(calls, {"result", "timed_out", "outcome_unknown"});
  } else {
    expect_ended(calls, 600);
  }
  expect_served(client);
  wait_all_handled();
}

// What runs was read, and its reply comes later than the loss.
TEST_P(deletion, while_handlers_run_costs_them_nothing) {
  running_server server(serving_as_server(), noted_work("server", journal.gated("server")),
                        {.concurrency = 4});
  running_client client(calling_as_client());
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 4);
  journal.wait_begun(4);
  lose();
  if (GetParam().of_replies) wait_for_next_millisecond(cli);
  journal.open_gate();
  expect_ended(calls, 4);
  calls.call_many(100, 50);
  expect_ended(calls, 54);
  wait_all_handled();
}

INSTANTIATE_TEST_SUITE_P(
    , deletion,
    ::testing::Values(loss{"everything", {"FLUSHALL"}, true, true},
                      loss{"the_requests", {"DEL", "P:cmds:work"}, true},
                      loss{"the_replies", {"DEL", "P:replies:client"}, false, true},
                      loss{"the_keepers_key", {"DEL", "P:keeper:work"}},
                      loss{"the_notes_of_reply_streams", {"DEL", "P:reply-streams"}},
                      loss{"the_group", {"XGROUP", "DESTROY", "P:cmds:work", "work"}},
                      loss{"the_consumer", {"XGROUP", "DELCONSUMER", "P:cmds:work", "work", "work:server"}}),
    [](const auto& given) { return "of_" + std::string(given.param.name); });

}  // namespace
}  // namespace clamator::test
