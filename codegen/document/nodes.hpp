// Nodes of a document, read. A wrapper (optional, nullable, default) becomes a property of what it wraps.
//
// What cannot be read at all is a null pointer, so that the checks can look at the rest; no contract with one
// leaves read_document().
#pragma once

#include <optional>
#include <string>

#include <boost/json/value.hpp>

#include "document/members.hpp"
#include "model/node.hpp"

namespace clamator::codegen {

class node_reader {
 public:
  explicit node_reader(report& to) : to_(to) {}

  // A node that is no field's type: nullable may wrap it, optional and default may not.
  node_ptr read(const boost::json::value& from, const std::string& place);

 private:
  class level;
  using wrapped = std::optional<node>;
  using inner_reader = wrapped (node_reader::*)(const boost::json::value&, const std::string&);

  wrapped read_nullable(const boost::json::value& from, const std::string& place);
  wrapped read_bare(const boost::json::value& from, const std::string& place);
  wrapped inside(members& of, inner_reader read_inner);
  void read_kind(const std::string& kind, members& of, node& into);
  void read_field_type(const boost::json::value& from, const std::string& place, field& into);

  node_ptr required_node(members& of, std::string_view name, const std::string& place);
  std::optional<node_ptr> optional_node(members& of, std::string_view name, const std::string& place);
  array_type read_array(members& of);
  tuple_type read_tuple(members& of);
  record_type read_record(members& of);
  union_type read_union(members& of);
  object_type read_object(members& of);
  field read_field(const boost::json::object& from, const std::string& place);

  report& to_;
  std::size_t depth_ = 0;
};

}  // namespace clamator::codegen
