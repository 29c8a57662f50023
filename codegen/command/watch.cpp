#include "command/watch.hpp"

#include <cerrno>
#include <csignal>
#include <ctime>
#include <iostream>
#include <stdexcept>
#include <utility>

#include "command/child.hpp"
#include "command/generate.hpp"
#include "command/watched_files.hpp"

namespace clamator::codegen {
namespace {

bool run(const options& with) {
  try {
    return generate(with) == 0;
  } catch (const std::runtime_error& error) {
    std::cerr << "clamator-codegen: " << error.what() << '\n';
    return false;
  }
}

// Whether one of them came within a tenth of a second, in which a save is noticed.
bool ended_by(const sigset_t& signals) {
  const timespec pause{0, 100'000'000};
  while (sigtimedwait(&signals, nullptr, &pause) < 0) {
    if (errno == EAGAIN) return false;
    if (errno != EINTR) throw std::runtime_error("cannot wait for signals");
  }
  return true;
}

sigset_t hold_back_ending_signals() {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  sigprocmask(SIG_BLOCK, &ending, nullptr);
  return ending;
}

}  // namespace

int watch(const options& with) try {
  const sigset_t ending = hold_back_ending_signals();
  // Looked at before each run, so that a save while it goes on is followed by another.
  watched_files files(with.sources);
  files.changed();
  bool well = run(with);
  std::cout << (well ? "watching" : "watching; waiting for a change that mends it") << '\n' << std::flush;
  while (!ended_by(ending)) {
    if (!files.changed()) continue;
    const bool was_well = std::exchange(well, run(with));
    if (well) std::cout << (was_well ? "up to date" : "well again") << '\n';
    std::cout.flush();
  }
  return 0;
} catch (const interrupted&) {
  return 0;
}

}  // namespace clamator::codegen
