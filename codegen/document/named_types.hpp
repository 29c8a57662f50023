// The types of a contract by name.
#pragma once

#include <map>
#include <string>

#include "model/contract.hpp"

namespace clamator::codegen {

class named_types {
 public:
  explicit named_types(const contract& of);

  // Null where there is none of that name, or it could not be read.
  const node* find(const std::string& name) const;
  // What the node is behind all references; null where they lead nowhere, or in a circle.
  const node* resolve(const node* of) const;

 private:
  std::map<std::string, const node*, std::less<>> by_name_;
};

}  // namespace clamator::codegen
