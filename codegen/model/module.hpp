// A contract made ready for the emitters: every object, union and enum is a declaration of its own with a
// name, so that what is left of a type's nodes is scalars, arrays, tuples, records, literals and refs.
//
// A record's keys keep their node, a string or an enum, and are never a ref. A literal stays a node only as
// the type of a required, not nullable field: such a field needs no member in C++. Elsewhere it is an enum
// with one member.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/node.hpp"

namespace clamator::codegen {

struct declaration {
  std::string name;   // PascalCase: AddParams, AddParamsHomeAddress, Address
  std::string place;  // where the contract has it, as in diagnostics
  // An object, a union or an enum, whose own nodes hold no further one of them; or a ref, where the name is
  // another name of that type; or another kind, for a method's params or result and for recursive types.
  node_ptr type;
  bool recursive = false;     // whether it holds itself, through whatever
  std::size_t component = 0;  // the same for those that hold each other
};

struct module_method {
  std::string name;                   // as on the wire
  std::string params;                 // a declaration's name
  std::optional<std::string> result;  // likewise; absent for a notification
  std::string description;            // of the params, or empty
  std::string params_hash, result_hash;
};

struct module {
  std::string file, service, export_name, source;
  // Each stands behind those that it holds, except where it is recursive.
  std::vector<declaration> declarations;
  std::vector<module_method> methods;

  // The declaration of that name, which must exist.
  const declaration& find(const std::string& name) const;
};

}  // namespace clamator::codegen
