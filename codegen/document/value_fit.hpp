// Whether a JSON value is one of a contract's type, as Zod would say; patterns and formats are not looked at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include "document/named_types.hpp"
#include "model/node.hpp"

namespace clamator::codegen {

struct misfit {
  std::string where;  // within the value: ".address.lines[2]", or empty
  std::string why;
};

class value_fit {
 public:
  // `types` has no circle in which a value would be come back to.
  explicit value_fit(const named_types& types) : types_(types) {}

  std::optional<misfit> find(const boost::json::value& value, const node& type);
  // Whether filling in the defaults within the field's default comes back to the field itself.
  bool fills_itself(const field& of);

 private:
  using found = std::optional<misfit>;

  found fit(const boost::json::value& value, const string_type& type, const std::string& where);
  found fit(const boost::json::value& value, const number_type& type, const std::string& where);
  found fit(const boost::json::value& value, const boolean_type& type, const std::string& where);
  found fit(const boost::json::value& value, const null_type& type, const std::string& where);
  found fit(const boost::json::value& value, const any_type& type, const std::string& where);
  found fit(const boost::json::value& value, const literal_type& type, const std::string& where);
  found fit(const boost::json::value& value, const enum_type& type, const std::string& where);
  found fit(const boost::json::value& value, const array_type& type, const std::string& where);
  found fit(const boost::json::value& value, const tuple_type& type, const std::string& where);
  found fit(const boost::json::value& value, const record_type& type, const std::string& where);
  found fit(const boost::json::value& value, const union_type& type, const std::string& where);
  found fit(const boost::json::value& value, const object_type& type, const std::string& where);
  found fit(const boost::json::value& value, const ref_type& type, const std::string& where);
  found fit_node(const boost::json::value& value, const node* type, const std::string& where);
  found fit_tagged(const boost::json::value& value, const union_type& type, const std::string& where);
  found fit_unknown(const boost::json::object& value, const object_type& type, const std::string& where);

  const named_types& types_;
  std::vector<const field*> filling_;
  bool comes_back_ = false;
};

}  // namespace clamator::codegen
