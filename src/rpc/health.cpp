#include <algorithm>
#include <utility>

#include <clamator/rpc/health.hpp>

namespace clamator {
namespace {

std::string milliseconds(std::chrono::milliseconds time) {
  return std::to_string(time.count()) + " ms";
}

std::string said(const trouble& what) {
  return what.text + " (for " + milliseconds(what.lasting) + ")";
}

std::string state_of(const health& now) {
  return std::string(to_string(now.state)) + (now.reason.empty() ? "" : ": " + now.reason);
}

std::string age(const char* of, std::optional<std::chrono::milliseconds> time) {
  return time ? std::string(", ") + of + " " + milliseconds(*time) + " ago" : std::string();
}

std::string lines_of(const std::vector<trouble>& troubles) {
  std::string lines;
  for (const trouble& each : troubles) lines += "trouble: " + said(each) + "\n";
  return lines;
}

}  // namespace

std::string_view to_string(run_state state) noexcept {
  switch (state) {
    case run_state::not_started:
      return "not_started";
    case run_state::starting:
      return "starting";
    case run_state::running:
      return "running";
    case run_state::reconnecting:
      return "reconnecting";
    case run_state::stopping:
      return "stopping";
    case run_state::stopped:
      break;
  }
  return "stopped";
}

bool health::healthy(std::chrono::milliseconds patience) const {
  if (state != run_state::running && state != run_state::reconnecting) return false;
  return std::none_of(troubles.begin(), troubles.end(),
                      [patience](const trouble& each) { return each.lasting >= patience; });
}

std::string health::problem(std::chrono::milliseconds patience) const {
  std::string all;
  if (state != run_state::running && state != run_state::reconnecting) all = state_of(*this);
  for (const trouble& each : troubles) {
    if (each.lasting >= patience) all += (all.empty() ? "" : "; ") + said(each);
  }
  return all;
}

void health::add(std::string text, std::chrono::milliseconds lasting) {
  const auto known = std::find_if(troubles.begin(), troubles.end(),
                                  [&text](const trouble& each) { return each.text == text; });
  if (known == troubles.end()) {
    troubles.emplace_back(std::move(text), lasting);
  } else {
    known->lasting = std::max(known->lasting, lasting);
  }
}

std::string server_health::text() const {
  std::string lines = state_of(*this) + "\n";
  for (const service_health& each : services) {
    lines += each.name + ": " + std::to_string(each.queued) + " queued, " + std::to_string(each.running) +
             " running, " + std::to_string(each.unsettled) + " unsettled" + age("read", each.last_read) +
             age("leases renewed", each.last_renewal) + "\n";
  }
  return lines + lines_of(troubles);
}

std::string client_health::text() const {
  return state_of(*this) + "\ncalls: " + std::to_string(in_flight) + " in flight, " +
         std::to_string(waiting) + " waiting" + age("replies read", last_read) + "\n" + lines_of(troubles);
}

}  // namespace clamator
