// Answers hello.greet until it gets SIGINT (Ctrl-C) or SIGTERM. Redis is at $REDIS_URL, or at localhost.
#include <iostream>

#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_future.hpp>

#include <clamator/redis/server.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "hello.hpp"  // made of contracts/hello.json

struct Greeter : hello::HelloService {
  boost::asio::awaitable<hello::GreetResult> greet(hello::GreetParams params,
                                                   clamator::call_context&) override {
    co_return hello::GreetResult("Hello, " + params.name + "!");
  }
};

int main() try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;
  boost::asio::signal_set signals(io.get_executor(), SIGINT, SIGTERM);

  clamator::redis::server server{io.get_executor(), {.key_prefix = "my-app"}};
  server.register_service(hello::hello_contract, std::make_shared<Greeter>());
  server.start(wait).get();
  std::cout << "ready" << std::endl;

  signals.async_wait(wait).get();
  server.stop(wait).get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
