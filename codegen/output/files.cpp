#include "output/files.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include <unistd.h>

namespace clamator::codegen {
namespace {

std::runtime_error failed(const char* what, const std::filesystem::path& path) {
  return std::runtime_error(std::string("cannot ") + what + " " + path.string() + ": " + std::strerror(errno));
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) throw failed("read", path);
  std::string text(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) throw failed("read", path);
  return text;
}

bool is_current(const generated_file& of) {
  std::error_code none;
  return std::filesystem::is_regular_file(of.path, none) && read_file(of.path) == of.text;
}

bool write_if_changed(const generated_file& of) {
  if (is_current(of)) return false;
  if (of.path.has_parent_path()) std::filesystem::create_directories(of.path.parent_path());
  // A name of its own, or two runs at once would write into one file.
  std::filesystem::path fresh = of.path;
  fresh += "." + std::to_string(::getpid()) + ".new";
  errno = 0;
  std::ofstream out(fresh, std::ios::binary);
  out << of.text;
  out.close();
  if (!out) throw failed("write", fresh);
  std::filesystem::rename(fresh, of.path);
  return true;
}

}  // namespace clamator::codegen
