// The same while leases are being renewed: what nobody has in Redis any more is nobody else's.
#include "faults/scenario.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

class deletion_between_renewals : public scenario {
 protected:
  deletion_between_renewals() : scenario({}, 300ms) {}

  // Four handlers run, and some requests wait behind them, while leases are renewed more than once.
  void expect_harmless(const std::vector<std::string>& command) {
    redis::server_options options = serving(claim_idle);
    options.instance_id = "server";
    running_server server(options, noted_work("server", journal.gated("server")), {.concurrency = 4});
    running_client client(calling());
    noted_calls calls(client, ledger, "client");
    calls.call_many(0, 12, 5s);
    journal.wait_begun(4);
    cli.text(command);
    const auto begin = std::chrono::steady_clock::now();
    eventually("leases were renewed",
               [&] { return std::chrono::steady_clock::now() > begin + 2 * claim_idle; });
    EXPECT_EQ(journal.canceled(), 0u) << log.text();
    journal.open_gate();
    expect_ended(calls, 12);
    wait_all_handled();
  }
};

TEST_F(deletion_between_renewals, of_the_group) {
  expect_harmless({"XGROUP", "DESTROY", keys.stream(), "work"});
}

TEST_F(deletion_between_renewals, of_the_consumer) {
  expect_harmless({"XGROUP", "DELCONSUMER", keys.stream(), "work", "work:server"});
}

}  // namespace
}  // namespace clamator::test
