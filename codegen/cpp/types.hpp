// Which C++ type stands for a node of a module.
#pragma once

#include <string>

#include "model/module.hpp"

namespace clamator::codegen {

class cpp_types {
 public:
  // For what is held by `holder`: what may hold it in turn is boxed where it stands by itself.
  cpp_types(const module& of, const declaration& holder) : of_(of), holder_(holder) {}

  // Of a node, an optional where it may be null.
  std::string of(const node& type) const;
  // Of a field's member: an optional also where the key may be absent.
  std::string of(const field& member) const;
  // Whether a type that of() gave is undefined without an initialiser, and is copied rather than moved.
  bool is_scalar(const std::string& cpp_type) const;

 private:
  std::string plain(const node& type) const;
  std::string element(const node& type) const;
  bool holds_holder(const ref_type& use) const;

  const module& of_;
  const declaration& holder_;
};

}  // namespace clamator::codegen
