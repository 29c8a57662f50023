#include "simulation/call_ledger.hpp"

#include <algorithm>

namespace clamator::simulation {
namespace {

// A call ends with the timer that is set for it, and that has a resolution.
constexpr std::chrono::milliseconds lateness{20};

std::string milliseconds(std::chrono::nanoseconds time) {
  return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(time).count()) + " ms";
}

bool surely_did_not_run(const std::string& how) {
  return how == "timed_out_queued" || how == "not_sent" || how == "refused" || how == "not_started";
}

}  // namespace

void call_ledger::launched(std::int64_t key, int client, bool notification, time_point deadline) {
  calls_[key] = {.client = client, .notification = notification, .deadline = deadline};
}

void call_ledger::ended(std::int64_t key, std::string how, std::int64_t number) {
  calls_[key].endings.push_back({std::move(how), number, virtual_time::now()});
}

void call_ledger::begun(std::int64_t key, int server, unsigned attempt, bool held, bool deaf) {
  calls_[key].runs.push_back(
      {.server = server, .attempt = attempt, .held = held, .deaf = deaf, .begun = virtual_time::now()});
}

void call_ledger::finished(std::int64_t key, int server) {
  for (run& each : calls_[key].runs)
    if (each.server == server && each.ended == time_point::max()) each.ended = virtual_time::now();
}

void call_ledger::killed(int process) {
  fates_[process].killed = virtual_time::now();
}

void call_ledger::disturbed(int process, time_point from, time_point to) {
  fates_[process].disturbed.push_back({from, to});
}

bool call_ledger::all_ended() const {
  return std::all_of(calls_.begin(), calls_.end(), [this](const auto& each) {
    return !each.second.endings.empty() || killed_at(each.second.client) != time_point::max();
  });
}

time_point call_ledger::killed_at(int process) const {
  const auto found = fates_.find(process);
  return found == fates_.end() ? time_point::max() : found->second.killed;
}

std::chrono::nanoseconds call_ledger::disturbance(int process, time_point from, time_point to) const {
  const auto found = fates_.find(process);
  if (found == fates_.end()) return {};
  std::chrono::nanoseconds sum{};
  for (const stretch& each : found->second.disturbed)
    sum += std::max(std::chrono::nanoseconds(0), std::min(each.to, to) - std::max(each.from, from));
  return sum;
}

std::vector<std::string> call_ledger::broken() const {
  problems found;
  for (const auto& [key, call] : calls_) {
    const std::string name = (call.notification ? "notification " : "call ") + std::to_string(key);
    check_end(name, call, found);
    check_truth(name, key, call, found);
    check_runs(name, call, found);
  }
  return found;
}

void call_ledger::check_end(const std::string& name, const call_record& call, problems& found) const {
  if (call.endings.size() > 1)
    found.push_back(name + " ended " + std::to_string(call.endings.size()) + " times");
  if (call.endings.empty()) {
    if (killed_at(call.client) == time_point::max()) found.push_back(name + " never ended");
    return;
  }
  const auto late = call.endings.front().at - call.deadline;
  const auto excuse = disturbance(call.client, call.deadline, call.endings.front().at);
  if (late > lateness + excuse)
    found.push_back(name + " ended " + milliseconds(late) + " after its deadline");
}

void call_ledger::check_truth(const std::string& name, std::int64_t key, const call_record& call,
                              problems& found) const {
  if (call.endings.empty()) return;
  const ending& end = call.endings.front();
  const bool may_look_queued = repeats_ && end.how == "timed_out_queued";
  if (surely_did_not_run(end.how) && !call.runs.empty() && !may_look_queued)
    found.push_back(name + " ended as " + end.how + ", and ran");
  if (end.how != "result") return;
  if (!call.notification && end.number != key)
    found.push_back(name + " has the result of " + std::to_string(end.number));
  if (call.runs.empty() && !letters_.contains(key) && !losses_)
    found.push_back(name + " was accepted, and never ran");
}

void call_ledger::check_runs(const std::string& name, const call_record& call, problems& found) const {
  if (repeats_) return;
  for (std::size_t i = 0; i < call.runs.size(); ++i) {
    const run& each = call.runs[i];
    if (!each.held && !forgotten_ && !somebody_was_disturbed(call, each.begun))
      found.push_back(name + " ran on " + std::to_string(each.server) + ", which did not hold it");
    if (i == 0) continue;
    const run& before = call.runs[i - 1];
    const std::string servers = std::to_string(before.server) + " and " + std::to_string(each.server);
    if (!could_have_lost(before, each))
      found.push_back(name + " ran on " + servers + " although the first had it");
    if (went_on(before, each))
      found.push_back(name + " ran on " + servers + ", and was not cancelled on the first");
  }
}

// It asks what it still has at every third of that time. Who has lost a lease, and ends its handler all the
// same, takes the request from whom it went to.
bool call_ledger::somebody_was_disturbed(const call_record& call, time_point when) const {
  return std::any_of(call.runs.begin(), call.runs.end(), [&](const run& each) {
    return disturbance(each.server, when - claim_idle_ / 2, when) > std::chrono::nanoseconds(0);
  });
}

bool call_ledger::went_on(const run& first, const run& second) const {
  const time_point killed = killed_at(first.server);
  // Who begins what it does not hold has lost it itself.
  if (first.deaf || !second.held || forgotten_ || killed <= second.begun) return false;
  const time_point until = std::min({first.ended, killed, virtual_time::now()});
  // Its lease was asked about in that time, unless it could not be.
  const auto asking = claim_idle_ / 2;
  return until - second.begun > asking + disturbance(first.server, second.begun, until) &&
         disturbance(first.server, until - asking, until) == std::chrono::nanoseconds(0);
}

// A lease is renewed well before it ends. Where nothing stood still for a quarter of its time, it holds.
bool call_ledger::could_have_lost(const run& first, const run& second) const {
  if (killed_at(first.server) <= second.begun) return true;
  const auto since = second.begun - 2 * claim_idle_;
  return std::max(disturbance(first.server, since, second.begun),
                  disturbance(second.server, since, second.begun)) >= claim_idle_ / 4;
}

}  // namespace clamator::simulation
