#include "cpu_meter.hpp"

#include <stdexcept>
#include <utility>

#include <time.h>

namespace bench {
namespace {

double read(clockid_t clock) {
  timespec now{};
  if (::clock_gettime(clock, &now) != 0) {
    throw std::runtime_error("a process whose CPU time is measured has ended");
  }
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace

cpu_meter::cpu_meter() {
  watched_.push_back({"client", CLOCK_PROCESS_CPUTIME_ID, 0, 0});
}

void cpu_meter::watch(std::string name, pid_t process) {
  clockid_t clock{};
  if (::clock_getcpuclockid(process, &clock) != 0) {
    throw std::runtime_error("no process " + std::to_string(process) + " whose CPU time could be measured");
  }
  watched_.push_back({std::move(name), clock, 0, 0});
}

void cpu_meter::start() {
  for (watched& each : watched_) each.before = read(each.clock);
}

void cpu_meter::stop() {
  for (watched& each : watched_) each.after = read(each.clock);
}

std::vector<cpu_meter::usage> cpu_meter::used() const {
  std::vector<usage> result;
  result.reserve(watched_.size());
  for (const watched& each : watched_) result.push_back({each.name, each.after - each.before});
  return result;
}

}  // namespace bench
