// Characters that show source text in another order than it is compiled, which generated code must not
// contain.
#pragma once

#include <string_view>

namespace clamator::codegen {

// Whether `at` begins with one of U+202A to U+202E or U+2066 to U+2069, which are three bytes each.
bool turns_direction(std::string_view at);

}  // namespace clamator::codegen
