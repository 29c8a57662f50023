// What the schemas of all services hash to, so that the builds of two languages can be compared.
#pragma once

#include <span>
#include <string>

#include "model/contract.hpp"

namespace clamator::codegen {

// JSON, two spaces of indent: services and methods sorted by name. Each service says which target its hashes
// are of, since documents may have been made with different ones.
std::string manifest_text(std::span<const contract> all);

}  // namespace clamator::codegen
