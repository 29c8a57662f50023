// The declarations of a module as Python: models, enums and aliases.
#pragma once

#include <string>

#include "model/diagnostic.hpp"
#include "model/module.hpp"
#include "python/imports.hpp"

namespace clamator::codegen::python {

// Whether the declaration's name is that of a model's class, as a method's params and result must be.
bool is_model(const module& of, const declaration& one);

// All of them, each with two empty lines before it.
std::string classes_of(const module& of, imports& needs, diagnostics& problems);

}  // namespace clamator::codegen::python
