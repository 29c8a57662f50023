#pragma once

#include <string>
#include <string_view>

namespace clamator::test {

/// Which server it is, and whose behaviour it has.
struct redis_version {
  std::string product;  ///< "Redis" or "Valkey"
  std::string number;   ///< its own, as "9.1.2"
  int major = 0;  ///< these two are those of the Redis that it says it is like: 7.2 for every Valkey so far
  int minor = 0;

  /// From what INFO answers. Throws std::runtime_error where that names no version.
  static redis_version parse(std::string_view info);

  bool at_least(int major_wanted, int minor_wanted) const {
    return major != major_wanted ? major > major_wanted : minor >= minor_wanted;
  }
  std::string text() const { return product + " " + number; }
};

}  // namespace clamator::test
