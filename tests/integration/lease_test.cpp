// What a living server has read stays its own, however long it takes.
#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class lease : public over_redis {
 protected:
  // Everything that was called ran once, although each handler takes several times the claim idle.
  void expect_each_ran_once(std::vector<std::future<job_result>>& begun) {
    for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).how, "result");
    EXPECT_THAT(journal.runs(), SizeIs(begun.size()));
    for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 1u) << number << '\n' << log.text();
    EXPECT_THAT(keys.pending(), IsEmpty());
  }
};

TEST_F(lease, holds_for_a_long_handler_that_suspends) {
  running_server first(serving(200ms), work_service(journal.suspending("a", 1200ms)));
  running_server second(serving(200ms), work_service(journal.suspending("b", 1200ms)));
  running_client client(calling());
  auto begun = client.run_many(0, 4);
  expect_each_ran_once(begun);
}

TEST_F(lease, holds_for_a_long_handler_that_blocks_its_thread) {
  running_server first(serving(200ms), work_service(journal.blocking("a", 1200ms)));
  running_server second(serving(200ms), work_service(journal.blocking("b", 1200ms)));
  running_client client(calling());
  auto begun = client.run_many(0, 4);
  expect_each_ran_once(begun);
}

// A server that was fast has read far ahead when its work becomes slow.
TEST_F(lease, holds_for_what_waits_behind_a_handler_that_blocks) {
  const job_handler fast = journal.at_once("a");
  const job_handler slow = journal.blocking("a", 1200ms);
  running_server first(serving(200ms),
                       work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
                         return what.number == 1000 ? slow(what, context) : fast(what, context);
                       }));
  running_client client(calling());
  auto begun = client.run_many(0, 1200);
  running_server second(serving(200ms), work_service(journal.at_once("b")));
  expect_each_ran_once(begun);
}

TEST_F(lease, lost_to_another_before_it_began_is_not_run_here) {
  std::atomic<bool> slow = false;
  const job_handler fast = journal.at_once("a");
  const job_handler gated = journal.gated("a");
  running_server server(serving(300ms),
                        work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
                          return slow ? gated(what, context) : fast(what, context);
                        }));
  running_client client(calling());
  for (auto& each : client.run_many(0, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  slow = true;
  auto begun = client.run_many(1000, 20, 3s);
  journal.wait_begun(1001);
  eventually("some wait behind it", [this] { return keys.pending().size() > 2; });
  const std::string queued = keys.pending().at(1).id;
  cli.text({"XCLAIM", keys.stream(), "work", "work:thief", "0", queued});
  log.wait_for("request " + queued + " of " + keys.stream() + " went to another server before it began here");
  // The one that runs is lost as well: it is said, and runs on.
  const std::string running = keys.pending().at(0).id;
  cli.text({"XCLAIM", keys.stream(), "work", "work:thief", "0", running});
  log.wait_for("request " + running + " of " + keys.stream() + " went to another server while it runs here");
  journal.open_gate();
  std::size_t answered = 0;
  for (auto& each : begun) answered += end_of(std::move(each)).how == "result";
  // The thief answers nothing, and after the claim idle its loot comes back here.
  EXPECT_GE(answered, 19u);
  eventually("nothing is pending", [this] { return keys.pending().empty(); });
  EXPECT_EQ(journal.runs()[1000], 1u);
}

// A handler of another service blocks the thread that both have in common; what Redis hands out meanwhile
// stays unseen in the socket, without a lease, until somebody else claims it.
TEST_F(lease, that_ended_before_the_request_was_seen_is_not_run_here) {
  running_server first(serving(200ms), work_service(journal.at_once("a")),
                       other_service(journal.blocking("a", 2500ms)));
  running_client client(calling());
  auto blocking = client.run_other(0);
  journal.wait_begun(1);
  auto begun = client.run_many(1, 20);
  eventually("it is handed out", [this] { return !keys.pending().empty(); });
  running_server second(serving(200ms), work_service(journal.at_once("b")));
  begun.push_back(std::move(blocking));
  expect_each_ran_once(begun);
  EXPECT_GE(journal.of_server("b"), 1u);
}

}  // namespace
}  // namespace clamator::test
