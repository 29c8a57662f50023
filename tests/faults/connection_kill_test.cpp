// Redis closes one connection after another: commands, reading, leases and what is listened on, of the
// server; commands and reading, of the client.
#include <boost/json/serialize.hpp>

#include "faults/scenario.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

class connection_kill : public scenario {
 protected:
  // Job N waits for the gate of round N / 100.
  service work_by_round() {
    const auto handler = [this](job what, call_context& context) -> asio::awaitable<job_result> {
      const job_handler& handling = handlers_.at(static_cast<std::size_t>(what.number / 100));
      co_return co_await handling(what, context);
    };
    return noted_work("server", handler);
  }
  void kill(const std::string& line) { cli.text({"CLIENT", "KILL", "ID", client_field(line, "id")}); }
  void kill_and_mend(const std::string& line) {
    const std::size_t mended = log.count("connected to ");
    kill(line);
    log.wait_for("connected to ", mended + 1);
  }
  // What Redis has not seen yet is lost with its connection, and nobody could tell.
  void wait_until_stored(std::int64_t first, std::int64_t count) {
    eventually("all are on the stream", [&] {
      const std::string entries = boost::json::serialize(cli.text({"XRANGE", keys.stream(), "-", "+"}));
      for (std::int64_t number = first; number < first + count; ++number) {
        if (entries.find("\\\"number\\\":" + std::to_string(number) + '}') == std::string::npos) return false;
      }
      return true;
    });
  }
  // At its first command or at its last, as this server does it.
  void wait_for_blocked_completion() {
    eventually("a blocked completion", [this] {
      for (const std::string& line : connections(cli)) {
        const std::string command = client_field(line, "cmd");
        const bool completes = command == "xadd" || command == "exec";
        if (completes && client_field(line, "flags").find('b') != std::string::npos) return true;
      }
      return false;
    });
  }
  // A round for each connection that there is before the first.
  template <class Round>
  void for_each_connection(running_client& client, Round round) {
    noted_calls calls(client, ledger, "client");
    const std::vector<std::string> all = connections(cli);
    ASSERT_THAT(all, ::testing::SizeIs(6));
    for (std::size_t i = 0; i < all.size(); ++i)
      round(calls, static_cast<std::int64_t>(i) * 100, gates_[i], all[i]);
    EXPECT_EQ(log.count("; connecting again"), 6u) << log.text();
    wait_all_handled();
  }

 private:
  std::vector<job_handler> gated() {
    std::vector<job_handler> made;
    for (work_journal& each : gates_) made.push_back(each.gated("server"));
    return made;
  }

  std::array<work_journal, 6> gates_;
  const std::vector<job_handler> handlers_ = gated();
};

// One of a round runs, and most of the others are in no server's hands yet.
TEST_F(connection_kill, while_a_handler_runs_and_calls_wait_costs_none_of_them) {
  running_server server(serving(claim_idle), work_by_round());
  running_client client(calling());
  for_each_connection(
      client, [&](noted_calls& calls, std::int64_t first, work_journal& gate, const std::string& line) {
        const std::size_t ended = calls.ended();
        calls.call_many(first, 8);
        gate.wait_begun(1);
        wait_until_stored(first, 8);
        kill_and_mend(line);
        EXPECT_EQ(calls.ended(), ended) << line;
        gate.open_gate();
        expect_ended(calls, ended + 8);
      });
}

// Redis has the completion, and has not carried it out.
TEST_F(connection_kill, while_a_completion_is_pending_costs_none_of_them) {
  running_server server(serving(claim_idle), work_by_round());
  running_client client(calling());
  for_each_connection(
      client, [&](noted_calls& calls, std::int64_t first, work_journal& gate, const std::string& line) {
        const std::size_t ended = calls.ended();
        calls.call(first);
        gate.wait_begun(1);
        cli.text({"CLIENT", "PAUSE", "20000", "WRITE"});
        gate.open_gate();
        wait_for_blocked_completion();
        kill(line);
        cli.text({"CLIENT", "UNPAUSE"});
        expect_ended(calls, ended + 1);
        log.wait_for("connected to ", static_cast<std::size_t>(first / 100) + 1);
      });
}

}  // namespace
}  // namespace clamator::test
