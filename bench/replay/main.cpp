// Counts what a call costs one side, in the steady state, and prints it as a line of JSON; instructions are
// counted by callgrind from outside.
//
//   bench_replay --side client --window 64 [--calls N] [--allocations [--where]] [--exchange FILE]
#include <cerrno>
#include <cstdio>
#include <map>
#include <string>
#include <system_error>

#include <CLI/CLI.hpp>
#include <boost/version.hpp>

#include "replay/allocations.hpp"
#include "replay/call_sites.hpp"
#include "replay/lock_step.hpp"
#include "replay/outside.hpp"

namespace {

#ifdef __clang__
constexpr const char* compiler = "clang++ " __clang_version__;
#else
constexpr const char* compiler = "g++ " __VERSION__;
#endif

struct options {
  bench::replay::side side = bench::replay::side::client;
  std::size_t window = 1;
  // A stream is trimmed once in 1000 calls, which is a part of what they cost.
  std::uint64_t calls = 8000;
  std::uint64_t warm_up = 4000;
  bool allocations = false;
  bool where = false;
  std::string exchange;
};

void print_call_sites() {
  std::printf(",\"call_sites\":[");
  const char* before = "";
  for (const bench::replay::call_site& each : bench::replay::call_sites()) {
    std::printf("%s\n{\"times\":%llu,\"bytes\":%llu,\"frames\":[", before,
                static_cast<unsigned long long>(each.times), static_cast<unsigned long long>(each.bytes));
    for (std::size_t i = 0; i < each.frames.size() && each.frames[i] != 0; ++i)
      std::printf("%s%llu", i == 0 ? "" : ",", static_cast<unsigned long long>(each.frames[i]));
    std::printf("]}");
    before = ",";
  }
  std::printf("]");
}

void measure(const options& asked) {
  if (!asked.exchange.empty()) {
    std::FILE* const file = std::fopen(asked.exchange.c_str(), "wb");
    if (file == nullptr) throw std::system_error(errno, std::generic_category(), asked.exchange);
    bench::replay::keep_exchange(file);  // closed with the program
  }
  bench::replay::lock_step pair(asked.window);
  pair.warm_up(asked.warm_up);
  if (asked.allocations) bench::replay::note_allocations();
  if (asked.where) bench::replay::note_call_sites();
  const std::uint64_t calls = pair.count(asked.side, asked.calls);
  std::printf("{\"calls\":%llu,\"compiler\":\"%s\",\"boost\":\"%s\"", static_cast<unsigned long long>(calls),
              compiler, BOOST_LIB_VERSION);
  if (asked.allocations) {
    const bench::replay::allocated all = bench::replay::all_allocations();
    std::printf(",\"allocations\":%llu,\"bytes\":%llu", static_cast<unsigned long long>(all.times),
                static_cast<unsigned long long>(all.bytes));
  }
  if (asked.where) print_call_sites();
  std::printf("}\n");
}

}  // namespace

int main(int count, char** words) {
  using bench::replay::side;
  options asked;
  CLI::App app("counts what a call costs a client or a server");
  app.add_option("--side", asked.side, "whose cost")
      ->required()
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, side>{{"client", side::client}, {"server", side::server}}));
  app.add_option("--window", asked.window, "calls in flight")->check(CLI::Range(1, 1024));
  app.add_option("--calls", asked.calls, "to count");
  app.add_option("--warm-up", asked.warm_up, "calls before these");
  CLI::Option* const allocations =
      app.add_flag("--allocations", asked.allocations, "say how often memory is asked for");
  app.add_flag("--where", asked.where, "and where")->needs(allocations);
  app.add_option("--exchange", asked.exchange, "a file for all that is sent and received");
  CLI11_PARSE(app, count, words);
  try {
    measure(asked);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "bench_replay: %s\n", problem.what());
    return 1;
  }
}
