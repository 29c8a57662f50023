#include "document/scalars.hpp"

#include <boost/json/array.hpp>

namespace clamator::codegen {
namespace {

namespace json = boost::json;

bool is_scalar(const json::value& value) {
  return value.is_string() || value.is_number() || value.is_bool();
}

pattern read_pattern(const json::object& from, const std::string& place, report& to) {
  members of(from, place, "a pattern", to);
  pattern read;
  read.source = of.require_text("source");
  for (const char flag : of.text("flags").value_or("")) {
    // g moves where a next search begins, and here none follows.
    if (flag != 'g') read.flags += flag;
  }
  of.finish();
  return read;
}

string_format read_format(const json::object& from, const std::string& place, report& to) {
  members of(from, place, "a format", to);
  string_format read;
  read.name = of.require_text("format");
  read.offset = of.flag("offset");
  read.local = of.flag("local");
  read.precision = of.count("precision");
  read.version = of.text("version").value_or("");
  read.algorithm = of.text("alg").value_or("");
  of.finish();
  return read;
}

enum_member read_member(const json::object& from, const std::string& place, report& to) {
  members of(from, place, "a member of an enum", to);
  enum_member read;
  if (const auto name = of.text("name")) {
    read.name = *name;
    if (name->empty()) of.wrong("name", "left out where it is empty");
  }
  if (const auto* value = of.require("value")) {
    read.value = *value;
    if (!is_scalar(*value)) of.wrong("value", "a string, a number or a boolean");
  }
  of.finish();
  return read;
}

// Each object of a list, read by `read`.
template <class Item, class Read>
std::vector<Item> read_all(const json::array* list, const std::string& place, std::string_view what,
                           report& to, Read read) {
  std::vector<Item> items;
  if (!list) return items;
  for (const auto& item : *list) {
    if (const auto* object = require_object(item, place, what, to)) items.push_back(read(*object, place, to));
  }
  return items;
}

}  // namespace

string_type read_string(members& of, report& to) {
  string_type read;
  read.min_length = of.count("minLength");
  read.max_length = of.count("maxLength");
  read.patterns = read_all<pattern>(of.list("patterns"), of.place(), "a pattern", to, read_pattern);
  read.formats = read_all<string_format>(of.list("formats"), of.place(), "a format", to, read_format);
  return read;
}

number_type read_number(members& of, report&) {
  number_type read;
  read.integer = of.flag("integer");
  read.minimum = of.number("minimum");
  read.exclusive_minimum = of.number("exclusiveMinimum");
  read.maximum = of.number("maximum");
  read.exclusive_maximum = of.number("exclusiveMaximum");
  if (const auto* steps = of.list("multipleOf")) {
    for (const auto& step : *steps) {
      if (step.is_number()) {
        read.multiple_of.push_back(step);
      } else {
        of.wrong("multipleOf", "a list of numbers");
      }
    }
  }
  return read;
}

literal_type read_literal(members& of, report&) {
  literal_type read;
  if (const auto* value = of.require("value")) {
    read.value = *value;
    if (!is_scalar(*value)) of.wrong("value", "a string, a number or a boolean (null is a kind of its own)");
  }
  return read;
}

enum_type read_enum(members& of, report& to) {
  enum_type read;
  read.members =
      read_all<enum_member>(of.require_list("members"), of.place(), "a member of an enum", to, read_member);
  return read;
}

}  // namespace clamator::codegen
