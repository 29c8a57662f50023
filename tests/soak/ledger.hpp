// The ledger at the end of a soak: what became of each call and request, and which promise was not kept.
// docs/soak.md says what each line means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "soak/record.hpp"

namespace clamator::soak {

struct ledger_line {
  std::string label;
  std::int64_t count = 0;
  bool rule = false;                 // nothing may be counted here
  std::vector<std::string> first{};  // keys of the first that were, for a rule
  std::string note{};                // for people

  bool violated() const noexcept { return rule && count > 0; }
};

struct ledger_section {
  std::string title;
  std::vector<ledger_line> lines;
};

class ledger {
 public:
  explicit ledger(const record& what);

  const std::vector<ledger_section>& sections() const noexcept { return sections_; }
  bool holds() const noexcept;
  // The line of that label. Throws std::out_of_range where there is none.
  const ledger_line& at(std::string_view label) const;

 private:
  std::vector<ledger_section> sections_;
};

// A table for people, with the word of each rule.
std::string table(const ledger& what);

}  // namespace clamator::soak
