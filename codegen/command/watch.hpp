// Going on after each change.
#pragma once

#include "command/options.hpp"

namespace clamator::codegen {

// Generates, and again after each change of what --src names, until SIGINT or SIGTERM. A failure is said, and
// so is that all is well again.
int watch(const options& with);

}  // namespace clamator::codegen
