// A regular expression, read. Flags are gone: i is part of the sets, s of the dot's, m of the assertions'.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pattern/code_points.hpp"

namespace clamator::codegen {

struct expression;

struct unicode_property {
  std::string name;  // a short general category or a long script name: "Lu", "Greek"
  bool negated = false;
};

// One character.
struct character_set {
  code_points points;
  std::vector<unicode_property> properties;  // further members
  bool negated = false;                      // any character but these
};

enum class assertion { text_begin, text_end, line_begin, line_end, word_boundary, no_word_boundary };

struct sequence {
  std::vector<expression> items;
};
struct alternatives {
  std::vector<expression> options;
};
struct repetition {
  std::vector<expression> item;  // one
  std::uint64_t least = 0;
  std::optional<std::uint64_t> most;
  bool lazy = false;
};

struct expression {
  std::variant<character_set, assertion, sequence, alternatives, repetition> what;
};

}  // namespace clamator::codegen
