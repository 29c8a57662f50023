// Running another program.
#pragma once

#include <exception>
#include <string>
#include <vector>

namespace clamator::codegen {

// SIGINT or SIGTERM came while a child ran, which has ended by now.
class interrupted : public std::exception {
 public:
  const char* what() const noexcept override { return "ended by a signal"; }
};

// Runs it with its output thrown away and its errors shown, and waits for it. Its exit status, or 128 and the
// signal that ended it. SIGINT and SIGTERM end it first: then throws interrupted, so that what belongs to the
// run is cleaned up. Throws std::runtime_error where it cannot be started.
int run_child(const std::vector<std::string>& command);

}  // namespace clamator::codegen
