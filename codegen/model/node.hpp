// What a contract document says of a type. One struct a kind; the words are the document's (docs/codegen.md).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <boost/json/value.hpp>

namespace clamator::codegen {

struct node;
using node_ptr = std::shared_ptr<const node>;  // never null where no optional stands before it

struct pattern {
  std::string source;  // a JavaScript regular expression
  std::string flags;   // of "i", "m", "s", "u"
};

struct string_format {
  std::string name;  // "email", "datetime", ...
  bool offset = false;
  bool local = false;
  std::optional<std::uint64_t> precision;
  std::string version;    // "v4", "v6" or ""
  std::string algorithm;  // of a jwt, or ""
};

struct string_type {
  std::optional<std::uint64_t> min_length, max_length;
  std::vector<pattern> patterns;
  std::vector<string_format> formats;
};

// Bounds as the document writes them: int64, uint64 or double.
struct number_type {
  bool integer = false;
  std::optional<boost::json::value> minimum, exclusive_minimum, maximum, exclusive_maximum;
  std::vector<boost::json::value> multiple_of;
};

struct boolean_type {};
struct null_type {};
struct any_type {};

struct literal_type {
  boost::json::value value;  // a string, a number or a boolean
};

struct enum_member {
  std::string name;          // empty where the contract gives none
  boost::json::value value;  // a string, a number or a boolean
};
struct enum_type {
  std::vector<enum_member> members;
};

struct array_type {
  node_ptr items;
  std::optional<std::uint64_t> min_items, max_items;
};

struct tuple_type {
  std::vector<node_ptr> items;
  std::optional<node_ptr> rest;
};

struct record_type {
  std::optional<node_ptr> keys;  // a string or an enum; absent where any string is a key
  node_ptr values;
};

struct union_type {
  std::string tag;  // the discriminator's key; empty where the first option that fits is taken
  std::vector<node_ptr> options;
};

enum class unknown_keys { strip, strict, passthrough, catchall };
enum class presence { required, optional, defaulted };

struct field {
  std::string name;
  presence how = presence::required;
  boost::json::value default_value;  // where `how` is defaulted
  node_ptr type;
};

struct object_type {
  unknown_keys unknown = unknown_keys::strip;
  std::vector<field> fields;
  std::optional<node_ptr> rest;  // what unknown keys hold, with catchall
};

// A use of a named type.
struct ref_type {
  std::string name;
};

struct node {
  using any_kind =
      std::variant<string_type, number_type, boolean_type, null_type, any_type, literal_type, enum_type,
                   array_type, tuple_type, record_type, union_type, object_type, ref_type>;
  any_kind type;
  bool nullable = false;
  std::string description;           // the contract's, or empty
  std::vector<std::string> refined;  // checks that only Zod can run
};

// The node's type as a Kind, or null where it is another kind.
template <class Kind>
const Kind* as(const node& of) {
  return std::get_if<Kind>(&of.type);
}

}  // namespace clamator::codegen
