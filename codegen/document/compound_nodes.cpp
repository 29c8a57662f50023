// The kinds of node that hold nodes.
#include <boost/json/array.hpp>

#include "document/nodes.hpp"
#include "document/place.hpp"

namespace clamator::codegen {

namespace json = boost::json;

node_ptr node_reader::required_node(members& of, std::string_view name, const std::string& place) {
  const auto* found = of.require(name);
  return found ? read(*found, place) : nullptr;
}

std::optional<node_ptr> node_reader::optional_node(members& of, std::string_view name,
                                                   const std::string& place) {
  const auto* found = of.any(name);
  if (!found) return std::nullopt;
  return read(*found, place);
}

array_type node_reader::read_array(members& of) {
  array_type read;
  read.items = required_node(of, "items", place::element(of.place()));
  read.min_items = of.count("minItems");
  read.max_items = of.count("maxItems");
  return read;
}

tuple_type node_reader::read_tuple(members& of) {
  tuple_type read_tuple;
  if (const auto* items = of.require_list("items")) {
    for (const auto& item : *items) {
      read_tuple.items.push_back(read(item, place::tuple_item(of.place(), read_tuple.items.size())));
    }
  }
  read_tuple.rest = optional_node(of, "rest", place::element(of.place()));
  return read_tuple;
}

record_type node_reader::read_record(members& of) {
  record_type read;
  read.keys = optional_node(of, "keys", place::key(of.place()));
  read.values = required_node(of, "values", place::value(of.place()));
  return read;
}

union_type node_reader::read_union(members& of) {
  union_type read_union;
  if (const auto tag = of.text("tag")) {
    read_union.tag = *tag;
    if (tag->empty()) of.wrong("tag", "left out where it is empty");
  }
  if (const auto* options = of.require_list("options")) {
    for (const auto& option : *options) {
      read_union.options.push_back(read(option, place::option(of.place(), read_union.options.size())));
    }
  }
  return read_union;
}

object_type node_reader::read_object(members& of) {
  object_type read;
  const auto unknown = of.require_text("unknown");
  if (unknown == "strict") read.unknown = unknown_keys::strict;
  if (unknown == "passthrough") read.unknown = unknown_keys::passthrough;
  if (unknown == "catchall") read.unknown = unknown_keys::catchall;
  if (!unknown.empty() && unknown != "strip" && read.unknown == unknown_keys::strip) {
    of.wrong("unknown", "\"strip\", \"strict\", \"passthrough\" or \"catchall\"");
  }
  if (read.unknown == unknown_keys::catchall) {
    read.rest = required_node(of, "rest", place::value(of.place()));
  } else if (of.any("rest")) {
    of.wrong("rest", "left out but with \"unknown\": \"catchall\"");
  }
  if (const auto* fields = of.require_list("fields")) {
    for (const auto& each : *fields) {
      if (const auto* object = require_object(each, of.place(), "a field", to_)) {
        read.fields.push_back(read_field(*object, of.place()));
      }
    }
  }
  return read;
}

field node_reader::read_field(const json::object& from, const std::string& place) {
  members of(from, place, "a field", to_);
  field read;
  if (of.require("name")) read.name = of.text("name").value_or("");
  if (const auto* type = of.require("type")) read_field_type(*type, place::field(place, read.name), read);
  of.finish();
  return read;
}

}  // namespace clamator::codegen
