// A server and a client over one memory bus, for tests that are coroutines.
#pragma once

#include <chrono>
#include <exception>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>

namespace clamator::test {

namespace asio = boost::asio;
using namespace std::chrono_literals;

class MemoryPeers : public ::testing::Test {
 protected:
  // Registers `served` and runs `body`, a function that returns a coroutine, between start and stop of both.
  template <class Body>
  void run(Body body, service_options how = {.concurrency = 8}) {
    server.register_service(std::move(served), how);
    run_registered(std::move(body));
  }

  template <class Body>
  void run_registered(Body body) {
    run_alone([&]() -> asio::awaitable<void> {
      co_await server.start();
      co_await client.start();
      co_await body();
      co_await client.stop();
      co_await server.stop();
    });
  }

  // Runs the coroutine until it has ended and left nothing behind that would keep the loop running. What it
  // throws fails the test.
  template <class Body>
  void run_alone(Body body) {
    bool ended = false;
    asio::co_spawn(context, body, [&ended](std::exception_ptr problem) {
      ended = true;
      if (problem) std::rethrow_exception(problem);
    });
    context.restart();
    context.run_for(30s);
    ASSERT_TRUE(ended && context.stopped()) << "something did not end";
  }

  asio::io_context context;
  memory::bus bus;
  memory::server server{context.get_executor(), bus};
  memory::client client{context.get_executor(), bus};
  service served{"test"};
};

}  // namespace clamator::test
