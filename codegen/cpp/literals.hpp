// C++ source text of values and comments.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/value.hpp>

namespace clamator::codegen {

// In quotes and escaped; what is not ASCII stays as it is, but for what would turn the reading direction.
std::string cpp_string(std::string_view text);

// A number or boolean, or a string in quotes.
std::string cpp_scalar(const boost::json::value& value);

// The lines of a comment, each with `indent` and "// " before it; nothing where there is no text.
std::string cpp_comment(std::string_view text, std::string_view indent);

}  // namespace clamator::codegen
