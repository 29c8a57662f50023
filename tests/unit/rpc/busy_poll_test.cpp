// What a client's busy_poll keeps its event loop from.
#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <clamator/rpc/client.hpp>

#include "natural_contract.hpp"

namespace clamator::test {
namespace {

using namespace std::chrono_literals;

// Takes what it is given, and answers nothing.
class silent_transport final : public client_transport {
 public:
  asio::awaitable<void> start(asio::any_io_executor, client_sink&) override { co_return; }
  asio::awaitable<void> stop() override { co_return; }
  bool send(const outgoing&) override { return true; }
  std::string trouble() const override { return {}; }
};

class BusyPoll : public ::testing::Test {
 protected:
  void begin(std::chrono::microseconds busy_poll) {
    detail::client_settings settings;
    settings.busy_poll = busy_poll;
    client.emplace(context.get_executor(), std::make_unique<silent_transport>(), settings);
    client->start([](const std::exception_ptr& problem) { EXPECT_EQ(problem, nullptr); });
    context.poll();
    client->call(add, {1, 2}, {}, [this](const std::exception_ptr&, const add_result&) { ended = true; });
  }
  // Whether the loop has had something to run each time, so that it would not have slept.
  bool stays_awake() {
    for (int turn = 0; turn < 10'000; ++turn) {
      if (context.poll_one() == 0) return false;
    }
    return true;
  }

  asio::io_context context;
  const asio::executor_work_guard<asio::io_context::executor_type> work = asio::make_work_guard(context);
  std::optional<clamator::client> client;
  bool ended = false;
};

TEST_F(BusyPoll, IsOffAtFirst) {
  begin(0us);
  EXPECT_FALSE(stays_awake());
  EXPECT_FALSE(ended);
}

TEST_F(BusyPoll, KeepsTheLoopAwakeWhileACallIsInFlight) {
  begin(1h);
  EXPECT_TRUE(stays_awake());
  client->stop([](const std::exception_ptr& problem) { EXPECT_EQ(problem, nullptr); });
  context.poll();
  EXPECT_TRUE(ended);
  EXPECT_FALSE(stays_awake());
}

TEST_F(BusyPoll, EndsWithItsTime) {
  begin(1ms);
  while (context.poll_one() != 0) {
  }
  EXPECT_FALSE(ended);
  EXPECT_FALSE(context.stopped());
}

}  // namespace
}  // namespace clamator::test
