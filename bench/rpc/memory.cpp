// bench_memory client --window N --seconds S
#include <map>

#include <boost/asio/io_context.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>

#include "arith.hpp"
#include "closed_loop.hpp"

namespace asio = boost::asio;

int main(int count, char** words) {
  std::map<std::string, std::string> given{{"--window", "64"}, {"--seconds", "1"}};
  for (int i = 2; i + 1 < count; i += 2) given[words[i]] = words[i + 1];
  asio::io_context io(1);
  const clamator::memory::bus bus;
  clamator::memory::server server(io.get_executor(), bus);
  clamator::memory::client client(io.get_executor(), bus);
  server.register_service(bench::arith());
  bench::cpu_meter cpu;
  bench::closed_loop load(client, bench::add_call(), std::stoul(given.at("--window")),
                          std::stod(given.at("--seconds")), cpu);
  const auto run = [&]() -> asio::awaitable<void> {
    co_await server.start();
    co_await client.start();
    co_await load.run();
    co_await client.stop();
    co_await server.stop();
  };
  asio::co_spawn(io, run(), [](const std::exception_ptr& problem) {
    if (problem) std::rethrow_exception(problem);
  });
  io.run();
}
