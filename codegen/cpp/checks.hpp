// The checks of a node, as clamator's checks in C++.
#pragma once

#include <string>
#include <vector>

#include "model/node.hpp"

namespace clamator::codegen {

// "clamator::min_length(1)", "clamator::each(...)": what a value of the node's type must satisfy besides.
// Nothing for refs, whose types are checked by themselves.
std::vector<std::string> cpp_checks(const node& of);

}  // namespace clamator::codegen
