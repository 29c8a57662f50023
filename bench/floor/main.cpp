// The yardstick that the library's speed is measured against: the Redis commands that a straightforward
// implementation needs, in a bare hiredis loop, with no JSON, no dispatch and no timers.
//
//   bench_floor server --port P --prefix X                          answers until it is killed
//   bench_floor client --port P --prefix X --window N --seconds S   prints one line of JSON
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#include "client.hpp"
#include "server.hpp"

int main(int argc, char** argv) {
  bench_floor::load work;
  double seconds = 5;

  CLI::App app("bare hiredis loop over Redis streams");
  app.require_subcommand(1);
  CLI::App* const server = app.add_subcommand("server", "answer requests until killed");
  CLI::App* const client = app.add_subcommand("client", "call, and print the figures as a line of JSON");
  for (CLI::App* role : {server, client}) {
    role->add_option("--port", work.port, "of Redis on 127.0.0.1")->required()->check(CLI::Range(1, 65535));
    role->add_option("--prefix", work.prefix, "of all keys")->required();
  }
  client->add_option("--window", work.window, "calls in flight")->required()->check(CLI::Range(1, 1024));
  client->add_option("--seconds", seconds, "to measure, after the warm-up")->check(CLI::PositiveNumber);
  CLI11_PARSE(app, argc, argv);

  try {
    if (server->parsed()) bench_floor::serve(work.port, work.prefix);
    work.seconds = std::chrono::duration<double>(seconds);
    const bench_floor::figures f = bench_floor::measure(work);
    std::printf("{\"calls_per_second\":%.0f,\"p50_us\":%.1f,\"p99_us\":%.1f,\"calls\":%zu}\n",
                f.calls_per_second, f.p50_us, f.p99_us, f.calls);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_floor: %s\n", e.what());
    return 1;
  }
}
