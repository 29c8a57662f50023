#include "program.hpp"

#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

namespace bench {

int run_program(const neighbour& which, int argc, char** argv) {
  peer at;
  if (!which.settings.empty()) at.setting = which.settings.front();
  std::size_t window = 64;
  double seconds = 2;

  CLI::App app(which.name);
  app.require_subcommand(1);
  CLI::App* const server = app.add_subcommand("server", "answer requests until killed");
  CLI::App* const client = app.add_subcommand("client", "call, and print the figures as a line of JSON");
  for (CLI::App* role : {server, client}) {
    role->add_option("--port", at.port, "on 127.0.0.1")->required()->check(CLI::Range(1, 65535));
    if (!which.settings.empty()) {
      role->add_option("--setting", at.setting, "how the library is set up")
          ->check(CLI::IsMember(which.settings));
    }
  }
  client->add_option("--window", window, "calls in flight")->required()->check(CLI::PositiveNumber);
  client->add_option("--seconds", seconds, "to measure, after the warm-up")->check(CLI::PositiveNumber);
  CLI11_PARSE(app, argc, argv);

  try {
    if (server->parsed()) which.serve(at);
    closed_loop load(window, seconds);
    const figures f = which.call(at, load);
    std::printf(
        "{\"calls_per_second\":%.0f,\"p50_us\":%.1f,\"p99_us\":%.1f,\"calls\":%zu,\"client_cpu_us\":%.2f}"
        "\n",
        f.calls_per_second, f.p50_us, f.p99_us, f.calls, f.cpu_us_per_call);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s: %s\n", which.name, e.what());
    return 1;
  }
  return 0;
}

void say_ready(const std::string& version) {
  std::printf("ready %s\n", version.c_str());
  std::fflush(stdout);
}

}  // namespace bench
