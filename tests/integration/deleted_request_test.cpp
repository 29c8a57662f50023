// Requests that somebody deletes, or trims away, while they are pending. Redis 6.2 keeps them pending and
// answers whoever claims them with a bare nil, for which Python servers are not prepared; later ones drop
// them then.
#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class deleted_request : public over_redis {
 protected:
  deleted_request() { cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"}); }

  // So many requests, numbered from 0, that a peer has read.
  std::vector<std::string> read_by_a_peer(int count) {
    for (std::int64_t i = 0; i < count; ++i) keys.add_request(i);
    return keys.read_as("work:peer", count);
  }
  void set_idle(const std::string& id, std::chrono::milliseconds time) {
    cli.text({"XCLAIM", keys.stream(), "work", "work:peer", "0", id, "IDLE", std::to_string(time.count()),
              "JUSTID"});
  }
  void remove(const std::string& id) { cli.text({"XDEL", keys.stream(), id}); }
  std::string acknowledged(const std::string& id) const {
    return "request " + id + " of " + keys.stream() + " was deleted before it was handled: acknowledged";
  }
};

TEST_F(deleted_request, is_claimed_as_this_server_does) {
  const auto ids = read_by_a_peer(2);
  remove(ids[0]);
  const auto claimed = cli.text({"XAUTOCLAIM", keys.stream(), "work", "work:other", "0", "0"}).as_array();
  const auto& entries = claimed.at(1).as_array();
  if (redis.version().at_least(7, 0)) {
    ASSERT_THAT(claimed, SizeIs(3));
    EXPECT_EQ(claimed.at(2), boost::json::value({ids[0]}));
    ASSERT_THAT(entries, SizeIs(1));
    EXPECT_EQ(entries.at(0).at(0), boost::json::string(ids[1]));
    EXPECT_THAT(keys.pending(), SizeIs(1));
  } else {
    ASSERT_THAT(claimed, SizeIs(2));
    ASSERT_THAT(entries, SizeIs(2));
    EXPECT_TRUE(entries.at(0).is_null());
    EXPECT_EQ(entries.at(1).at(0), boost::json::string(ids[1]));
    EXPECT_THAT(keys.pending(), SizeIs(2));
    EXPECT_EQ(keys.pending()[0].consumer, "work:other");
  }
}

TEST_F(deleted_request, of_a_dead_server_is_acknowledged_and_the_others_run) {
  const auto ids = read_by_a_peer(4);
  keys.add_request(4);
  remove(ids[0]);
  remove(ids[2]);
  running_server server(serving(200ms), work_service(journal.at_once()));
  log.wait_for(acknowledged(ids[0]));
  log.wait_for(acknowledged(ids[2]));
  journal.wait_ended(3);
  eventually("nothing is pending", [this] { return keys.pending().empty(); });
  EXPECT_THAT(journal.order(), UnorderedElementsAre(1, 3, 4));
}

// A server that lives and has renewed its lease lately may be at it.
TEST_F(deleted_request, is_acknowledged_before_a_peer_would_claim_it_and_not_sooner) {
  const auto ids = read_by_a_peer(3);
  set_idle(ids[0], 35s);
  set_idle(ids[1], 50s);
  set_idle(ids[2], 50s);
  remove(ids[0]);
  remove(ids[1]);
  running_server server(serving(60s), work_service(journal.at_once()));
  log.wait_for(acknowledged(ids[1]));
  eventually("the others are pending", [this] { return keys.pending().size() == 2; });
  EXPECT_EQ(keys.pending()[0].id, ids[0]);
  EXPECT_EQ(keys.pending()[1].id, ids[2]);
  for (const auto& each : keys.pending()) EXPECT_EQ(each.consumer, "work:peer");
}

// Later servers take the lease from it. Nobody else can have it then.
TEST_F(deleted_request, that_runs_is_answered_all_the_same) {
  running_server server(serving(300ms), work_service(journal.gated()));
  running_client client(calling());
  auto begun = client.run(1);
  journal.wait_begun(1);
  remove(keys.pending().at(0).id);
  if (redis.version().at_least(7, 0)) {
    eventually("its lease is gone", [this] { return keys.pending().empty(); });
  } else {
    std::int64_t last = 0;
    int renewals = 0;
    eventually("its lease is renewed", [&] {
      const std::int64_t idle = keys.pending().at(0).idle_ms;
      renewals += idle < last;
      last = idle;
      return renewals == 2;
    });
  }
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
  eventually("nothing is pending", [this] { return keys.pending().empty(); });
  EXPECT_THAT(journal.order(), ElementsAre(1));
}

// A server that was fast has read far ahead when its work becomes slow.
TEST_F(deleted_request, that_waits_in_its_server_is_run) {
  std::atomic<bool> slow = false;
  const job_handler fast = journal.at_once();
  const job_handler gated = journal.gated();
  running_server server(serving(300ms),
                        work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
                          return slow ? gated(what, context) : fast(what, context);
                        }));
  running_client client(calling());
  for (auto& each : client.run_many(0, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  slow = true;
  auto begun = client.run_many(1000, 10);
  journal.wait_begun(1001);
  eventually("another waits behind it", [this] { return keys.pending().size() > 1; });
  const std::string waiting = keys.pending().at(1).id;
  remove(waiting);
  if (redis.version().at_least(7, 0)) {
    eventually("its lease is gone", [&] {
      const auto pending = keys.pending();
      return std::none_of(pending.begin(), pending.end(),
                          [&](const auto& each) { return each.id == waiting; });
    });
  }
  journal.open_gate();
  for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).how, "result") << log.text();
}

}  // namespace
}  // namespace clamator::test
