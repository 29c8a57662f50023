#include "python/tagged_union.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "python/literals.hpp"
#include "python/names.hpp"

namespace clamator::codegen::python {
namespace {

const node& resolved(const module& in, const node& of) {
  const auto* ref = as<ref_type>(of);
  return ref == nullptr ? of : resolved(in, *in.find(ref->name).type);
}

// The discriminator's values that stand for the option.
std::vector<boost::json::value> tags_of(const module& in, const node& option, const std::string& tag) {
  const auto* object = as<object_type>(resolved(in, option));
  if (object == nullptr)
    throw std::logic_error("an option of a tagged union is no object: the document was not checked");
  for (const field& each : object->fields) {
    if (each.name != tag) continue;
    const node& type = resolved(in, *each.type);
    if (const auto* literal = as<literal_type>(type)) return {literal->value};
    std::vector<boost::json::value> values;
    if (const auto* members = as<enum_type>(type)) {
      for (const enum_member& member : members->members) values.push_back(member.value);
    }
    return values;
  }
  return {};
}

}  // namespace

expression tagged_union(const module& in, const union_type& of, const annotations& types, imports& needs) {
  std::vector<expression> options, tagged_options;
  std::vector<expression> arguments{word(string_literal(of.tag)), word(string_literal(field_name(of.tag)))};
  bool all_strings = true;
  for (std::size_t i = 0; i < of.options.size(); ++i) {
    const std::string number = string_literal(std::to_string(i + 1));
    std::vector<expression> row{word(number)};
    for (const boost::json::value& value : tags_of(in, *of.options[i], of.tag)) {
      all_strings = all_strings && value.is_string();
      row.push_back(value_literal(value));
    }
    arguments.push_back({"", '(', std::move(row), {}});
    options.push_back(types.of(*of.options[i]));
  }
  std::string by = "discriminator=" + string_literal(field_name(of.tag));
  if (all_strings)
    return types.annotated(subscript(needs.typing("Union"), std::move(options)),
                           {call(needs.pydantic("Field"), {word(by)})});
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::string number = string_literal(std::to_string(i + 1));
    tagged_options.push_back(types.annotated(options[i], {call(needs.pydantic("Tag"), {word(number)})}));
  }
  return types.annotated(subscript(needs.typing("Union"), std::move(tagged_options)),
                         {call(needs.pydantic("Field"),
                               {call("discriminator=" + needs.support("tagged"), std::move(arguments))})});
}

}  // namespace clamator::codegen::python
