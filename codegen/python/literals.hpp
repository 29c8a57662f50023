// Python source text of values, comments and docstrings.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "python/expression.hpp"

namespace clamator::codegen::python {

// In quotes and escaped; what is not ASCII stays as it is, but for what would turn the reading direction.
std::string string_literal(std::string_view text);

// As r"..." where that is possible: for patterns.
std::string raw_string_literal(std::string_view text);

// A number that has no fraction is an int, also where the document has it as 1.0 or 1e3.
std::string number_literal(const boost::json::value& value);
// Always a float: 1.0.
std::string float_literal(const boost::json::value& value);

bool is_whole(const boost::json::value& number);

expression value_literal(const boost::json::value& value);

// Lines that begin with `indent` and "# "; nothing where there is no text.
std::string comment(std::string_view text, std::size_t indent);

// A docstring and an empty line behind it; nothing where there is no text.
std::string docstring(std::string_view text, std::size_t indent);

}  // namespace clamator::codegen::python
