// bench_redis server --port P --prefix X
// bench_redis client --port P --prefix X --window N --seconds S
#include <cstdlib>
#include <map>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>

#include "load.hpp"

namespace asio = boost::asio;

namespace {

using arguments = std::map<std::string, std::string>;

void serve(const arguments& given) {
  asio::io_context io(1);
  clamator::redis::server_options options{.key_prefix = given.at("--prefix")};
  options.connection.url = "redis://127.0.0.1:" + given.at("--port");
  clamator::redis::server server(io.get_executor(), options);
  server.register_service(bench::arith());
  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&server](boost::system::error_code, int) {
    server.stop([](const std::exception_ptr& problem) {
      if (problem) std::rethrow_exception(problem);
    });
  });
  server.start([](const std::exception_ptr& problem) {
    if (problem) std::rethrow_exception(problem);
    std::puts("ready");
    std::fflush(stdout);
  });
  io.run();
}

void call(const arguments& given) {
  asio::io_context io(1);
  clamator::redis::client_options options{.key_prefix = given.at("--prefix")};
  options.connection.url = "redis://127.0.0.1:" + given.at("--port");
  clamator::redis::client client(io.get_executor(), options);
  bench::load load(client, std::stoul(given.at("--window")), std::stod(given.at("--seconds")));
  const auto run = [&]() -> asio::awaitable<void> {
    co_await client.start();
    co_await load.run();
    co_await client.stop();
  };
  asio::co_spawn(io, run(), [](const std::exception_ptr& problem) {
    if (problem) std::rethrow_exception(problem);
  });
  io.run();
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fputs("usage: bench_redis server|client --port P --prefix X [--window N --seconds S]\n", stderr);
    return 2;
  }
  arguments given;
  for (int i = 2; i + 1 < count; i += 2) given[words[i]] = words[i + 1];
  std::string(words[1]) == "server" ? serve(given) : call(given);
}
