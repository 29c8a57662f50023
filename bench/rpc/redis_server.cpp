#include "redis_server.hpp"

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <clamator/redis/server.hpp>

#include "arith.hpp"
#include "echo.hpp"
#include "work.hpp"

namespace asio = boost::asio;

namespace bench {
namespace {

clamator::service service_named(const std::string& name) {
  if (name == "arith") return arith();
  if (name == "echo") return echo();
  if (name == "work") return work();
  throw std::invalid_argument("no service " + name + ": there are arith, echo and work");
}

void add_services(clamator::redis::server& server, const serving& what) {
  const clamator::service_options options{.concurrency = what.concurrency};
  for (const std::string& name : what.services) server.register_service(service_named(name), options);
  for (std::size_t i = 0; i != what.copies; ++i) {
    server.register_service(clamator::service("copy-" + std::to_string(i)), options);
  }
}

void run(asio::io_context& io, std::size_t threads) {
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back([&io] { io.run(); });
  io.run();
}

}  // namespace

void serve(const serving& what) {
  asio::io_context io(static_cast<int>(what.threads));
  clamator::redis::server_options options{.key_prefix = what.prefix};
  options.connection.url = "redis://127.0.0.1:" + std::to_string(what.port);
  options.reply_stream_maxlen = what.reply_maxlen;
  clamator::redis::server server(io.get_executor(), options);
  add_services(server, what);
  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&server](boost::system::error_code, int) {
    server.stop([](const std::exception_ptr& problem) {
      if (problem) std::rethrow_exception(problem);
    });
  });
  const auto begin = std::chrono::steady_clock::now();
  server.start([begin](const std::exception_ptr& problem) {
    if (problem) std::rethrow_exception(problem);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("ready %.3f\n", took.count());
    std::fflush(stdout);
  });
  run(io, what.threads);
}

}  // namespace bench
