// Which declarations stand before which, and which hold themselves.
#pragma once

#include <vector>

#include "model/module.hpp"

namespace clamator::codegen {

// Puts each declaration behind those that it holds, otherwise keeping their order, and marks those that hold
// themselves. Those that hold each other get the same component.
void order_declarations(std::vector<declaration>& declarations);

}  // namespace clamator::codegen
