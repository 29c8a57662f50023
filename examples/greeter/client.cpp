// Greets whom the command line names: greeter_client world. Redis is at $REDIS_URL, or at localhost.
#include <iostream>

#include <boost/asio/use_future.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "hello.hpp"  // made of contracts/hello.json

int main(int argc, char** argv) try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;

  clamator::redis::client client{io.get_executor(), {.key_prefix = "my-app"}};
  client.start(wait).get();
  hello::HelloClient hello{client};
  std::cout << hello.greet({argc > 1 ? argv[1] : "world"}, {}, wait).get().greeting << '\n';
  client.stop(wait).get();
} catch (const clamator::rpc_error& error) {
  std::cerr << "the server answered " << error.code() << ": " << error.message() << '\n';
  return 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
