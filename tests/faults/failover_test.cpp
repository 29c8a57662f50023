// Somebody makes the replica the primary, and leads the connections there.
#include "faults/proxy.hpp"
#include "faults/scenario.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

class failover : public scenario {
 protected:
  // A replica begins at once.
  failover() : scenario({.arguments = {"--repl-diskless-sync-delay", "0"}}) { wait_for_replica(); }

  std::string info(redis_cli& of, const std::string& name) {
    const auto answer = of.text({"INFO", "replication"});
    const std::string text(answer.as_string());
    const std::size_t at = text.find("\n" + name + ":");
    if (at == std::string::npos) return {};
    const std::size_t begin = at + name.size() + 2;
    return text.substr(begin, text.find('\r', begin) - begin);
  }
  void wait_for_replica() {
    eventually("the replica has all", [this] {
      return info(cli_of_replica, "master_link_status") == "up" &&
             info(cli_of_replica, "master_repl_offset") == info(cli, "master_repl_offset");
    });
  }
  // As an operator does it who wants to lose nothing: no writes, all over there, then the other way round.
  void change_roles() {
    cli.text({"CLIENT", "PAUSE", "20000", "WRITE"});
    wait_for_replica();
    cli_of_replica.text({"REPLICAOF", "NO", "ONE"});
    cli.text({"REPLICAOF", "127.0.0.1", std::to_string(replica.port())});
    cli.text({"CLIENT", "UNPAUSE"});
  }
  void lead_over() {
    network.lead_to(replica.port());
    network.reset();
  }

  redis_server replica{
      redis_server_options{.arguments = {"--replicaof", "127.0.0.1", std::to_string(redis.port())}}};
  redis_cli cli_of_replica{replica};
  redis_keys keys_of_replica{cli_of_replica, prefix};
  proxy network{redis.port()};
};

TEST_F(failover, under_load_ends_each_call_with_the_truth_and_repeats_nothing) {
  running_server server(serving_by(network.url()), noted_work("server", journal.suspending("server", 1ms)),
                        {.concurrency = 4});
  running_client client(calling_by(network.url()));
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 300, 8s);
  for (std::int64_t number = 1000; number < 1020; ++number) calls.note(number, 8s);
  journal.wait_begun(20);
  change_roles();
  lead_over();
  expect_only(calls, {"result", "noted", "outcome_unknown", "refused"});
  expect_served(client);
  eventually("nothing is pending", [this] { return keys_of_replica.pending().empty(); });
}

// What ran when the roles changed is completed on the new primary.
TEST_F(failover, is_refused_by_the_old_primary_and_outwaited) {
  running_server server(serving_by(network.url()), noted_work("server", journal.gated("server")),
                        {.concurrency = 4});
  running_client client(calling_by(network.url()));
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 10);
  journal.wait_begun(4);
  change_roles();
  noted_calls refused(client, ledger, "client");
  refused.call_many(100, 5);
  refused.note(110);
  settle(refused);
  EXPECT_EQ(refused.ended_as("refused"), 6u) << refused.endings();
  journal.open_gate();
  log.wait_for("is refused, and will be tried again: READONLY");
  lead_over();
  expect_ended(calls, 10);
  EXPECT_EQ(journal.begun(), 10u);
  eventually("nothing is pending", [this] { return keys_of_replica.pending().empty(); });
}

}  // namespace
}  // namespace clamator::test
