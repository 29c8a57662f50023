#include "pattern/code_points.hpp"

#include <algorithm>

namespace clamator::codegen {

void code_points::order() {
  std::ranges::sort(ranges_, {}, &code_range::first);
  std::vector<code_range> merged;
  for (const auto& range : ranges_) {
    if (!merged.empty() && range.first <= merged.back().last + 1) {
      merged.back().last = std::max(merged.back().last, range.last);
    } else {
      merged.push_back(range);
    }
  }
  ranges_ = std::move(merged);
}

code_points code_points::complement() const {
  code_points rest;
  char32_t next = 0;
  for (const auto& range : ranges_) {
    if (range.first > next) rest.ranges_.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= last_code_point) rest.ranges_.push_back({next, last_code_point});
  return rest;
}

bool code_points::contains(char32_t point) const {
  return std::ranges::any_of(
      ranges_, [&](const code_range& each) { return each.first <= point && point <= each.last; });
}

code_points digits() {
  return {{'0', '9'}};
}

code_points word_characters() {
  return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
}

code_points white_space() {
  return {{'\t', '\r'},     {' ', ' '},       {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
          {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
}

code_points line_terminators() {
  return {{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}};
}

}  // namespace clamator::codegen
