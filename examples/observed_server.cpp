// A server that counts what happens, and says how it fares to whoever asks, such as a probe.
#include <iostream>

#include <boost/asio/use_future.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>
#include <clamator/rpc/io_thread.hpp>
#include <clamator/rpc/observer.hpp>

#include "arith.hpp"

using namespace arith;

int main() try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;
  const auto counts = std::make_shared<clamator::counting_observer>();

  clamator::service service{"arith"};
  service.handle(methods::add, [](const AddParams& p) { return AddResult{p.a + p.b}; });
  clamator::redis::server server{io.get_executor(), {.key_prefix = "my-app", .observer = counts}};
  server.register_service(std::move(service));
  server.start(wait).get();

  clamator::redis::client client{io.get_executor(), {.key_prefix = "my-app", .observer = counts}};
  client.start(wait).get();
  for (std::int64_t i = 0; i < 10; ++i) client.call(methods::add, AddParams{i, 1}, {}, wait).get();

  std::cout << counts->text();  // "request_finished 10", and a line for each other event
  const clamator::server_health now = server.health();
  std::cout << now.text();
  if (!now.healthy()) std::cerr << "not healthy: " << now.problem() << '\n';

  client.stop(wait).get();
  server.stop(wait).get();
  return counts->count(clamator::event::request_finished) == 10 && now.healthy() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
