// The Python type of a node, as it stands in an annotation, with the checks that Zod makes.
#pragma once

#include <string>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/module.hpp"
#include "python/expression.hpp"
#include "python/imports.hpp"

namespace clamator::codegen::python {

class annotations {
 public:
  annotations(const module& of, imports& needs, diagnostics& problems)
      : module_(of), needs_(needs), problems_(problems) {}

  expression of(const node& type) const;
  // Exactly one of the values.
  expression literal(const std::vector<boost::json::value>& values) const;
  // The type with more behind it in Annotated[...].
  expression annotated(expression type, std::vector<expression> more) const;

  // Where diagnostics say that the node is.
  void at(std::string place) { place_ = std::move(place); }

 private:
  expression without_null(const node& type) const;
  expression kind(const string_type& of) const;
  expression kind(const number_type& of) const;
  expression kind(const boolean_type& of) const;
  expression kind(const null_type& of) const;
  expression kind(const any_type& of) const;
  expression kind(const literal_type& of) const;
  expression kind(const enum_type& of) const;
  expression kind(const array_type& of) const;
  expression kind(const tuple_type& of) const;
  expression kind(const record_type& of) const;
  expression kind(const union_type& of) const;
  expression kind(const object_type& of) const;
  expression kind(const ref_type& of) const;

  const module& module_;
  imports& needs_;
  diagnostics& problems_;
  std::string place_;
};

}  // namespace clamator::codegen::python
