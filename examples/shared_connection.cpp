// One connection for the commands of several clients, each with a key prefix of its own: a backend each.
#include <iostream>

#include <boost/asio/use_future.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "arith.hpp"

using namespace arith;

int main() try {
  using namespace std::chrono_literals;
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;
  clamator::redis::connection_options options;  // no url: $REDIS_URL, or localhost
  options.connect_timeout = 2s;
  options.reconnect_max = 500ms;
  clamator::redis::connection shared{io.get_executor(), options};

  clamator::redis::server server{io.get_executor(), shared, {.key_prefix = "backend-1"}};
  clamator::service service{"arith"};
  service.handle(methods::add, [](AddParams p) { return AddResult{p.a + p.b}; });
  server.register_service(std::move(service));
  server.start(wait).get();

  clamator::redis::client first{io.get_executor(), shared, {.key_prefix = "backend-1"}};
  clamator::redis::client second{io.get_executor(), shared, {.key_prefix = "backend-2"}};
  first.start(wait).get();
  second.start(wait).get();
  std::cout << "backend-1: " << first.call(methods::add, {2, 3}, {}, wait).get().sum << '\n';
  try {
    second.call(methods::add, {2, 3}, {.timeout = 100ms}, wait).get();
  } catch (const clamator::transport_error& error) {
    std::cout << "backend-2: " << error.what() << '\n';  // nobody serves there
  }

  first.stop(wait).get();
  second.stop(wait).get();
  server.stop(wait).get();
  shared.close();  // stop() leaves it open: whoever made it closes it
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
