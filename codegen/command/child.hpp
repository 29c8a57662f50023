// Running another program.
#pragma once

#include <string>
#include <vector>

namespace clamator::codegen {

// Runs it with its output thrown away and its errors shown, and waits for it. Its exit status, or 128 and the signal that
// ended it. Throws std::runtime_error where it cannot be started.
int run_child(const std::vector<std::string>& command);

}  // namespace clamator::codegen
