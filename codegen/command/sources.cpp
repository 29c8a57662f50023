#include "command/sources.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "output/files.hpp"

namespace clamator::codegen {
namespace {

bool is_contract_file(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  constexpr std::array endings{".ts", ".mts", ".js", ".mjs"};
  if (name.ends_with(".d.ts") || name.ends_with(".d.mts")) return false;
  return std::any_of(endings.begin(), endings.end(), [&](const char* each) { return name.ends_with(each); });
}

bool holds_contracts(const std::filesystem::path& folder) {
  for (auto at = std::filesystem::recursive_directory_iterator(folder);
       at != std::filesystem::recursive_directory_iterator(); ++at) {
    if (at->is_directory() && at->path().filename() == "node_modules") {
      at.disable_recursion_pending();
    } else if (at->is_regular_file() && is_contract_file(at->path())) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::filesystem::path> documents_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  for (const auto& each : std::filesystem::directory_iterator(folder)) {
    if (each.path().extension() != ".json" || !each.is_regular_file()) continue;
    if (read_file(each.path()).find("\"clamatorContracts\"") != std::string::npos) found.push_back(each.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

found_sources find_sources(const std::vector<std::filesystem::path>& given) {
  found_sources found;
  for (const std::filesystem::path& each : given) {
    if (std::filesystem::is_directory(each)) {
      if (holds_contracts(each)) {
        found.contracts.push_back(each);
        continue;
      }
      const std::vector<std::filesystem::path> documents = documents_in(each);
      if (documents.empty()) throw std::runtime_error("--src " + each.string() + ": holds neither contracts nor documents");
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
