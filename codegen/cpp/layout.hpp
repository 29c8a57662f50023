// How generated C++ is broken into lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clamator::codegen {

// "head(a, b)": in one line where it ends within 100 columns, else one argument a line, two columns further
// in. `column` is where it begins, `indent` that of its line.
std::string cpp_call(std::string_view head, const std::vector<std::string>& arguments, std::size_t indent,
                     std::size_t column);

}  // namespace clamator::codegen
