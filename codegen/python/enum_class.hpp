// An enum with names, as a class. One without is an alias of Literal[...].
#pragma once

#include <string>

#include "model/diagnostic.hpp"
#include "model/module.hpp"
#include "python/imports.hpp"

namespace clamator::codegen::python {

bool has_names(const enum_type& of);

std::string enum_class(const module& in, const declaration& of, const enum_type& values, imports& needs,
                       diagnostics& problems);

}  // namespace clamator::codegen::python
