// When a client or server counts as healthy, and what is said of it.
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <clamator/rpc/detail/executor_probe.hpp>
#include <clamator/rpc/health.hpp>

namespace clamator {
namespace {

using namespace std::chrono_literals;

server_health running() {
  server_health now;
  now.state = run_state::running;
  return now;
}

TEST(Health, IsGoodWhereNothingIsWrong) {
  EXPECT_TRUE(running().healthy());
  EXPECT_EQ(running().problem(), "");
}

TEST(Health, IsBadUnlessItRuns) {
  server_health now;
  for (const run_state state :
       {run_state::not_started, run_state::starting, run_state::stopping, run_state::stopped}) {
    now.state = state;
    EXPECT_FALSE(now.healthy(1h)) << to_string(state);
    EXPECT_EQ(now.problem(1h), to_string(state));
  }
  now.reason = "connect here: Connection refused";
  EXPECT_EQ(now.problem(), "stopped: connect here: Connection refused");
}

TEST(Health, BearsTroubleForAWhile) {
  server_health now = running();
  now.state = run_state::reconnecting;
  now.add("connect here: Connection refused", 4999ms);
  EXPECT_TRUE(now.healthy());
  EXPECT_EQ(now.problem(), "");
  now.add("connect here: Connection refused", 5000ms);
  EXPECT_FALSE(now.healthy());
  EXPECT_EQ(now.problem(), "connect here: Connection refused (for 5000 ms)");
  EXPECT_TRUE(now.healthy(6s));
  EXPECT_FALSE(now.healthy(0ms));
}

TEST(Health, SaysAllThatLastsForTooLongAndTheSameOnce) {
  server_health now = running();
  now.add("one", 7s);
  now.add("two", 1s);
  now.add("three", 8s);
  now.add("one", 6s);
  EXPECT_EQ(now.problem(), "one (for 7000 ms); three (for 8000 ms)");
  EXPECT_EQ(now.troubles.size(), 3u);
}

TEST(Health, TellsItselfInLines) {
  server_health server = running();
  service_health& arith = server.services.emplace_back();
  arith.name = "arith";
  arith.running = 1;
  arith.last_read = 20ms;
  server.add("one", 7s);
  EXPECT_EQ(server.text(),
            "running\narith: 0 queued, 1 running, 0 unsettled, read 20 ms ago\ntrouble: one (for 7000 ms)\n");
  client_health client;
  client.waiting = 2;
  EXPECT_EQ(client.text(), "not_started\ncalls: 0 in flight, 2 waiting\n");
}

TEST(ExecutorProbe, SaysHowLongItsQuestionWaits) {
  boost::asio::io_context context;
  detail::executor_probe probe;
  EXPECT_EQ(probe.ask(context.get_executor()), 0ms);
  while (probe.ask(context.get_executor()) < 5ms) {
  }
  EXPECT_EQ(context.poll(), 1u);
  EXPECT_EQ(probe.ask(context.get_executor()), 0ms);
}

}  // namespace
}  // namespace clamator
