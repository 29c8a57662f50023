// C++ identifiers for a contract's names.
#pragma once

#include <string>
#include <string_view>

#include "model/node.hpp"

namespace clamator::codegen {

// The name, with a trailing "_" where C++ or a usual macro has it: delete_, NULL_.
std::string cpp_identifier(std::string name);

// A field's or method's name: snake_case.
std::string cpp_member(std::string_view wire_name);

// An enumerator's name, from the contract's name for it or else from its value; `position` counts from 1.
std::string cpp_enumerator(const enum_member& of, std::size_t position);

}  // namespace clamator::codegen
