// Connections that break while Redis stays.
#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AnyOf;
using ::testing::SizeIs;

class survival_of_connections : public over_redis {
 protected:
  // Breaks a connection and waits until whoever had it has another.
  void break_and_mend(const std::string& line) {
    const std::size_t mended = log.count("connected to ");
    cli.text({"CLIENT", "KILL", "ID", client_field(line, "id")});
    log.wait_for("connected to ", mended + 1);
  }
};

TEST_F(survival_of_connections, each_that_breaks_is_made_again) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(0)).how, "result");
  // Commands and reading on either side, the server's leases, and what it listens on.
  const std::vector<std::string> all = connections(cli);
  ASSERT_THAT(all, SizeIs(6));
  std::int64_t number = 0;
  for (const std::string& each : all) {
    break_and_mend(each);
    EXPECT_EQ(end_of(client.run(++number)).how, "result") << each;
  }
  EXPECT_EQ(journal.begun(), 7u);
  EXPECT_EQ(log.count("; connecting again"), 6u) << log.text();
}

TEST_F(survival_of_connections, breaking_under_load_runs_nothing_twice) {
  running_server server(serving(), work_service(journal.suspending("a", 1ms)));
  running_client client(calling());
  std::vector<std::future<job_result>> begun;
  for (std::int64_t round = 0; round < 5; ++round) {
    for (auto& each : client.run_many(round * 100, 100, 3s)) begun.push_back(std::move(each));
    journal.wait_begun(journal.begun() + 10);
    for (const std::string& each : connections(cli)) break_and_mend(each);
  }
  for (auto& each : begun) EXPECT_THAT(end_of(std::move(each)).how, AnyOf("result", "outcome_unknown"));
  for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 1u) << number << '\n' << log.text();
  eventually("nothing is pending", [this] { return keys.pending().empty(); });
}

// The answer to the read goes down with its connection, and Redis counts those requests as this server's.
TEST_F(survival_of_connections, what_a_broken_read_had_taken_is_recovered_in_order) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(0)).how, "result");
  std::string reading;
  for (const std::string& line : connections(cli))
    if (client_field(line, "cmd") == "xreadgroup") reading = client_field(line, "id");
  cli.text({"MULTI"});
  for (std::int64_t i = 1; i <= 5; ++i) keys.add_request(i);
  cli.text({"CLIENT", "KILL", "ID", reading});
  cli.text({"EXEC"});
  journal.wait_ended(6);
  EXPECT_EQ(journal.order(), (std::vector<std::int64_t>{0, 1, 2, 3, 4, 5}));
  eventually("nothing is pending", [this] { return keys.pending().empty(); });
}

}  // namespace
}  // namespace clamator::test
