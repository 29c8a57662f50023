#include "support/temp_directory.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

namespace clamator::test {

temp_directory::temp_directory(std::string_view name) {
  std::string pattern =
      std::filesystem::temp_directory_path() / ("clamator-" + std::string{name} + "-XXXXXX");
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw std::system_error{errno, std::system_category(), "make a directory like " + pattern};
  }
  path_ = pattern;
}

temp_directory::~temp_directory() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
  if (error) std::fprintf(stderr, "remove %s: %s\n", path_.c_str(), error.message().c_str());
}

}  // namespace clamator::test
