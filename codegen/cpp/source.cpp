#include "cpp/source.hpp"

#include <boost/json/serialize.hpp>

#include "cpp/descriptions.hpp"
#include "cpp/layout.hpp"
#include "cpp/literals.hpp"
#include "cpp/names.hpp"

namespace clamator::codegen {
namespace {

// Functions that make the default values that are no constants.
std::string default_functions(const std::vector<cpp_declaration>& declarations) {
  std::string text;
  for (const cpp_declaration& declared : declarations) {
    for (const cpp_field& each : declared.object.fields) {
      if (each.default_function.empty()) continue;
      const std::string json = cpp_string(boost::json::serialize(each.of->default_value));
      text += "\n" + each.type + " " + each.default_function + "() {\n  return clamator::from_json<" +
              each.type + ">(" + json + ");\n}\n";
    }
  }
  if (text.empty()) return text;
  return "\nnamespace {\n" + text + "\n}  // namespace\n";
}

std::string initialisers(const std::vector<std::string>& of) {
  std::string text;
  for (const std::string& each : of) text += (text.empty() ? "\n    : " : ",\n      ") + each;
  return text + " {}\n";
}

std::string object_constructors(const cpp_declaration& declared) {
  std::vector<std::string> by_default, by_given, parameters;
  for (const cpp_field& each : declared.object.fields) {
    if (!each.default_function.empty()) {
      by_default.push_back(each.name + "(" + each.default_function + "())");
      by_given.push_back(by_default.back());
    }
    if (each.of->how != presence::required || each.type.empty()) continue;
    const std::string given = "given_" + each.name;
    parameters.push_back(each.type + " " + given);
    by_given.push_back(each.name + "(" + (each.scalar ? given : "std::move(" + given + ")") + ")");
  }
  std::string text;
  const std::string head = declared.name + "::" + declared.name;
  if (!by_default.empty()) text += "\n" + head + "()" + initialisers(by_default);
  if (!parameters.empty()) text += "\n" + cpp_call(head, parameters, 0, 0) + initialisers(by_given);
  return text;
}

std::string names_of_enumerators(const cpp_declaration& declared) {
  std::string text =
      "\nstd::string_view to_string(" + declared.name + " value) noexcept {\n  switch (value) {\n";
  for (const cpp_enumerator_line& each : declared.enumerators)
    text += "    case " + declared.name + "::" + each.name + ": return " + cpp_scalar(each.value) + ";\n";
  return text + "  }\n  return {};\n}\n";
}

std::string constructors(const cpp_declaration& declared) {
  if (is_of_strings(declared)) return names_of_enumerators(declared);
  if (declared.form == cpp_form::object) return object_constructors(declared);
  if (declared.form != cpp_form::wrapped) return {};
  return "\n" + declared.name + "::" + declared.name + "(" + declared.type + " given) : value(" +
         (declared.scalar ? "given" : "std::move(given)") + ") {}\n";
}

std::string contract_part(const module& of, const cpp_service_names& names) {
  std::vector<std::string> arguments{cpp_string(of.service)};
  for (const module_method& each : of.methods) {
    const std::string name = cpp_member(each.name);
    arguments.push_back("clamator::handles(methods::" + name + ", &" + names.service + "::" + name + ")");
  }
  return "\n" + names.service + "::~" + names.service + "() = default;\n\n" + "const clamator::contract<" +
         names.service + "> " + cpp_call(names.contract, arguments, 0, 40) + ";\n";
}

}  // namespace

std::string cpp_source(const module& of, const cpp_service_names& names,
                       const std::vector<cpp_declaration>& declarations) {
  std::string text =
      "// Made by clamator-codegen from the contract of " + of.service + "; changes are lost.\n";
  text += "#include \"" + names.stem + ".hpp\"\n\n#include <clamator/generated/codecs.hpp>\n\nnamespace " +
          names.space + " {\n";
  text += default_functions(declarations);
  for (const cpp_declaration& each : declarations) {
    const std::string description = cpp_description(of, each);
    if (!description.empty()) text += "\n" + description;
  }
  for (const cpp_declaration& each : declarations) text += constructors(each);
  text += contract_part(of, names) + "\n}  // namespace " + names.space + "\n\n";
  for (const cpp_declaration& each : declarations) {
    if (each.form != cpp_form::alias)
      text += "CLAMATOR_GENERATED_CODEC_BODY(" + names.space + "::" + each.name + ")\n";
  }
  return text;
}

}  // namespace clamator::codegen
