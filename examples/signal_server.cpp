// The main of a server: start, wait for SIGINT or SIGTERM, stop in order. What is being handled then gets the
// grace time to end, what was read and not begun goes back to the other servers, and no request is lost.
#include <iostream>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_future.hpp>

#include <clamator/redis/server.hpp>

#include "arith.hpp"

namespace asio = boost::asio;
using namespace arith;
using namespace std::chrono_literals;

struct Arith : ArithService {
  asio::awaitable<AddResult> add(AddParams params, clamator::call_context&) override {
    co_return AddResult{params.a + params.b};
  }
  asio::awaitable<DivideResult> divide(DivideParams params, clamator::call_context&) override {
    if (params.divisor == 0) throw clamator::rpc_error(-1000, "division by zero");
    co_return DivideResult{params.dividend / params.divisor, params.dividend % params.divisor};
  }
  asio::awaitable<void> note(NoteParams params, clamator::call_context&) override {
    std::cout << params.text << '\n' << std::flush;
    co_return;
  }
};

asio::awaitable<void> serve(asio::any_io_executor executor) {
  // Before start(): a signal that comes while connecting counts too.
  asio::signal_set signals(executor, SIGINT, SIGTERM);

  clamator::redis::server_options options;
  options.key_prefix = "my-app";
  options.shutdown_grace = 10s;
  options.log = [](clamator::log_level level, std::string_view text) {
    std::cerr << clamator::to_string(level) << ": " << text << '\n' << std::flush;
  };
  clamator::redis::server server{executor, options};
  server.register_service(arith_contract, std::make_shared<Arith>());
  co_await server.start();
  std::cout << "ready" << '\n' << std::flush;

  co_await signals.async_wait(asio::use_awaitable);
  co_await server.stop();
  std::cout << "stopped" << '\n' << std::flush;
}

int main() try {
  asio::io_context context;
  auto done = asio::co_spawn(context, serve(context.get_executor()), asio::use_future);
  context.run();
  done.get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
