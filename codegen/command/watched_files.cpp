#include "command/watched_files.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "command/imports.hpp"
#include "command/sources.hpp"

namespace clamator::codegen {
namespace {

// Nothing for what is not there, or went while it was looked at.
std::optional<file_stamp> stamp_of(const std::filesystem::path& file) {
  struct stat is{};
  if (::stat(file.c_str(), &is) != 0 || !S_ISREG(is.st_mode)) return std::nullopt;
  return file_stamp{is.st_mtim.tv_sec,  is.st_mtim.tv_nsec, is.st_ctim.tv_sec,
                    is.st_ctim.tv_nsec, is.st_size,         static_cast<std::int64_t>(is.st_ino)};
}

}  // namespace

bool watched_files::changed() {
  stamps now;
  for (const std::filesystem::path& each : sources_) {
    std::error_code gone;
    if (std::filesystem::is_directory(each, gone)) {
      note_folder(each, now);
    } else if (is_contract_file(each)) {
      note_contract(each, now);
    } else if (const std::optional<file_stamp> stamp = stamp_of(each)) {
      now.emplace(each, *stamp);
    }
  }
  if (now == seen_) return false;
  seen_ = std::move(now);
  return true;
}

void watched_files::note_folder(const std::filesystem::path& folder, stamps& now) {
  const std::vector<std::filesystem::path> contracts = contracts_below(folder);
  for (const std::filesystem::path& each : contracts) note_contract(each, now);
  if (!contracts.empty()) return;  // its documents are made by the run itself
  std::error_code gone;
  for (const auto& each : std::filesystem::directory_iterator(folder, gone)) {
    if (each.path().extension() != ".json") continue;
    if (const std::optional<file_stamp> stamp = stamp_of(each.path())) now.emplace(each.path(), *stamp);
  }
}

void watched_files::note_contract(const std::filesystem::path& file, stamps& now) {
  std::vector<std::filesystem::path> left{file};
  while (!left.empty()) {
    const std::filesystem::path next = std::move(left.back());
    left.pop_back();
    const std::optional<file_stamp> stamp = stamp_of(next);
    if (!stamp || !now.emplace(next, *stamp).second) continue;
    const std::vector<std::filesystem::path>& imports = imports_of(next, *stamp);
    left.insert(left.end(), imports.begin(), imports.end());
  }
}

const std::vector<std::filesystem::path>& watched_files::imports_of(const std::filesystem::path& file,
                                                                    const file_stamp& as_it_is) {
  seen_imports& known = imports_[file];
  if (known.when == as_it_is) return known.files;
  // A file that cannot be read imports nothing here; the run tells of it.
  std::ifstream in(file, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  known = {as_it_is, possible_imports(file, text)};
  return known.files;
}

}  // namespace clamator::codegen
