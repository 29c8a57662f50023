// The tables by which the library reads and writes generated types.
#pragma once

#include <string>

#include "cpp/plan.hpp"

namespace clamator::codegen {

// A describe_...() function for what is declared; nothing for an alias.
std::string cpp_description(const module& of, const cpp_declaration& declared);

}  // namespace clamator::codegen
