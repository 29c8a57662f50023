// One run: from what --src names to what is asked for.
#pragma once

#include "command/options.hpp"

namespace clamator::codegen {

// Makes documents of the contracts, reads all documents, says what is wrong, and writes, or with --check
// names what would change. Nothing is written where anything is refused. The exit status, 0 or 1. Throws
// std::runtime_error for what is wrong with files and programs.
int generate(const options& with);

}  // namespace clamator::codegen
