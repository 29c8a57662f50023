// Writing what was generated.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace clamator::codegen {

struct generated_file {
  std::filesystem::path path;
  std::string text;
};

// Whether the file is there and holds just that text.
bool is_current(const generated_file& of);

// Writes it, with its folders, where it is not current; by a rename, so that nobody reads half a file.
// Whether it was written. Throws std::runtime_error with the path and the cause.
bool write_if_changed(const generated_file& of);

// The whole file. Throws std::runtime_error with the path and the cause.
std::string read_file(const std::filesystem::path& path);

}  // namespace clamator::codegen
