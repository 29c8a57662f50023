#include "support/redis_version.hpp"

#include <cstdio>
#include <stdexcept>

namespace clamator::test {
namespace {

// A line "name:value" of INFO; empty where it has none.
std::string value_of(std::string_view info, std::string_view name) {
  const std::string begin = "\n" + std::string(name) + ":";
  const std::size_t at = info.find(begin);
  if (at == std::string_view::npos) return {};
  const std::size_t from = at + begin.size();
  return std::string(info.substr(from, info.find_first_of("\r\n", from) - from));
}

}  // namespace

redis_version redis_version::parse(std::string_view info) {
  const std::string alike = value_of(info, "redis_version");
  const std::string valkey = value_of(info, "valkey_version");
  redis_version made;
  if (std::sscanf(alike.c_str(), "%d.%d", &made.major, &made.minor) != 2)
    throw std::runtime_error("no redis_version in this INFO: " + std::string(info));
  made.product = valkey.empty() ? "Redis" : "Valkey";
  made.number = valkey.empty() ? alike : valkey;
  return made;
}

}  // namespace clamator::test
