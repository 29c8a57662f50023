// What Pydantic checks of strings and numbers, and what the support module does in its stead.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/node.hpp"
#include "python/expression.hpp"
#include "python/imports.hpp"

namespace clamator::codegen::python {

// The elements of Annotated behind str. A pattern that Python cannot have is told to `refused`.
std::vector<expression> string_checks(const string_type& of, imports& needs,
                                      const std::function<void(const std::string&)>& refused);

expression number_annotation(const number_type& of, imports& needs);

}  // namespace clamator::codegen::python
