// killable_peer server|client URL PREFIX INSTANCE
//
// A server of "work" that says "ready", or a client that calls it and says "answered". Then it waits to be
// killed: nothing of it is ever stopped.
#include <cstdio>
#include <string>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>

#include "workload/work_contract.hpp"

namespace clamator::test {
namespace {

void say(const char* line) {
  std::puts(line);
  std::fflush(stdout);
}

void rethrow(const std::exception_ptr& problem) {
  if (problem) std::rethrow_exception(problem);
}

void serve(const std::string& url, const std::string& prefix, const std::string& instance) {
  asio::io_context io(1);
  redis::server_options options{.key_prefix = prefix};
  options.connection.url = url;
  options.instance_id = instance;
  options.cleanup_after = std::chrono::seconds(1);
  redis::server server(io.get_executor(), options);
  server.register_service(work_service([instance](job what, call_context&) -> asio::awaitable<job_result> {
    co_return job_result(what.number, instance);
  }));
  server.start([](const std::exception_ptr& problem) {
    rethrow(problem);
    say("ready");
  });
  io.run();
}

void call(const std::string& url, const std::string& prefix, const std::string& instance) {
  asio::io_context io(1);
  redis::client_options options{.key_prefix = prefix};
  options.connection.url = url;
  options.instance_id = instance;
  redis::client client(io.get_executor(), options);
  const auto run = [&client]() -> asio::awaitable<void> {
    co_await client.start();
    const job what(1);
    co_await client.call(work_run, what);
    say("answered");
  };
  asio::co_spawn(io, run(), rethrow);
  const auto work = asio::make_work_guard(io);
  io.run();
}

}  // namespace
}  // namespace clamator::test

int main(int count, char** words) {
  if (count != 5) {
    std::fputs("usage: killable_peer server|client URL PREFIX INSTANCE\n", stderr);
    return 2;
  }
  (std::string(words[1]) == "server" ? clamator::test::serve : clamator::test::call)(words[2], words[3],
                                                                                     words[4]);
}
