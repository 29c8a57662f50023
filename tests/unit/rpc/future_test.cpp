// Operations that end in a std::future.
#include <chrono>
#include <future>

#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include "held_calls.hpp"

namespace clamator::test {
namespace {

class Futures : public HeldCalls {};

// Where Asio's own thread pool had to make it ready, this one would wait for another thread.
TEST_F(Futures, TakeNoThreadButTheClients) {
  const auto there = [](const auto& future) {
    return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  };
  server.register_service(std::move(served));
  const std::future<void> served_now = server.start(asio::use_future);
  const std::future<void> started = client.start(asio::use_future);
  std::future<greet_result> answer = client.call(greet, texts[1], {}, asio::use_future);
  const std::future<void> noted_there = client.notify(note, texts[1], {}, asio::use_future);
  context.poll();
  EXPECT_TRUE(there(served_now) && there(started) && there(answer) && there(noted_there));
  const std::future<void> stopped = client.stop(asio::use_future);
  const std::future<void> served_no_more = server.stop(asio::use_future);
  context.restart();
  context.run();
  ASSERT_TRUE(there(answer) && there(stopped) && there(served_no_more));
  EXPECT_EQ(answer.get().greeting, "hi " + texts[1]);
}

}  // namespace
}  // namespace clamator::test
