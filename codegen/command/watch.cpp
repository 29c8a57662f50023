#include "command/watch.hpp"

#include <cerrno>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <stdexcept>
#include <utility>

#include "command/generate.hpp"

namespace clamator::codegen {
namespace {

using file_times = std::map<std::filesystem::path, std::pair<std::filesystem::file_time_type, std::uintmax_t>>;

// A file may go while it is looked at; then it is as if it had gone before.
void note(const std::filesystem::path& file, file_times& times) {
  std::error_code gone;
  const auto when = std::filesystem::last_write_time(file, gone);
  if (gone) return;
  const std::uintmax_t size = std::filesystem::file_size(file, gone);
  if (!gone) times.emplace(file, std::pair(when, size));
}

void note_below(const std::filesystem::path& folder, file_times& times) {
  std::error_code gone;
  std::filesystem::recursive_directory_iterator at(folder, gone), end;
  while (!gone && at != end) {
    const std::filesystem::path name = at->path().filename();
    if (name == "node_modules" || name == ".git") {
      at.disable_recursion_pending();
    } else if (name.extension() == ".ts" || name.extension() == ".mts" || name.extension() == ".js" ||
               name.extension() == ".mjs") {
      note(at->path(), times);
    }
    at.increment(gone);
  }
}

// Of all that a run would read: beside a contract also what it may import.
file_times times_of(const options& with) {
  file_times times;
  for (const std::filesystem::path& each : with.sources) {
    std::error_code gone;
    if (std::filesystem::is_directory(each, gone)) {
      const std::size_t before = times.size();
      note_below(each, times);
      if (times.size() != before) continue;  // its documents are made by the run itself
      for (const auto& one : std::filesystem::directory_iterator(each, gone)) {
        if (one.path().extension() == ".json") note(one.path(), times);
      }
    } else {
      note(each, times);
      if (each.extension() != ".json") note_below(each.has_parent_path() ? each.parent_path() : ".", times);
    }
  }
  return times;
}

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

}  // namespace

int watch(const options& with) {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  sigprocmask(SIG_BLOCK, &ending, nullptr);
  file_times seen = times_of(with);
  bool well = run(with);
  std::cout << (well ? "watching" : "watching; waiting for a change that mends it") << std::endl;
  while (!ended_by(ending)) {
    file_times now = times_of(with);
    if (now == seen) continue;
    seen = std::move(now);
    const bool was_well = std::exchange(well, run(with));
    if (well) std::cout << (was_well ? "up to date" : "well again") << std::endl;
    std::cout.flush();
  }
  return 0;
}

}  // namespace clamator::codegen
