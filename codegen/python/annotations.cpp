#include "python/annotations.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "python/literals.hpp"
#include "python/names.hpp"
#include "python/scalar_checks.hpp"

namespace clamator::codegen::python {
namespace {

// The Python types of values that are not all strings, integers or booleans, which Literal refuses.
std::vector<std::string> types_of(const std::vector<boost::json::value>& values) {
  std::vector<std::string> types;
  for (const boost::json::value& each : values) {
    const std::string type = each.is_string() ? "str" : each.is_bool() ? "bool" : "float";
    if (std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
  }
  return types;
}

std::vector<expression> values_of(const std::vector<boost::json::value>& values) {
  std::vector<expression> items;
  items.reserve(values.size());
  for (const boost::json::value& each : values) items.push_back(value_literal(each));
  return items;
}

expression joined(const std::vector<std::string>& types) {
  std::string text;
  for (const std::string& each : types) text += (text.empty() ? "" : " | ") + each;
  return word(text);
}

}  // namespace

expression annotations::of(const node& type) const {
  expression made = without_null(type);
  if (!type.nullable) return made;
  made.tail += " | None";
  return made;
}

expression annotations::without_null(const node& type) const {
  return std::visit([this](const auto& each) { return kind(each); }, type.type);
}

expression annotations::annotated(expression type, std::vector<expression> more) const {
  if (more.empty()) return type;
  const std::string head = needs_.typing("Annotated");
  if (type.head == head && type.tail.empty()) {
    for (expression& each : more) type.items.push_back(std::move(each));
    return type;
  }
  more.insert(more.begin(), std::move(type));
  return subscript(head, std::move(more));
}

expression annotations::literal(const std::vector<boost::json::value>& values) const {
  const auto is_string = [](const boost::json::value& each) { return each.is_string(); };
  const auto is_fraction = [](const boost::json::value& each) { return each.is_number() && !is_whole(each); };
  if (!values.empty() && std::all_of(values.begin(), values.end(), is_string))
    return subscript(needs_.typing("Literal"), values_of(values));
  const bool has_fraction = std::any_of(values.begin(), values.end(), is_fraction);
  expression type =
      has_fraction ? joined(types_of(values)) : subscript(needs_.typing("Literal"), values_of(values));
  return annotated(std::move(type), {call(needs_.support("OneOf"), values_of(values))});
}

expression annotations::kind(const string_type& of) const {
  return annotated(word("str"), string_checks(of, needs_, [this](const std::string& problem) {
                     problems_.error(module_.file, place_, problem);
                   }));
}

expression annotations::kind(const number_type& of) const {
  return number_annotation(of, needs_);
}

expression annotations::kind(const boolean_type&) const {
  return word(needs_.support("Boolean"));
}

expression annotations::kind(const null_type&) const {
  return word("None");
}

expression annotations::kind(const any_type&) const {
  return word(needs_.support("Json"));
}

expression annotations::kind(const literal_type& of) const {
  return literal({of.value});
}

expression annotations::kind(const enum_type& of) const {
  std::vector<boost::json::value> values;
  values.reserve(of.members.size());
  for (const enum_member& each : of.members) values.push_back(each.value);
  return literal(values);
}

expression annotations::kind(const array_type& of) const {
  expression list = subscript("list", {this->of(*of.items)});
  std::vector<expression> bounds;
  if (of.min_items) bounds.push_back(word("min_length=" + std::to_string(*of.min_items)));
  if (of.max_items) bounds.push_back(word("max_length=" + std::to_string(*of.max_items)));
  if (bounds.empty()) return list;
  return annotated(std::move(list), {call(needs_.pydantic("Field"), std::move(bounds))});
}

expression annotations::kind(const tuple_type& of) const {
  std::vector<expression> items;
  items.reserve(of.items.size());
  for (const node_ptr& each : of.items) items.push_back(this->of(*each));
  if (!of.rest) return subscript("tuple", items.empty() ? std::vector{word("()")} : std::move(items));
  expression rest = subscript("*tuple", {this->of(**of.rest), word("...")});
  if (items.empty()) return subscript("tuple", std::move(rest.items));
  items.push_back(std::move(rest));
  return annotated(subscript("tuple", std::move(items)), {call(needs_.support("Rest"), {})});
}

expression annotations::kind(const record_type& of) const {
  return subscript("dict", {of.keys ? this->of(**of.keys) : word("str"), this->of(*of.values)});
}

expression annotations::kind(const union_type& of) const {
  std::vector<expression> options;
  options.reserve(of.options.size());
  for (const node_ptr& each : of.options) options.push_back(this->of(*each));
  if (options.size() == 1) return options.front();
  expression choice = subscript(needs_.typing("Union"), std::move(options));
  return annotated(std::move(choice),
                   {call(needs_.pydantic("Field"), {word("union_mode=\"left_to_right\"")})});
}

expression annotations::kind(const object_type&) const {
  throw std::logic_error("an object within a type has no name: the module was not lifted");
}

expression annotations::kind(const ref_type& of) const {
  return word(class_name(of.name));
}

}  // namespace clamator::codegen::python
