// Which of the files given by --src are contracts, and which are documents.
#pragma once

#include <filesystem>
#include <vector>

namespace clamator::codegen {

struct found_sources {
  std::vector<std::filesystem::path> contracts;  // files, or folders that hold some, as given
  std::vector<std::filesystem::path> documents;  // files, sorted within each folder
};

// A folder that holds a contract file anywhere is one of contracts; otherwise its *.json are documents.
// Throws std::runtime_error for what is not there or is neither.
found_sources find_sources(const std::vector<std::filesystem::path>& given);

// By its name alone: *.ts, *.mts, *.js or *.mjs.
bool is_contract_file(const std::filesystem::path& path);

// All that may be contracts anywhere in a folder, but neither tests nor what is hidden or installed by npm;
// as clamator-contracts looks for them.
std::vector<std::filesystem::path> contracts_below(const std::filesystem::path& folder);

// The *.json directly in a folder that are contract documents, or broken; sorted.
std::vector<std::filesystem::path> documents_in(const std::filesystem::path& folder);

}  // namespace clamator::codegen
