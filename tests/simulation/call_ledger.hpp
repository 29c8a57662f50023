// What calls and handlers of a schedule did and when, and which promises were not kept.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "simulation/virtual_time.hpp"

namespace clamator::simulation {

struct ending {
  std::string how;          // "result", "rpc_error", "cancelled", or a transport_errc's name
  std::int64_t number = 0;  // the result's, or the error's code
  time_point at;
};

struct run {
  int server;
  unsigned attempt;
  bool held;  // it was pending for that server when it began
  bool deaf;  // to its cancellation
  time_point begun;
  time_point ended = time_point::max();
};

struct call_record {
  int client = 0;
  bool notification = false;
  time_point deadline;
  std::vector<ending> endings{};
  std::vector<run> runs{};
};

struct stretch {
  time_point from;
  time_point to;
};

// What was done to a process.
struct fate {
  time_point killed = time_point::max();
  std::vector<stretch> disturbed{};  // it stood still, or did not reach Redis
};

class call_ledger {
 public:
  explicit call_ledger(std::chrono::milliseconds claim_idle, unsigned max_attempts)
      : claim_idle_(claim_idle), max_attempts_(max_attempts) {}

  void launched(std::int64_t key, int client, bool notification, time_point deadline);
  void ended(std::int64_t key, std::string how, std::int64_t number);
  void begun(std::int64_t key, int server, unsigned attempt, bool held, bool deaf);
  void finished(std::int64_t key, int server);
  void killed(int process);
  void disturbed(int process, time_point from, time_point to);
  // Redis has forgotten who has what: a request that runs may not be pending for anybody.
  void leases_are_forgotten() { forgotten_ = true; }
  bool forgotten() const noexcept { return forgotten_; }
  // A group was destroyed: what runs or has run may run again, and may look as if nobody had it.
  void runs_may_repeat() { repeats_ = true; }
  // What Redis had accepted is gone.
  void requests_are_lost() { losses_ = true; }
  void kept(std::int64_t key) { letters_.insert(key); }

  bool all_ended() const;
  const std::map<std::int64_t, call_record>& calls() const noexcept { return calls_; }
  // A line for each promise that was not kept. Those who are asked at the end know that servers had time for
  // all.
  std::vector<std::string> broken() const;

 private:
  using problems = std::vector<std::string>;

  void check_end(const std::string& name, const call_record& call, problems& found) const;
  void check_truth(const std::string& name, std::int64_t key, const call_record& call, problems& found) const;
  void check_runs(const std::string& name, const call_record& call, problems& found) const;
  bool somebody_was_disturbed(const call_record& call, time_point when) const;
  // Whether it went on although its server could know that the other has it.
  bool went_on(const run& first, const run& second) const;
  bool could_have_lost(const run& first, const run& second) const;
  // How long, of that time, it was disturbed.
  std::chrono::nanoseconds disturbance(int process, time_point from, time_point to) const;
  time_point killed_at(int process) const;

  std::chrono::milliseconds claim_idle_;
  unsigned max_attempts_;
  std::map<std::int64_t, call_record> calls_;
  std::map<int, fate> fates_;
  bool forgotten_ = false;
  bool repeats_ = false;
  bool losses_ = false;
  std::set<std::int64_t> letters_;  // keys of dead letters
};

}  // namespace clamator::simulation
