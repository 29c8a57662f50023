#include "document/nodes.hpp"

#include <array>

#include <boost/json/array.hpp>

#include "document/place.hpp"
#include "document/scalars.hpp"

namespace clamator::codegen {
namespace {

namespace json = boost::json;

constexpr std::size_t max_depth = 100;

constexpr std::array kinds{"string", "number", "boolean", "null",   "any", "literal",  "enum",     "array",
                           "tuple",  "record", "union",   "object", "ref", "optional", "nullable", "default"};

bool is_known(std::string_view kind) {
  return std::ranges::find(kinds, kind) != kinds.end();
}

// The kind of a node, or empty, of whatever form it is.
std::string_view kind_of(const json::value& from) {
  const auto* object = from.if_object();
  const auto* kind = object ? object->if_contains("kind") : nullptr;
  return kind && kind->is_string() ? std::string_view(kind->get_string().data(), kind->get_string().size())
                                   : "";
}

std::string described(std::string_view kind) {
  const bool vowel = std::string_view("aeiou").find(kind.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(kind) + " node";
}

// The outer description is the one that the contract's author gave last.
void read_remarks(members& of, node& into) {
  if (const auto description = of.text("description")) into.description = *description;
  const auto* refined = of.list("refined");
  if (!refined) return;
  for (const auto& check : *refined) {
    if (check.is_string()) {
      into.refined.emplace_back(check.get_string().data(), check.get_string().size());
    } else {
      of.wrong("refined", "a list of strings");
    }
  }
}

node_ptr shared(std::optional<node> read) {
  return read ? std::make_shared<const node>(std::move(*read)) : nullptr;
}

}  // namespace

class node_reader::level {
 public:
  explicit level(node_reader& of) : of_(of) { ++of_.depth_; }
  level(const level&) = delete;
  level& operator=(const level&) = delete;
  ~level() { --of_.depth_; }

 private:
  node_reader& of_;
};

node_ptr node_reader::read(const json::value& from, const std::string& place) {
  const auto kind = kind_of(from);
  if (kind == "optional" || kind == "default") {
    to_.error(place,
              place::in_quotes(kind) + " may wrap only the type of a field: put its \"type\" in its place");
    members of(from.get_object(), place, described(kind), to_);
    of.require_text("kind");
    if (kind == "default") of.require("value");
    return shared(inside(of, &node_reader::read_nullable));
  }
  return shared(read_nullable(from, place));
}

void node_reader::read_field_type(const json::value& from, const std::string& place, field& into) {
  const auto kind = kind_of(from);
  if (kind != "optional" && kind != "default") {
    into.type = shared(read_nullable(from, place));
    return;
  }
  members of(from.get_object(), place, described(kind), to_);
  of.require_text("kind");
  into.how = kind == "optional" ? presence::optional : presence::defaulted;
  if (into.how == presence::defaulted) {
    if (const auto* value = of.require("value")) into.default_value = *value;
  }
  into.type = shared(inside(of, &node_reader::read_nullable));
}

node_reader::wrapped node_reader::read_nullable(const json::value& from, const std::string& place) {
  if (kind_of(from) != "nullable") return read_bare(from, place);
  members of(from.get_object(), place, described("nullable"), to_);
  of.require_text("kind");
  auto read = inside(of, &node_reader::read_bare);
  if (!read) return read;
  if (as<null_type>(*read) || as<any_type>(*read)) {
    to_.error(place, std::string("\"nullable\" around ") + (as<null_type>(*read) ? "null" : "any") +
                         ", which allows null by itself: put its \"type\" in its place");
  }
  read->nullable = true;
  return read;
}

// The rest of a wrapper: what it wraps, and its own description and refinements.
node_reader::wrapped node_reader::inside(members& of, inner_reader read_inner) {
  const auto* type = of.require("type");
  auto inner = type ? (this->*read_inner)(*type, of.place()) : std::nullopt;
  node unread;
  read_remarks(of, inner ? *inner : unread);
  of.finish();
  return inner;
}

node_reader::wrapped node_reader::read_bare(const json::value& from, const std::string& place) {
  const auto* object = require_object(from, place, "a node", to_);
  if (!object) return std::nullopt;
  const level deeper(*this);
  if (depth_ > max_depth) {
    to_.error(place, "nodes nest deeper than " + std::to_string(max_depth) +
                         ": export a part of the schema and use it twice, or make it flatter");
    return std::nullopt;
  }
  const std::string kind(kind_of(from));
  if (kind == "optional" || kind == "nullable" || kind == "default") {
    to_.error(place, place::in_quotes(kind) +
                         " within another wrapper: the order is optional or default, then nullable, "
                         "then the type, each at most once; run clamator-contracts again");
    return std::nullopt;
  }
  if (!is_known(kind)) {
    members of(*object, place, "a node", to_);
    const auto named = of.require_text("kind");
    if (!named.empty()) {
      to_.error(place, "unknown kind " + place::in_quotes(named) +
                           ": update clamator if a newer clamator-contracts made the document");
    }
    return std::nullopt;
  }
  members of(*object, place, described(kind), to_);
  of.require_text("kind");
  node read;
  read_kind(kind, of, read);
  read_remarks(of, read);
  of.finish();
  return read;
}

void node_reader::read_kind(const std::string& kind, members& of, node& into) {
  if (kind == "string") into.type = read_string(of, to_);
  if (kind == "number") into.type = read_number(of, to_);
  if (kind == "boolean") into.type = boolean_type{};
  if (kind == "null") into.type = null_type{};
  if (kind == "any") into.type = any_type{};
  if (kind == "literal") into.type = read_literal(of, to_);
  if (kind == "enum") into.type = read_enum(of, to_);
  if (kind == "array") into.type = read_array(of);
  if (kind == "tuple") into.type = read_tuple(of);
  if (kind == "record") into.type = read_record(of);
  if (kind == "union") into.type = read_union(of);
  if (kind == "object") into.type = read_object(of);
  if (kind == "ref") into.type = ref_type{of.require_text("name")};
}

}  // namespace clamator::codegen
