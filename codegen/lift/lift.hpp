// From a contract to a module: nested types become declarations with names.
#pragma once

#include <optional>

#include "model/contract.hpp"
#include "model/diagnostic.hpp"
#include "model/module.hpp"

namespace clamator::codegen {

// A nested type is named after its method and path: AddParamsAddress, AddResultItemsItem, ...Value of a
// record, ...Rest of a catchall, and for an option of a union its tag's value or its place among the options.
// Two types of one name are an error. Nothing where there is one.
std::optional<module> lift(const contract& of, diagnostics& problems);

}  // namespace clamator::codegen
