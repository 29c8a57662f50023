#include "cpp/header.hpp"

#include "cpp/layout.hpp"
#include "cpp/literals.hpp"
#include "cpp/names.hpp"

namespace clamator::codegen {
namespace {

// Checks that stay with Zod, as a comment.
std::string refinements(const node& of, std::string_view indent) {
  if (of.refined.empty()) return {};
  std::string names;
  for (const std::string& each : of.refined) names += (names.empty() ? "" : ", ") + each;
  return cpp_comment("also refined in the contract (" + names + "), which only Zod runs", indent);
}

std::string about(const cpp_declaration& declared) {
  return cpp_comment(declared.of->place, "") + cpp_comment(declared.of->type->description, "") +
         refinements(*declared.of->type, "");
}

std::string constructors(const cpp_declaration& declared) {
  std::string text =
      "  " + declared.name + (declared.object.has_default_function() ? "();\n" : "() = default;\n");
  std::vector<std::string> parameters;
  for (const cpp_field* each : declared.object.required())
    parameters.push_back(each->type + " " + each->name);
  if (!parameters.empty()) text += "  " + cpp_call(declared.name, parameters, 2, 2) + ";\n";
  return text;
}

std::string object_class(const cpp_declaration& declared) {
  std::string text = "class " + declared.name + " {\n public:\n" + constructors(declared);
  std::string members;
  for (const cpp_field& each : declared.object.fields) {
    if (each.type.empty()) continue;
    members += cpp_comment(each.of->type->description, "  ") + refinements(*each.of->type, "  ");
    members += "  " + each.type + " " + each.name + each.initial + ";\n";
  }
  if (!declared.object.rest_name.empty()) {
    members += "  // Keys that the contract does not name.\n";
    members += "  " + declared.object.rest_type + " " + declared.object.rest_name + ";\n";
  }
  if (!members.empty()) text += "\n" + members;
  return text + "};\n";
}

std::string variant_class(const cpp_declaration& declared) {
  return "class " + declared.name + " : public std::variant<" + [&] {
    std::string types;
    for (const std::string& each : declared.alternatives) types += (types.empty() ? "" : ", ") + each;
    return types;
  }() + "> {\n public:\n  using variant::variant;\n};\n";
}

std::string enumeration(const cpp_declaration& declared) {
  std::string text = "enum class " + declared.name + " {\n";
  for (const cpp_enumerator_line& each : declared.enumerators) text += "  " + each.name + ",\n";
  text += "};\n";
  if (is_of_strings(declared)) {
    text += "// As on the wire; empty where the value is none of these.\n";
    text += "std::string_view to_string(" + declared.name + " value) noexcept;\n";
  }
  return text;
}

std::string wrapper_class(const cpp_declaration& declared) {
  const std::string& name = declared.name;
  return "class " + name + " {\n public:\n  " + name + "() = default;\n  " + name + "(" + declared.type +
         " value);\n\n  " + declared.type + (declared.scalar ? " value{};\n};\n" : " value;\n};\n");
}

std::string type_text(const cpp_declaration& declared) {
  switch (declared.form) {
    case cpp_form::object:
      return object_class(declared);
    case cpp_form::variant:
      return variant_class(declared);
    case cpp_form::enumeration:
      return enumeration(declared);
    case cpp_form::wrapped:
      return wrapper_class(declared);
    case cpp_form::alias:
      break;
  }
  return "using " + declared.name + " = " + declared.type + ";\n";
}

std::string types_part(const std::vector<cpp_declaration>& declarations) {
  std::string forward, types;
  for (const cpp_declaration& each : declarations) {
    if (each.of->recursive) forward += "class " + each.name + ";\n";
    types += "\n" + about(each) + type_text(each);
  }
  return (forward.empty() ? "" : "\n" + forward) + types;
}

std::string methods_part(const module& of) {
  std::string text =
      "\n// The methods one by one, for clamator::client::call() and clamator::service::handle().\nnamespace "
      "methods {\n";
  for (const module_method& each : of.methods) {
    const std::string types =
        each.result ? "method<" + cpp_identifier(each.params) + ", " + cpp_identifier(*each.result) + ">"
                    : "notification<" + cpp_identifier(each.params) + ">";
    text += "inline constexpr clamator::" + types + " " + cpp_member(each.name) + "{" +
            cpp_string(of.service + "." + each.name) + "};\n";
  }
  return text + "}  // namespace methods\n";
}

std::string service_part(const module& of, const cpp_service_names& names) {
  std::string text = "\n// What a server of " + of.service +
                     " implements; each may also be a plain coroutine of a derived class.\nclass " +
                     names.service + " {\n public:\n  " + names.service + "() = default;\n  virtual ~" +
                     names.service + "();\n";
  for (const module_method& each : of.methods) {
    const std::string result = each.result ? cpp_identifier(*each.result) : "void";
    text += "\n" + cpp_comment(each.description, "  ") + "  virtual boost::asio::awaitable<" + result + "> " +
            cpp_call(cpp_member(each.name),
                     {cpp_identifier(each.params) + " params", "clamator::call_context& context"}, 2, 40) +
            " = 0;\n";
  }
  text += "\n protected:\n";
  text += "  " + names.service + "(const " + names.service + "&) = default;\n";
  text += "  " + names.service + "& operator=(const " + names.service + "&) = default;\n";
  return text + "};\n\n// For clamator::server::register_service().\nextern const clamator::contract<" +
         names.service + "> " + names.contract + ";\n";
}

std::string client_part(const module& of, const cpp_service_names& names) {
  std::string text =
      "\n// Calls " + of.service +
      ". Keeps a reference: the client must outlive it. Options, completion tokens, errors and\n"
      "// cancellation are those of clamator::client's call() and notify().\n";
  text += "class " + names.client + " {\n public:\n  explicit " + names.client +
          "(clamator::client& client) noexcept : client_(&client) {}\n";
  for (const module_method& each : of.methods) {
    const std::string name = cpp_member(each.name);
    text += "\n" + cpp_comment(each.description, "  ");
    text +=
        "  template <class Token = clamator::default_token>\n  auto " + name + "(const " +
        cpp_identifier(each.params) +
        "& params, clamator::call_options options = {}, Token&& token = Token()) {\n    return client_->" +
        (each.result ? "call" : "notify") + "(methods::" + name +
        ", params, options, std::forward<Token>(token));\n  }\n";
  }
  return text + "\n private:\n  clamator::client* client_;\n};\n";
}

}  // namespace

std::string cpp_header(const module& of, const cpp_service_names& names,
                       const std::vector<cpp_declaration>& declarations) {
  std::string text = "// Made by clamator-codegen from the contract of " + of.service +
                     "; changes are lost.\n#pragma once\n\n";
  text += "#include <clamator/generated.hpp>\n\n";
  text +=
      "static_assert(clamator::generated::abi == 1,\n"
      "              \"this file was made by another version of clamator-codegen: generate it again\");\n\n";
  text += "namespace " + names.space + " {\n" + types_part(declarations) + "\n}  // namespace " +
          names.space + "\n\n";
  for (const cpp_declaration& each : declarations) {
    if (each.form == cpp_form::alias) continue;
    const bool null_is_a_value = each.form == cpp_form::wrapped &&
                                 (each.of->type->nullable || as<any_type>(*each.of->type) != nullptr);
    text += null_is_a_value ? "CLAMATOR_GENERATED_NULLABLE_CODEC(" : "CLAMATOR_GENERATED_CODEC(";
    text += names.space + "::" + each.name + ");\n";
  }
  text += "\nnamespace " + names.space + " {\n" + methods_part(of) + service_part(of, names) +
          client_part(of, names);
  return text + "\n}  // namespace " + names.space + "\n";
}

}  // namespace clamator::codegen
