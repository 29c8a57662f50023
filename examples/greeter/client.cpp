// Greets whom the command line names: greeter_client world. Redis is at $REDIS_URL, or at localhost.
#include <iostream>

#include <boost/asio/use_future.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "greet.hpp"

int main(int argc, char** argv) try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;

  clamator::redis::client client{io.get_executor(), {.key_prefix = "my-app"}};
  client.start(wait).get();
  const GreetParams params(argc > 1 ? argv[1] : "world");
  std::cout << client.call(greet, params, {}, wait).get().greeting << '\n';
  client.stop(wait).get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
