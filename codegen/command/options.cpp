#include "command/options.hpp"

#include <algorithm>
#include <string_view>

#include <CLI/CLI.hpp>

#include <clamator/version.hpp>

namespace clamator::codegen {
namespace {

constexpr const char* what =
    "Makes typed C++, Python and TypeScript of contracts.\n"
    "\n"
    "--src names contract files (*.ts, *.mts, *.js, *.mjs), contract documents (*.json), or folders of "
    "either. Contracts\n"
    "are first made into documents, which takes Node.js and clamator-contracts; documents need neither.\n"
    "\n"
    "Exit status: 0 all is well; 1 a contract is refused, or --check found a file that would change; 2 "
    "usage.";

bool is_name(std::string_view text) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";
  constexpr std::string_view digits = "0123456789";
  return !text.empty() && digits.find(text.front()) == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [&](char each) {
           return letters.find(each) != std::string_view::npos || digits.find(each) != std::string_view::npos;
         });
}

// What CLI11 prints, or nothing where all is well.
std::string namespace_problem(const std::string& name) {
  std::string_view left = name;
  for (;;) {
    const std::size_t end = left.find("::");
    if (!is_name(left.substr(0, end))) return name + " is no namespace; write it as app::contracts";
    if (end == std::string_view::npos) return "";
    left.remove_prefix(end + 2);
  }
}

void add_options(CLI::App& app, options& to) {
  app.add_option("--src", to.sources, "Contracts or documents; may be repeated")->required();
  app.add_option("--documents", to.documents,
                 "Where the documents of contracts go; by default beside the contracts");
  app.add_option("--out-cpp", to.out_cpp, "Where <service>.hpp and <service>.cpp go");
  app.add_option("--out-py", to.out_py, "Where <service>.py goes: a folder that becomes a package");
  app.add_option("--out-ts", to.out_ts, "Where <service>.ts goes");
  app.add_option("--manifest", to.manifest, "A file for the hashes of all methods");
  app.add_option("--cpp-namespace", to.cpp_namespace,
                 "A namespace around those of the services, such as app::contracts")
      ->check(CLI::Validator(namespace_problem, "NAME"));
  app.add_option("--ts-contract-import", to.ts_contract_import,
                 "What generated TypeScript imports the contract from; by default the contract file, in the "
                 "same folder");
  app.add_option("--json-schema-target", to.json_schema_target,
                 "The dialect of the JSON Schema whose hashes are taken; by default jsonSchema7")
      ->check(CLI::IsMember({"jsonSchema7", "jsonSchema2019-09", "openApi3", "openAi"}));
  app.add_option("--contracts-tool", to.contracts_tool,
                 "The clamator-contracts to run; by default that of the nearest node_modules, or on the PATH")
      ->envname("CLAMATOR_CONTRACTS");
  CLI::Option* check = app.add_flag("--check", to.check, "Write nothing; name each file that would change");
  app.add_flag("--watch", to.watch, "Go on, and generate again after each change")->excludes(check);
}

}  // namespace

std::optional<options> parse_command_line(int argc, char** argv, int& status) {
  CLI::App app(what, "clamator-codegen");
  app.set_version_flag("--version", CLAMATOR_VERSION_STRING);
  options parsed;
  add_options(app, parsed);
  try {
    app.parse(argc, argv);
    return parsed;
  } catch (const CLI::ParseError& error) {
    status = app.exit(error) == 0 ? 0 : 2;
    return std::nullopt;
  }
}

}  // namespace clamator::codegen
