#include "command/sources.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <system_error>

#include <boost/json/parse.hpp>

#include "output/files.hpp"

namespace clamator::codegen {
namespace {

// A test beside a contract, which is none.
bool is_test(const std::filesystem::path& path) {
  return path.stem().extension() == ".test";
}

// Other JSON has no such member. What is no JSON at all is a document half written or badly merged, which is
// to be told.
bool is_document(const std::string& text) {
  if (text.find("\"clamatorContracts\"") != std::string::npos) return true;
  boost::json::parse_options as_other_tools_write_it;
  as_other_tools_write_it.allow_comments = true;
  as_other_tools_write_it.allow_trailing_commas = true;
  boost::system::error_code broken;
  boost::json::parse(text, broken, {}, as_other_tools_write_it);
  return broken.failed();
}

bool is_left_out(const std::filesystem::path& folder) {
  const std::string name = folder.filename().string();
  return name == "node_modules" || name.starts_with('.');
}

}  // namespace

bool is_contract_file(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  constexpr std::array endings{".ts", ".mts", ".js", ".mjs"};
  if (name.ends_with(".d.ts") || name.ends_with(".d.mts")) return false;
  return std::any_of(endings.begin(), endings.end(), [&](const char* each) { return name.ends_with(each); });
}

std::vector<std::filesystem::path> contracts_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  std::error_code gone;  // what goes while it is looked at, or may not be read, holds nothing
  std::filesystem::recursive_directory_iterator at(
      folder, std::filesystem::directory_options::skip_permission_denied, gone);
  for (; !gone && at != std::filesystem::recursive_directory_iterator(); at.increment(gone)) {
    std::error_code none;
    if (at->is_directory(none)) {
      if (is_left_out(at->path())) at.disable_recursion_pending();
    } else if (at->is_regular_file(none) && is_contract_file(at->path()) && !is_test(at->path())) {
      found.push_back(at->path());
    }
  }
  return found;
}

std::vector<std::filesystem::path> documents_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  for (const auto& each : std::filesystem::directory_iterator(folder)) {
    if (each.path().extension() != ".json" || !each.is_regular_file()) continue;
    if (is_document(read_file(each.path()))) found.push_back(each.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

found_sources find_sources(const std::vector<std::filesystem::path>& given) {
  found_sources found;
  for (const std::filesystem::path& each : given) {
    if (std::filesystem::is_directory(each)) {
      if (!contracts_below(each).empty()) {
        found.contracts.push_back(each);
        continue;
      }
      const std::vector<std::filesystem::path> documents = documents_in(each);
      if (documents.empty())
        throw std::runtime_error("--src " + each.string() + ": holds neither contracts nor documents");
      found.documents.insert(found.documents.end(), documents.begin(), documents.end());
    } else if (!std::filesystem::exists(each)) {
      throw std::runtime_error("--src " + each.string() + ": no such file or folder");
    } else if (is_contract_file(each)) {
      found.contracts.push_back(each);
    } else if (each.extension() == ".json") {
      found.documents.push_back(each);
    } else {
      throw std::runtime_error("--src " + each.string() +
                               ": neither a contract (*.ts, *.mts, *.js, *.mjs) nor a document (*.json)");
    }
  }
  return found;
}

}  // namespace clamator::codegen
