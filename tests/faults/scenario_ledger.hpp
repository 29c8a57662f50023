// What callers and handlers of a scenario did, written and judged as the soak's journals are.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "soak/journal.hpp"
#include "support/temp_directory.hpp"

namespace clamator::test {

// One journal a process, real or not, by its name. The words are the soak's; docs/soak.md has the rules.
class scenario_ledger {
 public:
  scenario_ledger();

  // `name` is nothing of the ledger's own: "driver" is.
  std::filesystem::path journal_of(const std::string& name) const;

  // What the test does to whom, said before it is done. A server that is cut off from Redis counts as frozen.
  void serves_with(std::chrono::milliseconds claim_idle);
  void killed(const std::string& name) { driver_.write("killed " + name); }
  void frozen(const std::string& name) { driver_.write("frozen " + name); }
  void thawed(const std::string& name) { driver_.write("thawed " + name); }
  void redis_killed() { driver_.write("redis_killed"); }
  void redis_back() { driver_.write("redis_back"); }
  // It loses what it has acknowledged: that need not run.
  void redis_forgets() { driver_.write("figure redis_forgot 1"); }

  // A line for each promise that was not kept, and what the journals say of the first calls with which it was
  // not.
  std::vector<std::string> broken_promises() const;
  // How many handlers a server has begun.
  std::size_t begun_by(const std::string& server) const;

 private:
  temp_directory directory_{"ledger"};
  soak::journal driver_;
};

}  // namespace clamator::test
