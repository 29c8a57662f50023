#pragma once

#include <filesystem>
#include <string_view>

namespace clamator::test {

/// A new, empty directory that is removed with all it holds when its owner goes.
class temp_directory {
 public:
  explicit temp_directory(std::string_view name = "test");
  temp_directory(const temp_directory&) = delete;
  temp_directory& operator=(const temp_directory&) = delete;
  ~temp_directory();

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace clamator::test
