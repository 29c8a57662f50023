// bench_redis server  --port P --prefix X                          serves until it gets SIGTERM
// bench_redis client  --port P --prefix X --window N --seconds S   prints one line of JSON
// bench_redis client, backlog, burst or giant --help               what else there is
#include <chrono>
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#include "modes.hpp"
#include "redis_client.hpp"
#include "redis_server.hpp"

namespace {

void add_server_options(CLI::App& role, bench::serving& what) {
  role.add_option("--port", what.port, "of Redis on 127.0.0.1")->required();
  role.add_option("--prefix", what.prefix, "of all keys")->required();
  role.add_option("--services", what.services, "of arith, echo, work")->delimiter(',');
  role.add_option("--copies", what.copies, "further services, which nobody calls");
  role.add_option("--concurrency", what.concurrency, "of each service");
  role.add_option("--threads", what.threads, "of the executor")->check(CLI::Range(1, 64));
  role.add_option("--reply-maxlen", what.reply_maxlen, "replies that a stream holds");
}

// Those of the client itself; one of clamator's that is to be measured is added here.
void add_client_options(CLI::App& role, bench::calling& what) {
  role.add_option("--port", what.port, "of Redis on 127.0.0.1")->required();
  role.add_option("--prefix", what.options.key_prefix, "of all keys")->required();
  role.add_option("--max-in-flight", what.options.max_in_flight, "calls, further ones wait in the client");
  role.add_flag_callback(
      "--busy-poll", [&what] { what.options.busy_poll = std::chrono::microseconds(300); },
      "do not sleep while calls are in flight");
}

void add_load_options(CLI::App& role, bench::calling& what) {
  role.add_option("--call", what.call, "add, echo or work");
  role.add_option("--window", what.window, "calls in flight");
  role.add_option("--rate", what.rate, "calls due each second, instead of a window")
      ->check(CLI::PositiveNumber);
  role.add_option("--seconds", what.seconds, "to measure, after a quarter of it")->check(CLI::PositiveNumber);
  role.add_option("--payload", what.payload, "of echo: bytes of text");
  role.add_option("--wait-us", what.wait_us, "of work: on a timer");
  role.add_option("--compute-us", what.compute_us, "of work: on the CPU");
  role.add_option("--redis-pid", what.redis_pid, "whose CPU time is measured, too");
  role.add_option("--server-pid", what.server_pid, "the same");
}

}  // namespace

int main(int count, char** words) {
  bench::serving serving;
  bench::calling calling;
  std::size_t calls = 1000;
  std::int64_t long_us = 0;

  CLI::App app("clamator over Redis, to be measured");
  app.require_subcommand(1);
  CLI::App* const server = app.add_subcommand("server", "serve");
  CLI::App* const client = app.add_subcommand("client", "put load on the servers");
  CLI::App* const backlog = app.add_subcommand("backlog", "many calls at once");
  CLI::App* const burst = app.add_subcommand("burst", "many calls of work at once, some of them long");
  CLI::App* const giant = app.add_subcommand("giant", "small calls beside a large one");
  add_server_options(*server, serving);
  for (CLI::App* role : {client, backlog, burst, giant}) add_client_options(*role, calling);
  add_load_options(*client, calling);
  for (CLI::App* role : {backlog, burst})
    role->add_option("--calls", calls, "how many")->check(CLI::PositiveNumber);
  burst->add_option("--wait-us", calling.wait_us, "what most of the calls wait");
  burst->add_option("--long-us", long_us, "what every tenth waits");
  giant->add_option("--payload", calling.payload, "bytes of text in the large one");
  giant->add_option("--seconds", calling.seconds, "of small calls before it")->check(CLI::PositiveNumber);
  CLI11_PARSE(app, count, words);

  try {
    if (server->parsed()) bench::serve(serving);
    if (client->parsed()) bench::call(calling);
    if (backlog->parsed()) bench::call_backlog(calling, calls);
    if (burst->parsed()) bench::call_burst(calling, calls, long_us);
    if (giant->parsed()) bench::call_giant(calling);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_redis: %s\n", e.what());
    return 1;
  }
}
