// The yardstick that the library's speed is measured against: the Redis commands that a straightforward
// implementation needs, in a bare hiredis loop, with no JSON, no dispatch and no timers.
//
//   bench_floor server --port P --prefix X                          answers until it is killed
//   bench_floor client --port P --prefix X --window N --seconds S   prints one line of JSON
//
// With --rate the client sends so many calls a second whether those before have ended or not; with --payload,
// on both sides, each message has a text of so many bytes.
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#include "client.hpp"
#include "server.hpp"

int main(int argc, char** argv) {
  bench_floor::load work;
  double seconds = 5;
  int redis = 0;
  int answering = 0;

  CLI::App app("bare hiredis loop over Redis streams");
  app.require_subcommand(1);
  CLI::App* const server = app.add_subcommand("server", "answer requests until killed");
  CLI::App* const client = app.add_subcommand("client", "call, and print the figures as a line of JSON");
  for (CLI::App* role : {server, client}) {
    role->add_option("--port", work.port, "of Redis on 127.0.0.1")->required()->check(CLI::Range(1, 65535));
    role->add_option("--prefix", work.prefix, "of all keys")->required();
    role->add_option("--payload", work.payload, "bytes of text in each message");
  }
  server->add_option("--reply-maxlen", work.reply_maxlen, "replies that a stream holds");
  client->add_option("--window", work.window, "calls in flight")->required()->check(CLI::Range(1, 1024));
  client->add_option("--rate", work.rate, "calls due each second")->check(CLI::PositiveNumber);
  client->add_option("--seconds", seconds, "to measure, after the warm-up")->check(CLI::PositiveNumber);
  client->add_option("--redis-pid", redis, "whose CPU time is measured, too");
  client->add_option("--server-pid", answering, "the same");
  CLI11_PARSE(app, argc, argv);

  try {
    if (server->parsed()) bench_floor::serve(work);
    work.seconds = std::chrono::duration<double>(seconds);
    bench::cpu_meter cpu;
    if (redis != 0) cpu.watch("redis", redis);
    if (answering != 0) cpu.watch("server", answering);
    work.rate > 0 ? bench_floor::measure_open_loop(work, cpu) : bench_floor::measure(work, cpu);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_floor: %s\n", e.what());
    return 1;
  }
}
