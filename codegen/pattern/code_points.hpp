// A set of Unicode code points.
#pragma once

#include <vector>

namespace clamator::codegen {

constexpr char32_t last_code_point = 0x10FFFF;

struct code_range {
  char32_t first, last;
};

class code_points {
 public:
  code_points() = default;
  code_points(std::initializer_list<code_range> ranges) : ranges_(ranges) { order(); }

  void add(char32_t first, char32_t last) {
    ranges_.push_back({first, last});
    order();
  }
  void add(const code_points& other) {
    ranges_.insert(ranges_.end(), other.ranges_.begin(), other.ranges_.end());
    order();
  }
  code_points complement() const;
  bool contains(char32_t point) const;
  // Ascending, and no two of them touch.
  const std::vector<code_range>& ranges() const { return ranges_; }

 private:
  void order();

  std::vector<code_range> ranges_;
};

// What JavaScript calls these.
code_points digits();           // \d
code_points word_characters();  // \w without flags i and u
code_points white_space();      // \s
code_points line_terminators();

}  // namespace clamator::codegen
