// An object as a Pydantic model.
#pragma once

#include <string>

#include "model/diagnostic.hpp"
#include "model/module.hpp"
#include "python/annotations.hpp"
#include "python/imports.hpp"

namespace clamator::codegen::python {

std::string object_class(const module& in, const declaration& of, const object_type& object,
                         annotations& types, imports& needs, diagnostics& problems);

// The comment for checks that only Zod can make; nothing where there are none.
std::string refinement(const node& of, std::size_t indent);

}  // namespace clamator::codegen::python
