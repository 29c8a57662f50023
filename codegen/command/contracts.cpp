#include "command/contracts.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <map>
#include <stdexcept>
#include <system_error>

#include "command/child.hpp"
#include "command/sources.hpp"
#include "output/files.hpp"

namespace clamator::codegen {
namespace {

constexpr const char* tool_name = "clamator-contracts";
constexpr int not_found =
    127;  // what env, which the tool's first line names, ends with where it finds no node

// A folder that is gone when this is.
class temporary_folder {
 public:
  temporary_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "clamator-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw std::runtime_error("cannot make a folder " + name + ": " + std::strerror(errno));
    path_ = name;
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  ~temporary_folder() {
    std::error_code left_behind;  // nobody could do anything about it
    std::filesystem::remove_all(path_, left_behind);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

bool on_path(const std::string& name) {
  const char* const listed = std::getenv("PATH");
  std::string left = listed == nullptr ? "" : listed;
  while (!left.empty()) {
    const std::size_t end = left.find(':');
    std::error_code none;
    if (std::filesystem::exists(std::filesystem::path(left.substr(0, end)) / name, none)) return true;
    left = end == std::string::npos ? "" : left.substr(end + 1);
  }
  return false;
}

// As npm installs it for a project: in the nearest node_modules upward from its files.
std::optional<std::string> in_project(const std::filesystem::path& of) {
  std::filesystem::path folder = std::filesystem::absolute(of).lexically_normal();
  for (;; folder = folder.parent_path()) {
    const std::filesystem::path tool = folder / "node_modules" / ".bin" / tool_name;
    std::error_code none;
    if (std::filesystem::exists(tool, none)) return tool.string();
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

std::runtime_error no_node() {
  return std::runtime_error(
      "clamator-contracts needs Node.js 18 or newer, and there is no node on the PATH: install it, or give "
      "documents (*.json), which do not need it");
}

std::string named_tool(const std::string& name) {
  std::error_code none;
  const bool found =
      name.find('/') == std::string::npos ? on_path(name) : std::filesystem::exists(name, none);
  if (found) return name;
  throw std::runtime_error("there is no " + name +
                           ", which --contracts-tool or CLAMATOR_CONTRACTS names: let it name "
                           "clamator-contracts, or leave it out to have that looked for");
}

std::string find_tool(const options& with, const std::filesystem::path& contract) {
  if (!with.contracts_tool.empty()) return named_tool(with.contracts_tool);
  if (const std::optional<std::string> tool = in_project(contract)) return *tool;
  if (on_path(tool_name)) return tool_name;
  throw std::runtime_error(
      "contracts are read by clamator-contracts, which is neither in a node_modules above " +
      contract.string() +
      " nor on the PATH: run npm install --save-dev --install-links there, with the path " +
      "of share/clamator/contracts, which clamator installs, or name it by --contracts-tool; documents "
      "(*.json) need neither");
}

std::filesystem::path documents_folder(const options& with, const std::filesystem::path& contract) {
  if (!with.documents.empty()) return with.documents;
  if (std::filesystem::is_directory(contract)) return contract;
  return contract.has_parent_path() ? contract.parent_path() : ".";
}

std::vector<std::string> command_for(const options& with, const std::vector<std::filesystem::path>& contracts,
                                     const std::filesystem::path& out) {
  std::vector<std::string> command;
  const std::string tool = find_tool(with, contracts.front());
  if (tool.ends_with(".js") || tool.ends_with(".mjs")) {
    if (!on_path("node")) throw no_node();
    command.emplace_back("node");
  }
  command.push_back(tool);
  for (const std::filesystem::path& each : contracts) command.insert(command.end(), {"--src", each.string()});
  command.insert(command.end(), {"--out", out.string()});
  if (!with.json_schema_target.empty())
    command.insert(command.end(), {"--json-schema-target", with.json_schema_target});
  return command;
}

}  // namespace

std::optional<std::vector<document_text>> documents_of(const options& with,
                                                       const std::vector<std::filesystem::path>& contracts) {
  std::map<std::filesystem::path, std::vector<std::filesystem::path>> by_folder;
  for (const std::filesystem::path& each : contracts) by_folder[documents_folder(with, each)].push_back(each);
  std::vector<document_text> made;
  for (const auto& [folder, given] : by_folder) {
    const temporary_folder fresh;
    const std::vector<std::string> command = command_for(with, given, fresh.path());
    const int status = run_child(command);
    if (status == 1) return std::nullopt;
    if (status == not_found) throw no_node();
    if (status != 0)
      throw std::runtime_error("clamator-contracts ended with status " + std::to_string(status) +
                               ", see above; it was " + find_tool(with, given.front()));
    for (const std::filesystem::path& each : documents_in(fresh.path()))
      made.push_back({folder / each.filename(), read_file(each)});
  }
  return made;
}

}  // namespace clamator::codegen
