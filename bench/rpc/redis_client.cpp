#include "redis_client.hpp"

#include <stdexcept>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "arith.hpp"
#include "closed_loop.hpp"
#include "echo.hpp"
#include "open_loop.hpp"
#include "work.hpp"

namespace bench {
namespace {

template <class Call>
void put_load(const calling& what, const Call& made) {
  cpu_meter cpu;
  if (what.redis_pid != 0) cpu.watch("redis", what.redis_pid);
  if (what.server_pid != 0) cpu.watch("server", what.server_pid);
  with_client(what, [&](clamator::client& client) -> asio::awaitable<void> {
    if (what.rate > 0) {
      open_loop load(client, made, what.rate, what.seconds, cpu);
      co_await load.run();
    } else {
      closed_loop load(client, made, what.window, what.seconds, cpu);
      co_await load.run();
    }
  });
}

}  // namespace

void with_client(const calling& what, const std::function<asio::awaitable<void>(clamator::client&)>& use) {
  asio::io_context io(1);
  clamator::redis::client_options options = what.options;
  options.connection.url = "redis://127.0.0.1:" + std::to_string(what.port);
  clamator::redis::client client(io.get_executor(), options);
  const auto run = [&]() -> asio::awaitable<void> {
    co_await client.start();
    co_await use(client);
    co_await client.stop();
  };
  asio::co_spawn(io, run(), [](const std::exception_ptr& problem) {
    if (problem) std::rethrow_exception(problem);
  });
  io.run();
}

void call(const calling& what) {
  if (what.call == "add") return put_load(what, add_call());
  if (what.call == "echo") return put_load(what, echo_call(what.payload));
  if (what.call == "work") return put_load(what, work_call(what.wait_us, what.compute_us));
  throw std::invalid_argument("no call " + what.call + ": there are add, echo and work");
}

}  // namespace bench
