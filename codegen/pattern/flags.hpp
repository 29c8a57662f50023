// The flags of a JavaScript regular expression that decide what it matches.
#pragma once

#include <string_view>

namespace clamator::codegen {

struct pattern_flags {
  bool ignore_case = false;
  bool multiline = false;
  bool dot_all = false;
  bool unicode = false;
};

// Throws pattern_problem for a flag that cannot be translated.
pattern_flags read_flags(std::string_view flags);

}  // namespace clamator::codegen
