// What a declaration becomes in C++: names and types, found once for the header and the source.
#pragma once

#include <string>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/module.hpp"

namespace clamator::codegen {

struct cpp_field {
  const field* of = nullptr;
  std::string name;
  std::string type;     // of the member; empty for a literal, which has none
  bool scalar = false;  // copied rather than moved
  std::string initial;  // what stands behind the member's name: "{}", " = 3", or nothing
  // Of a default value that is no constant: the function in the source that makes it. Else empty.
  std::string default_function;
  std::string default_constant;  // of the others, their C++ text
};

struct cpp_object {
  std::vector<cpp_field> fields;
  std::string rest_name, rest_type;  // empty where no unknown keys are kept

  bool has_default_function() const;
  // Those that a constructor takes.
  std::vector<const cpp_field*> required() const;
};

struct cpp_enumerator_line {
  std::string name;
  boost::json::value value;
};

enum class cpp_form { object, variant, enumeration, wrapped, alias };

struct cpp_declaration {
  const declaration* of = nullptr;
  cpp_form form = cpp_form::object;
  std::string name;
  cpp_object object;                             // of an object
  std::vector<std::string> alternatives;         // of a variant, each type once
  std::vector<std::string> options;              // of a variant, each option's type
  std::vector<cpp_enumerator_line> enumerators;  // of an enumeration
  std::string type;                              // of what is wrapped, or of an alias
  bool scalar = false;                           // whether what is wrapped is copied rather than moved
};

// Whether it is an enumeration whose values are strings.
bool is_of_strings(const cpp_declaration& declared);

// In the module's order. What collides is an error.
std::vector<cpp_declaration> plan_cpp(const module& of, diagnostics& problems);

}  // namespace clamator::codegen
