// \p{...}: the properties of characters that RE2 knows as well.
#pragma once

#include <string>
#include <variant>

#include "pattern/code_points.hpp"
#include "pattern/syntax.hpp"

namespace clamator::codegen {

// Of the text between the braces; throws pattern_problem for one that cannot be translated.
std::variant<code_points, unicode_property> read_property(const std::string& text, bool negated);

}  // namespace clamator::codegen
