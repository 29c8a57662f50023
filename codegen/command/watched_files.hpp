// The files that a run reads, and whether they changed.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

namespace clamator::codegen {

// What differs after a save, also where another file was put in the place of the old one.
using file_stamp = std::array<std::int64_t, 6>;

class watched_files {
 public:
  // Files and folders, as --src names them; nothing is seen before the first look.
  explicit watched_files(std::vector<std::filesystem::path> sources) : sources_(std::move(sources)) {}

  // Looks at them, and at what contracts import, also from elsewhere. Whether anything changed, came or went
  // since it looked last.
  bool changed();

 private:
  using stamps = std::map<std::filesystem::path, file_stamp>;

  void note_folder(const std::filesystem::path& folder, stamps& now);
  void note_contract(const std::filesystem::path& file, stamps& now);
  const std::vector<std::filesystem::path>& imports_of(const std::filesystem::path& file,
                                                       const file_stamp& as_it_is);

  struct seen_imports {
    file_stamp when{};
    std::vector<std::filesystem::path> files;
  };

  std::vector<std::filesystem::path> sources_;
  stamps seen_;
  std::map<std::filesystem::path, seen_imports> imports_;
};

}  // namespace clamator::codegen
