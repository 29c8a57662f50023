// One worker of a pool over Redis. Start as many as you like: each request goes to one of them.
//
//   pool_worker [--name NAME]      Redis is at $REDIS_URL, or at localhost
//
// Prints "ready" when it serves, and stops on SIGTERM or SIGINT after the requests that it has begun.
#include <iostream>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_future.hpp>

#include <clamator/redis/server.hpp>

#include "primes.hpp"

namespace asio = boost::asio;

// The codes of the errors that this service answers with.
constexpr int not_positive = -1000;
constexpr int backwards = -1001;

std::int64_t smallest_factor(std::int64_t number) {
  for (std::int64_t d = 2; d * d <= number; ++d) {
    if (number % d == 0) return d;
  }
  return number;
}

clamator::service make_service(const std::string& name, std::int64_t& handled) {
  clamator::service service{"primes"};
  service.handle(primes::methods::count, [name, &handled](primes::CountParams p) {
    if (p.from > p.to) throw clamator::rpc_error(backwards, "from must not be above to");
    primes::CountResult result{0, name};
    for (std::int64_t n = std::max<std::int64_t>(p.from, 2); n < p.to; ++n) {
      if (smallest_factor(n) == n) ++result.count;
    }
    ++handled;
    return result;
  });
  service.handle(primes::methods::factor, [name, &handled](primes::FactorParams p) {
    ++handled;
    if (p.number < 2) throw clamator::rpc_error(not_positive, "only numbers above 1 have factors");
    return primes::FactorResult{smallest_factor(p.number), name};
  });
  service.handle(primes::methods::note, [&handled](const primes::NoteParams& p) {
    ++handled;
    std::cout << "noted: " << p.text << '\n' << std::flush;
  });
  return service;
}

asio::awaitable<void> serve(asio::any_io_executor executor, std::string name) {
  asio::signal_set signals(executor, SIGINT, SIGTERM);
  std::int64_t handled = 0;
  clamator::redis::server server{executor, {.key_prefix = "clamator-demo", .instance_id = name}};
  server.register_service(make_service(name, handled));
  co_await server.start();
  std::cout << "ready" << '\n' << std::flush;

  co_await signals.async_wait(asio::use_awaitable);
  co_await server.stop();
  std::cout << "stopped after " << handled << " calls" << '\n' << std::flush;
}

int main(int argc, char** argv) try {
  std::string name = "worker";
  if (argc == 3 && std::string_view(argv[1]) == "--name") {
    name = argv[2];
  } else if (argc != 1) {
    std::cerr << "usage: pool_worker [--name NAME]\n";
    return 2;
  }
  asio::io_context context;
  auto done = asio::co_spawn(context, serve(context.get_executor(), name), asio::use_future);
  context.run();
  done.get();
} catch (const std::exception& error) {
  std::cerr << "pool_worker: " << error.what() << '\n';
  return 1;
}
