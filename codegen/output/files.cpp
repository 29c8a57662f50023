#include "output/files.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include <unistd.h>

namespace clamator::codegen {
namespace {

std::runtime_error failed(const char* what, const std::filesystem::path& path, int cause) {
  const bool of_the_folder =
      cause == EACCES || cause == EROFS || cause == ENOTDIR || cause == EEXIST || cause == EISDIR;
  return std::runtime_error(std::string("cannot ") + what + " " + path.string() + ": " +
                            std::strerror(cause) +
                            (of_the_folder ? "; make way for it, or name another folder" : ""));
}

// As a whole, or not at all; nobody reads half a file.
void replace(const std::filesystem::path& path, const std::string& text) {
  // A name of its own, or two runs at once would write into one file.
  std::filesystem::path fresh = path;
  fresh += "." + std::to_string(::getpid()) + ".new";
  errno = 0;
  std::ofstream out(fresh, std::ios::binary);
  out << text;
  out.close();
  int cause = out ? 0 : errno;
  if (cause == 0) {
    std::error_code problem;
    std::filesystem::rename(fresh, path, problem);
    cause = problem.value();
  }
  if (cause == 0) return;
  std::error_code left_behind;  // nobody could do anything about it
  std::filesystem::remove(fresh, left_behind);
  throw failed("write", path, cause);
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) throw failed("read", path, errno);
  std::string text(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) throw failed("read", path, errno);
  return text;
}

bool is_current(const generated_file& of) {
  std::error_code none;
  return std::filesystem::is_regular_file(of.path, none) && read_file(of.path) == of.text;
}

bool write_if_changed(const generated_file& of) {
  if (is_current(of)) return false;
  if (of.path.has_parent_path()) {
    std::error_code problem;
    std::filesystem::create_directories(of.path.parent_path(), problem);
    if (problem) throw failed("make the folder of", of.path, problem.value());
  }
  replace(of.path, of.text);
  return true;
}

}  // namespace clamator::codegen
