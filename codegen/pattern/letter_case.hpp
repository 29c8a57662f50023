// Flag i, made part of the sets themselves: engines differ in what they take for one letter.
#pragma once

#include "pattern/code_points.hpp"

namespace clamator::codegen {

// The set and all that flag i takes for one of its members. Flag u knows more characters to be one: the
// Kelvin sign and k, the long s and s, and those beyond U+FFFF.
code_points with_other_cases(const code_points& of, bool flag_u);

}  // namespace clamator::codegen
