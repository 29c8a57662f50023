// Python identifiers for a contract's names.
#pragma once

#include <string>
#include <string_view>

#include "model/node.hpp"

namespace clamator::codegen::python {

// A field's name: snake_case, with a trailing "_" where Python, Pydantic's BaseModel or an annotation of the
// same class has it: import_, json_, list_.
std::string field_name(std::string_view wire_name);

// A method's, module's or variable's name: snake_case, with a trailing "_" where it is a keyword.
std::string name_of(std::string_view wire_name);

// A class's name; only None, True and False are keywords.
std::string class_name(std::string_view name);

// A member of an Enum class, from the contract's name for it.
std::string member_name(std::string_view contract_name);

}  // namespace clamator::codegen::python
