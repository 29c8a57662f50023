// Which of the files given by --src are contracts, and which are documents.
#pragma once

#include <filesystem>
#include <vector>

namespace clamator::codegen {

struct found_sources {
  std::vector<std::filesystem::path> contracts;  // files, or folders that hold some, as given
  std::vector<std::filesystem::path> documents;  // files, sorted within each folder
};

// A folder that holds a contract file anywhere is one of contracts; otherwise its *.json are documents. Throws
// std::runtime_error for what is not there or is neither.
found_sources find_sources(const std::vector<std::filesystem::path>& given);

// The *.json directly in a folder that are contract documents, sorted.
std::vector<std::filesystem::path> documents_in(const std::filesystem::path& folder);

}  // namespace clamator::codegen
