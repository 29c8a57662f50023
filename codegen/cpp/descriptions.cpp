#include "cpp/descriptions.hpp"

#include "cpp/checks.hpp"
#include "cpp/layout.hpp"
#include "cpp/literals.hpp"

namespace clamator::codegen {
namespace {

constexpr std::size_t inner = 6;  // where the lines within a description begin

std::string function(const std::string& which, const std::string& name, const std::string& returned) {
  return "constexpr auto " + which + "(clamator::type<" + name + ">) {\n  return " + returned + ";\n}\n";
}

void append(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

std::vector<std::string> rules_of(const cpp_field& of) {
  std::vector<std::string> rules = cpp_checks(*of.of->type);
  if (of.of->type->nullable && of.of->how != presence::optional) rules.emplace_back("clamator::nullable");
  if (of.of->type->nullable && of.of->how == presence::required) rules.emplace_back("clamator::required");
  if (of.of->how != presence::defaulted) return rules;
  if (of.default_function.empty()) {
    rules.push_back("clamator::default_value(" + of.default_constant + ")");
  } else {
    rules.push_back("clamator::default_value([] { return " + of.default_function + "(); })");
  }
  return rules;
}

std::string field_line(const cpp_declaration& declared, const cpp_field& of) {
  const std::string wire_name = cpp_string(of.of->name);
  if (const auto* literal = as<literal_type>(*of.of->type))
    return cpp_call("clamator::constant", {wire_name, cpp_scalar(literal->value)}, inner, inner);
  std::vector<std::string> arguments{wire_name, "&" + declared.name + "::" + of.name};
  append(arguments, rules_of(of));
  return cpp_call("clamator::field", arguments, inner, inner);
}

std::string unknown_line(const cpp_declaration& declared, const object_type& object) {
  switch (object.unknown) {
    case unknown_keys::strip:
      return "clamator::unknown_keys::ignore";
    case unknown_keys::strict:
      return "clamator::unknown_keys::refuse";
    case unknown_keys::passthrough:
    case unknown_keys::catchall:
      break;
  }
  std::vector<std::string> arguments{"&" + declared.name + "::" + declared.object.rest_name};
  if (object.rest) append(arguments, cpp_checks(**object.rest));
  return cpp_call("clamator::keep_unknown", arguments, inner, inner);
}

std::string object_description(const cpp_declaration& declared) {
  std::vector<std::string> parts;
  parts.reserve(declared.object.fields.size() + 1);
  for (const cpp_field& each : declared.object.fields) parts.push_back(field_line(declared, each));
  parts.push_back(unknown_line(declared, *as<object_type>(*declared.of->type)));
  return function("describe_fields", declared.name,
                  cpp_call("clamator::fields<" + declared.name + ">", parts, 2, 9));
}

// The object that an option of a tagged union is, whatever it is called.
const object_type& object_of(const module& of, const node& option) {
  const node* at = &option;
  while (const auto* ref = as<ref_type>(*at)) at = of.find(ref->name).type.get();
  return *as<object_type>(*at);
}

// The discriminator's values for one option.
std::vector<boost::json::value> tag_values(const module& of, const node& option, const std::string& tag) {
  std::vector<boost::json::value> values;
  for (const field& each : object_of(of, option).fields) {
    if (each.name != tag) continue;
    if (const auto* literal = as<literal_type>(*each.type)) return {literal->value};
    const node& type = *of.find(as<ref_type>(*each.type)->name).type;
    for (const enum_member& member : as<enum_type>(type)->members) values.push_back(member.value);
  }
  return values;
}

std::string union_description(const module& of, const cpp_declaration& declared) {
  const union_type& choice = *as<union_type>(*declared.of->type);
  std::vector<std::string> tagged{cpp_string(choice.tag)}, first;
  bool by_tag = !choice.tag.empty();
  for (std::size_t i = 0; i < choice.options.size(); ++i) {
    const node& option = *choice.options[i];
    first.push_back(
        cpp_call("clamator::option<" + declared.options[i] + ">", cpp_checks(option), inner, inner));
    if (!by_tag) continue;
    std::vector<std::string> tags;
    for (const boost::json::value& each : tag_values(of, option, choice.tag)) {
      by_tag = by_tag && each.is_string();  // other values are told apart by the options themselves
      tags.push_back(cpp_scalar(each));
    }
    tagged.push_back(cpp_call("clamator::tagged_option<" + declared.options[i] + ">", tags, inner, inner));
  }
  return function(
      "describe_options", declared.name,
      by_tag ? cpp_call("clamator::by_tag", tagged, 2, 9) : cpp_call("clamator::first_match", first, 2, 9));
}

std::string enum_description(const cpp_declaration& declared) {
  const std::vector<cpp_enumerator_line>& lines = declared.enumerators;
  const bool strings = is_of_strings(declared);
  std::string table = strings ? "clamator::enumerators<" : "clamator::values<";
  table += declared.name + ">({\n";
  for (const cpp_enumerator_line& each : lines)
    table += "      {" + declared.name + "::" + each.name + ", " + cpp_scalar(each.value) + "},\n";
  return function(strings ? "describe_enum" : "describe_values", declared.name, table + "  })");
}

std::string wrapped_description(const cpp_declaration& declared) {
  std::vector<std::string> arguments{"&" + declared.name + "::value"};
  append(arguments, cpp_checks(*declared.of->type));
  return function("describe_wrapped", declared.name, cpp_call("clamator::wraps", arguments, 2, 9));
}

}  // namespace

std::string cpp_description(const module& of, const cpp_declaration& declared) {
  switch (declared.form) {
    case cpp_form::object:
      return object_description(declared);
    case cpp_form::variant:
      return union_description(of, declared);
    case cpp_form::enumeration:
      return enum_description(declared);
    case cpp_form::wrapped:
      return wrapped_description(declared);
    case cpp_form::alias:
      break;
  }
  return {};
}

}  // namespace clamator::codegen
