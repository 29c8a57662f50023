// The first step: from contracts to documents, which clamator-contracts does with Node.js.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "command/options.hpp"

namespace clamator::codegen {

// A document, and where it is or belongs.
struct document_text {
  std::filesystem::path path;
  std::string text;
};

// The documents of the contracts, which are files and folders. Nothing where a contract is refused; what is
// wrong was printed by then. Throws std::runtime_error where the tool is not found or cannot be run.
std::optional<std::vector<document_text>> documents_of(const options& with,
                                                       const std::vector<std::filesystem::path>& contracts);

}  // namespace clamator::codegen
