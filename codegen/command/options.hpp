// The command line of clamator-codegen.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace clamator::codegen {

struct options {
  std::vector<std::filesystem::path> sources;  // contracts or documents: files, and folders of them
  std::filesystem::path documents;             // where contracts' documents go; empty: beside the contracts
  std::optional<std::filesystem::path> out_cpp, out_py, out_ts, manifest;
  std::string json_schema_target;  // empty: the front-end's default
  std::string ts_contract_import;  // empty: the contract file, beside the generated one
  std::string cpp_namespace;
  std::string contracts_tool;  // empty: looked for
  bool check = false;
  bool watch = false;
};

// Nothing where the program is to end with `status`: help, or a usage error that was printed.
std::optional<options> parse_command_line(int argc, char** argv, int& status);

}  // namespace clamator::codegen
