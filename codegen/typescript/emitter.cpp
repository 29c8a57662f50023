#include "typescript/emitter.hpp"

#include "names/case.hpp"

namespace clamator::codegen {
namespace {

constexpr std::size_t last_column = 110;

std::string in_quotes(const std::string& text) {
  std::string made = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') made += '\\';
    made += c;
  }
  return made + "'";
}

std::string without_extension(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  const std::size_t slash = path.rfind('/');
  return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? path : path.substr(0, dot);
}

std::string typed(const std::string& helper, const module_method& of) {
  return helper + "<Contract, " + in_quotes(of.name) + ">";
}

// Above what it says something about; nothing where there is no text.
std::string documentation(const std::string& text) {
  if (text.empty()) return {};
  std::string lines = "  /**\n   * ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      while (lines.ends_with(' ')) lines.pop_back();
      lines += "\n   * ";
    } else if (text[i] == '*' && text.substr(i, 2) == "*/") {
      lines += "* ";
    } else if (text[i] != '\r') {
      lines += text[i];
    }
  }
  while (lines.ends_with(' ')) lines.pop_back();
  return lines + "\n   */\n";
}

std::string function(const module_method& of) {
  const std::string head = "  " + std::string(of.result ? "async " : "") + of.name + "(params: ";
  const std::string options = of.result ? ", options?: CallOptions" : "";
  const std::string result = of.result ? typed("CallResult", of) : "void";
  std::string line = head + typed("CallParams", of) + options + "): Promise<" + result + "> {\n";
  if (line.size() <= last_column) return line;
  return "  " + std::string(of.result ? "async " : "") + of.name +
         "(\n    params: " + typed("CallParams", of) + ",\n" +
         (of.result ? "    options?: CallOptions,\n" : "") + "  ): Promise<" + result + "> {\n";
}

std::string client(const module& of) {
  std::string text = "export class " + pascal_case(of.service) +
                     "Client {\n  readonly #client: ClamatorClient;\n\n" +
                     "  constructor(client: ClamatorClient) {\n    this.#client = client;\n  }\n";
  for (const module_method& each : of.methods) {
    const std::string names = in_quotes(of.service) + ", " + in_quotes(each.name) + ", params";
    text += "\n" + documentation(each.description) + function(each);
    if (each.result) {
      text += "    const answer = await this.#client.call(" + names +
              ", options);\n    return contract.methods." + each.name + ".result.parse(answer);\n  }\n";
    } else {
      text += "    return this.#client.notify(" + names + ");\n  }\n";
    }
  }
  return text + "}\n";
}

std::string service(const module& of) {
  std::string text = "export interface " + pascal_case(of.service) + "Service {\n";
  for (const module_method& each : of.methods) {
    const std::string result = each.result ? typed("HandlerResult", each) : "void";
    const std::string head = "  " + each.name + "(params: " + typed("HandlerParams", each) + "):";
    const std::string returned = result + " | Promise<" + result + ">;\n";
    const bool fits = head.size() + 1 + returned.size() <= last_column;
    text += documentation(each.description) + head + (fits ? " " : "\n    ") + returned;
  }
  return text + "}\n";
}

// Of the helper types those that are used: compilers may refuse others.
std::string imports(const module& of, const std::string& source) {
  bool answered = false;
  for (const module_method& each : of.methods) answered = answered || each.result.has_value();
  std::string types = "import type {\n";
  if (answered) types += "  CallOptions,\n";
  if (!of.methods.empty()) types += "  CallParams,\n";
  if (answered) types += "  CallResult,\n";
  types += "  ClamatorClient,\n";
  if (!of.methods.empty()) types += "  HandlerParams,\n";
  if (answered) types += "  HandlerResult,\n";
  types += "} from '@clamator/protocol';\n";
  if (of.methods.empty()) return types;
  return types + "import { " + of.export_name + " as contract } from " + in_quotes(source) +
         ";\n\ntype Contract = typeof contract;\n";
}

}  // namespace

std::vector<output_file> typescript_emitter::emit(const module& of, diagnostics& problems) const {
  const std::string beside = "./" + without_extension(of.source);
  if (contract_import_.empty() && beside == "./" + of.service)
    problems.error(
        of.file, of.service,
        "its TypeScript would be " + of.service +
            ".ts, as is the contract's file, and would import itself; give another folder, and say by "
            "--ts-contract-import where the contract is from there, such as '../contracts/" +
            of.service + "'");
  for (const module_method& each : of.methods) {
    if (each.name == "constructor")
      problems.error(of.file, of.service + ".constructor",
                     "cannot be a method of a TypeScript class; rename the method");
  }
  const std::string source = contract_import_.empty() ? beside : contract_import_;
  return {{of.service + ".ts", "// Made by clamator-codegen from " + of.service +
                                   ".json. Changes are lost.\n" + imports(of, source) + "\n" + service(of) +
                                   "\n" + client(of)}};
}

}  // namespace clamator::codegen
