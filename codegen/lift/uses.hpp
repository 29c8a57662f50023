// Which named types a node refers to.
#pragma once

#include <string>
#include <vector>

#include "model/node.hpp"

namespace clamator::codegen {

// In the order in which they stand; a name may come more than once.
std::vector<std::string> names_used(const node& by);

}  // namespace clamator::codegen
