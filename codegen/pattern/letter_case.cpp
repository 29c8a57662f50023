#include "pattern/letter_case.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

namespace clamator::codegen {
namespace {

// Every step-th of first..last is one with itself + delta.
struct case_run {
  char32_t first, last, step, delta;
};

#include "pattern/case_pairs.inc"

// Adds what pairs with the part of `range` that lies in first..last, at `offset` from it.
void add_shifted(code_points& to, const code_range& range, const case_run& run, char32_t base,
                 char32_t offset) {
  char32_t first = std::max<std::uint32_t>(range.first, run.first + base);
  const char32_t last = std::min<std::uint32_t>(range.last, run.last + base);
  if (first > last) return;
  const auto beyond = (first - run.first - base) % run.step;
  if (beyond != 0) first += run.step - beyond;
  if (run.step == 1) {
    to.add(first + offset, last + offset);
    return;
  }
  for (auto point = first; point <= last; point += run.step) to.add(point + offset, point + offset);
}

void add_cases(code_points& to, const code_points& of, std::span<const case_run> runs) {
  for (const auto& range : of.ranges()) {
    for (const auto& run : runs) {
      add_shifted(to, range, run, 0, run.delta);
      add_shifted(to, range, run, run.delta, 0 - run.delta);  // wraps around, and the sum back again
    }
  }
}

}  // namespace

code_points with_other_cases(const code_points& of, bool flag_u) {
  auto all = of;
  add_cases(all, of, always);
  if (flag_u) add_cases(all, of, with_u);
  return all;
}

}  // namespace clamator::codegen
