// Checks what docs/delivery.md promises in many random schedules of faults, without a clock or a network.
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "simulation/schedule.hpp"

namespace clamator::simulation {
namespace {

struct options {
  std::uint64_t schedules = 100'000;
  std::uint64_t seed = 1;
  unsigned jobs = 1;
  bool trace = false;
};

// Every `jobs`th seed, from the `job`th on. Returns whether all held.
bool check(const options& asked, unsigned job) {
  std::size_t calls = 0, runs = 0, faults = 0, failed = 0;
  for (std::uint64_t i = job; i < asked.schedules; i += asked.jobs) {
    const std::uint64_t seed = asked.seed + i;
    const verdict found = run_schedule(seed, asked.trace);
    calls += found.calls;
    runs += found.runs;
    faults += found.faults;
    if (asked.trace) std::fputs(found.trace.c_str(), stdout);
    if (found.broken.empty()) continue;
    for (const std::string& line : found.broken)
      std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), line.c_str());
    if (++failed == 10) break;
  }
  std::printf("%zu calls, %zu runs, %zu faults; %zu schedules failed\n", calls, runs, faults, failed);
  if (failed > 0 && !asked.trace)
    std::puts("once more with all that happens: --seed SEED --schedules 1 --trace");
  std::fflush(stdout);
  return failed == 0;
}

bool check_in_children(const options& asked) {
  std::vector<pid_t> children;
  for (unsigned job = 0; job < asked.jobs; ++job) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(check(asked, job) ? 0 : 1);
    children.push_back(child);
  }
  bool all = true;
  for (const pid_t child : children) {
    int status = 0;
    all = child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) &&
          WEXITSTATUS(status) == 0 && all;
  }
  return all;
}

}  // namespace
}  // namespace clamator::simulation

int main(int count, char** words) {
  clamator::simulation::options asked;
  CLI::App app{
      "Runs random schedules of calls and faults against a model of Redis, and checks what is promised."};
  app.add_option("--schedules", asked.schedules, "how many");
  app.add_option("--seed", asked.seed, "of the first; each further one has the next");
  app.add_option("--jobs", asked.jobs, "processes that share them")->check(CLI::Range(1U, 64U));
  app.add_flag("--trace", asked.trace, "print all that happens");
  CLI11_PARSE(app, count, words);
  const bool held = asked.jobs == 1 ? clamator::simulation::check(asked, 0)
                                    : clamator::simulation::check_in_children(asked);
  return held ? 0 : 1;
}
