// Reads a contract document: form, names, references and values, all checked, so that nobody behind it has
// to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/contract.hpp"
#include "model/diagnostic.hpp"

namespace clamator::codegen {

// All that is wrong with the text goes to `problems`, not only the first; nullopt where that has an error.
// A text that is not JSON, or that another version has made, is not looked into further.
std::optional<contract> read_document(const std::string& file, std::string_view text, diagnostics& problems);

}  // namespace clamator::codegen
