// A request that is pending for nobody any more was either finished by another server, or somebody took its
// consumer, its group or its stream away. Which of them is told by whether another server could have claimed
// it.
#include "over_redis.hpp"
#include "redis_moments.hpp"

namespace clamator::test {
namespace {

using ::testing::Each;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class lost_lease : public over_redis {
 protected:
  // Fast for the first thousand, so that it reads far ahead, then slow: each waits for the gate.
  service slow_from_1000(std::string server = "a") {
    return work_service([fast = journal.at_once(server), gated = journal.gated(server)](
                            job what, call_context& context) -> asio::awaitable<job_result> {
      return what.number >= 1000 ? gated(what, context) : fast(what, context);
    });
  }
  // Of four calls, one runs and the others wait behind it in that server.
  std::vector<std::future<job_result>> busy(running_client& client) {
    for (auto& each : client.run_many(0, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
    eventually("all is acknowledged", [this] { return keys.pending().empty(); });
    auto begun = client.run_many(1000, 4);
    journal.wait_begun(1001);
    eventually("three wait behind it", [this] { return keys.pending().size() == 4; });
    return begun;
  }
  void expect_each_ran_once(std::vector<std::future<job_result>>& begun) {
    EXPECT_EQ(journal.canceled(), 0u) << log.text();
    journal.open_gate();
    for (auto& each : begun) {
      const outcome end = end_of(std::move(each));
      EXPECT_EQ(end.how, "result") << end.text << '\n' << log.text();
    }
    EXPECT_EQ(journal.canceled(), 0u) << log.text();
    for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 1u) << number << '\n' << log.text();
    eventually("nothing is pending", [this] { return keys.pending().empty(); });
  }
  // Until the leases of all that the server holds were looked at, by the lease of one that Redis still knows.
  void wait_until_looked_at(const std::string& known) {
    std::int64_t last = 0;
    int renewals = 0;
    eventually("leases are renewed", [&] {
      for (const auto& each : keys.pending()) {
        if (each.id != known) continue;
        renewals += each.idle_ms < last;
        last = each.idle_ms;
      }
      return renewals == 3;
    });
  }
  // The stream goes under a handler that runs and what waits behind it, and comes back with others in it.
  void lose_the_stream_by(const std::vector<std::string>& command) {
    running_server server(serving(300ms), slow_from_1000());
    running_client client(calling());
    auto begun = busy(client);
    wait_for_next_millisecond(cli);
    cli.text(command);
    begun.push_back(client.run(2000));
    log.wait_for("was lost and is created again");
    eventually("the new one is read", [this] { return keys.pending().size() == 1; });
    wait_until_looked_at(keys.pending().at(0).id);
    expect_each_ran_once(begun);
  }
};

TEST_F(lost_lease, of_a_consumer_that_was_deleted_is_taken_back) {
  running_server server(serving(300ms), slow_from_1000());
  running_client client(calling());
  auto begun = busy(client);
  const auto held = keys.pending();
  cli.text({"XGROUP", "DELCONSUMER", keys.stream(), "work", held.at(0).consumer});
  log.wait_for("was pending for nobody any more: it is taken back", held.size());
  EXPECT_THAT(keys.pending(), SizeIs(held.size()));
  EXPECT_THAT(keys.pending(), Each(Field(&pending_entry::consumer, held.at(0).consumer)));
  expect_each_ran_once(begun);
}

TEST_F(lost_lease, of_a_consumer_that_is_deleted_again_and_again_is_taken_back) {
  running_server server(serving(100ms), work_service(journal.suspending("a", 2ms)));
  running_client client(calling());
  for (std::int64_t round = 0; round < 10; ++round) {
    auto begun = client.run_many(round * 100, 40);
    journal.wait_begun(static_cast<std::size_t>(round) * 40 + 10);
    const auto held = keys.pending();
    if (!held.empty()) cli.text({"XGROUP", "DELCONSUMER", keys.stream(), "work", held.at(0).consumer});
    expect_each_ran_once(begun);
  }
  EXPECT_EQ(journal.begun(), 400u);
}

// As by another server of the pool, which knows of nothing unfinished.
TEST_F(lost_lease, of_a_group_that_was_made_anew_behind_it_is_taken_back) {
  running_server server(serving(300ms), slow_from_1000());
  running_client client(calling());
  auto begun = busy(client);
  const auto held = keys.pending();
  cli.text({"MULTI"});
  cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", held.back().id});
  cli.text({"EXEC"});
  log.wait_for("was pending for nobody any more: it is taken back", held.size());
  expect_each_ran_once(begun);
}

TEST_F(lost_lease, of_a_group_that_was_destroyed_runs_on) {
  running_server server(serving(300ms), slow_from_1000());
  running_client client(calling());
  auto begun = busy(client);
  cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
  log.wait_for("was lost and is created again");
  begun.push_back(client.run(2000));
  eventually("what it holds is read again", [this] { return !keys.pending().empty(); });
  wait_until_looked_at(keys.pending().at(0).id);
  expect_each_ran_once(begun);
}

TEST_F(lost_lease, of_a_stream_that_was_deleted_runs_on) {
  lose_the_stream_by({"DEL", keys.stream()});
}

TEST_F(lost_lease, of_a_database_that_was_emptied_runs_on) {
  lose_the_stream_by({"FLUSHALL"});
}

// It cannot renew for longer than the claim time, as if it were frozen, and another server does all its work.
TEST_F(lost_lease, that_lasted_long_enough_for_another_to_finish_is_not_run_again) {
  cli.text({"ACL", "SETUSER", "worker", "on", ">pw", "~*", "&*", "+@all"});
  redis::server_options options = serving(300ms);
  options.connection.url = "redis://worker:pw@127.0.0.1:" + std::to_string(redis.port());
  running_server frozen(options, slow_from_1000("a"));
  running_client client(calling());
  auto begun = busy(client);
  cli.text({"ACL", "SETUSER", "worker", "-eval", "-evalsha", "-xreadgroup"});
  {
    running_server other(serving(300ms), work_service(journal.at_once("b")));
    for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).server, "b");
  }
  eventually("nothing is pending", [this] { return keys.pending().empty(); });
  cli.text({"ACL", "SETUSER", "worker", "+@all"});
  log.wait_for("lost its lease, and may have been finished by another server, before it began here", 3);
  log.wait_for("lost its lease, and may have been finished by another server, while it runs here");
  eventually("its handler is cancelled", [this] { return journal.canceled() == 1; });
  EXPECT_EQ(end_of(client.run(1)).server, "a");
  EXPECT_EQ(journal.of_server("a"), 1002u) << "1000 before it was slow, the one that ran, and the last";
  EXPECT_THAT(keys.pending(), IsEmpty());
}

}  // namespace
}  // namespace clamator::test
