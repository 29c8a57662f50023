// How requests get from a server that stops, or that was frozen, to another one.
#include "over_redis.hpp"
#include "redis_moments.hpp"

namespace clamator::test {
namespace {

using ::testing::IsEmpty;

class handover : public over_redis {};

// The claim idle is a minute, and an idle server looks around every quarter of it.
TEST_F(handover, of_what_was_not_begun_takes_no_look_around) {
  std::atomic<bool> slow = false;
  const job_handler fast = journal.at_once("a");
  const job_handler gated = journal.gated("a");
  auto first = std::make_unique<running_server>(
      serving(), work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
        return slow ? gated(what, context) : fast(what, context);
      }));
  running_client client(calling());
  for (auto& each : client.run_many(0, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  slow = true;
  auto begun = client.run_many(1000, 60);
  journal.wait_begun(1001);
  eventually("some wait behind it", [this] { return keys.pending().size() > 2; });
  running_server second(serving(), work_service(journal.at_once("b")));
  auto stopping = begin_stop(**first);
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t i = 1; i < begun.size(); ++i) EXPECT_EQ(end_of(std::move(begun[i])).how, "result");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(begun[0])).how, "result");
  finished(std::move(stopping));
  for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 1u) << number;
}

// Each server of a pool of three is stopped and replaced in turn while calls come in.
TEST_F(handover, of_a_rolling_restart_is_felt_by_no_call) {
  std::vector<std::unique_ptr<running_server>> pool(3);
  const auto fresh = [&] {
    return std::make_unique<running_server>(serving(), work_service(journal.suspending("a", 1ms)));
  };
  for (auto& each : pool) each = fresh();
  running_client client(calling());
  std::atomic<bool> over = false;
  std::atomic<std::size_t> calls = 0;
  std::chrono::steady_clock::duration longest{};
  std::thread caller([&] {
    for (std::int64_t first = 0; !over; first += 20) {
      const auto begin = std::chrono::steady_clock::now();
      for (auto& each : client.run_many(first, 20)) {
        const outcome end = end_of(std::move(each));
        EXPECT_EQ(end.how, "result") << end.text;
        ++calls;
      }
      longest = std::max(longest, std::chrono::steady_clock::now() - begin);
    }
  });
  for (int round = 0; round < 3; ++round) {
    for (auto& each : pool) {
      const std::size_t before = calls;
      eventually("calls go on", [&] { return calls > before + 100; });
      each->stop();
      each = fresh();
    }
  }
  over = true;
  caller.join();
  EXPECT_LT(longest, 1s) << std::chrono::duration_cast<std::chrono::milliseconds>(longest).count();
  for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 1u) << number;
  EXPECT_THAT(keys.pending(), IsEmpty());
}

TEST_F(handover, of_a_lease_that_was_lost_cancels_its_handler_which_answers_nothing) {
  std::atomic<bool> first_run = true;
  const job_handler gated = journal.gated("a");
  running_server server(serving(300ms),
                        work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
                          if (!first_run.exchange(false))
                            co_return co_await journal.at_once("a")(what, context);
                          co_await gated(what, context);
                          throw std::runtime_error("cancelled");
                        }));
  running_client client(calling());
  auto begun = client.run(1);
  journal.wait_begun(1);
  const std::string id = keys.pending().at(0).id;
  cli.text({"XCLAIM", keys.stream(), "work", "work:thief", "0", id});
  eventually("its handler is cancelled", [this] { return journal.canceled() == 1; });
  // The thief dies, and the request comes back.
  const outcome end = end_of(std::move(begun));
  EXPECT_EQ(end.how, "result") << end.text;
  EXPECT_EQ(journal.runs()[1], 2u);
}

}  // namespace
}  // namespace clamator::test
