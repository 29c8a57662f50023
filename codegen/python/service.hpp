// The service's abstract class, its client, and the contract that ties names to models.
#pragma once

#include <string>

#include "model/diagnostic.hpp"
#include "model/module.hpp"
#include "python/imports.hpp"

namespace clamator::codegen::python {

std::string service_of(const module& of, imports& needs, diagnostics& problems);

}  // namespace clamator::codegen::python
