// Both sides in one program, over Redis: at $REDIS_URL, or at localhost.
#include "hello.hpp"

#include <iostream>

#include <boost/asio/use_future.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>
#include <clamator/rpc/io_thread.hpp>

struct Greeter : hello::HelloService {
  boost::asio::awaitable<hello::GreetResult> greet(hello::GreetParams params,
                                                   clamator::call_context&) override {
    co_return hello::GreetResult("Hello, " + params.name + "!");
  }
};

int main() try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;

  clamator::redis::server server{io.get_executor(), {.key_prefix = "my-app"}};
  server.register_service(hello::hello_contract, std::make_shared<Greeter>());
  server.start(wait).get();

  clamator::redis::client client{io.get_executor(), {.key_prefix = "my-app"}};
  client.start(wait).get();
  hello::HelloClient hello{client};
  std::cout << hello.greet({"world"}, {}, wait).get().greeting << '\n';

  client.stop(wait).get();
  server.stop(wait).get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
