#include "faults/scenario_ledger.hpp"

#include <algorithm>
#include <utility>

#include "soak/call_rules.hpp"
#include "soak/record.hpp"
#include "soak/run_rules.hpp"

namespace clamator::test {

scenario_ledger::scenario_ledger() : driver_(journal_of("driver")) {}

std::filesystem::path scenario_ledger::journal_of(const std::string& name) const {
  return directory_.path() / (name + ".journal");
}

void scenario_ledger::serves_with(std::chrono::milliseconds claim_idle) {
  driver_.write("figure claim_idle_ms " + std::to_string(claim_idle.count()));
}

std::vector<std::string> scenario_ledger::broken_promises() const {
  const soak::record what = soak::record::read(directory_.path());
  std::vector<std::string> broken;
  for (const auto& section : {soak::calls_of(what), soak::requests_of(what), soak::runs_of(what)}) {
    for (const soak::ledger_line& line : section.lines) {
      if (!line.violated()) continue;
      std::string said = line.label + ": " + std::to_string(line.count);
      for (const std::string& key : line.first) {
        said += "\n  call " + key;
        for (const std::string& about : soak::lines_about(directory_.path(), key)) said += "\n    " + about;
      }
      broken.push_back(std::move(said));
    }
  }
  return broken;
}

std::size_t scenario_ledger::begun_by(const std::string& server) const {
  const soak::record what = soak::record::read(directory_.path());
  return static_cast<std::size_t>(std::count_if(
      what.runs().begin(), what.runs().end(),
      [&](const soak::run_record& run) { return what.processes()[run.server].name == server; }));
}

}  // namespace clamator::test
