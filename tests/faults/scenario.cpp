#include "faults/scenario.hpp"

#include <utility>

#include "workload/eventually.hpp"

namespace clamator::test {

scenario::scenario(redis_server_options options, std::chrono::milliseconds its_claim_idle)
    : over_redis(std::move(options)), claim_idle(its_claim_idle) {
  ledger.serves_with(claim_idle);
}

void scenario::TearDown() {
  EXPECT_THAT(ledger.broken_promises(), ::testing::IsEmpty()) << log.text();
}

redis::server_options scenario::serving_by(const std::string& url) {
  redis::server_options options = serving(claim_idle);
  options.connection.url = url;
  return options;
}

redis::client_options scenario::calling_by(const std::string& url) {
  redis::client_options options = calling();
  options.connection.url = url;
  return options;
}

service scenario::noted_work(const std::string& server, job_handler handler) {
  return work_service(noted(ledger.journal_of(server), std::move(handler)));
}

child_process scenario::serving_process(const std::string& name, const std::string& handling,
                                        std::size_t concurrency) {
  child_process made({CLAMATOR_FAULT_PEER, "server", redis.url(), prefix, name, ledger.journal_of(name),
                      handling, std::to_string(claim_idle.count()), std::to_string(concurrency)});
  made.wait_for_line("ready");
  return made;
}

child_process scenario::calling_process(const std::string& name) {
  child_process made({CLAMATOR_FAULT_PEER, "client", redis.url(), prefix, name, ledger.journal_of(name)});
  made.wait_for_line("ready");
  return made;
}

void scenario::settle(const noted_calls& calls) {
  calls.wait_ended();
  EXPECT_THAT(calls.late(), ::testing::IsEmpty());
}

void scenario::expect_ended(const noted_calls& calls, std::size_t results, std::size_t noted) {
  settle(calls);
  EXPECT_EQ(calls.ended_as("result"), results) << calls.endings() << '\n' << log.text();
  EXPECT_EQ(calls.ended_as("noted"), noted) << calls.endings();
}

void scenario::expect_only(const noted_calls& calls, const std::vector<std::string_view>& allowed) {
  settle(calls);
  std::size_t count = 0;
  for (const std::string_view how : allowed) count += calls.ended_as(how);
  EXPECT_EQ(count, calls.ended()) << calls.endings() << '\n' << log.text();
}

void scenario::expect_served(running_client& client) {
  noted_calls calls(client, ledger, "afterwards");
  calls.call_many(1'000'000, 50);
  expect_ended(calls, 50);
}

void scenario::wait_all_handled() {
  eventually("all is read and acknowledged", [this] {
    if (!keys.pending().empty()) return false;
    const auto group = cli.text({"XINFO", "GROUPS", keys.stream()}).at(0).as_array();
    for (std::size_t i = 0; i + 1 < group.size(); i += 2) {
      if (group[i] != "last-delivered-id") continue;
      const std::string behind = "(" + std::string(group[i + 1].as_string());
      return cli.text({"XRANGE", keys.stream(), behind, "+", "COUNT", "1"}).as_array().empty();
    }
    return false;
  });
}

}  // namespace clamator::test
