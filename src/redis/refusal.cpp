#include "redis/refusal.hpp"

#include <algorithm>
#include <array>

namespace clamator::redis::detail {
namespace {

// What such an error begins with. Behind EXECABORT, or where in a script it was, it stands further on; Redis
// 6.2 puts a hyphen before it there.
bool has_code(std::string_view error, std::string_view code) noexcept {
  for (std::size_t at = error.find(code); at != error.npos; at = error.find(code, at + 1)) {
    const bool begins = at == 0 || error[at - 1] == ' ' || error[at - 1] == '-';
    const std::size_t end = at + code.size();
    if (begins && (end == error.size() || error[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

bool passes(std::string_view error) noexcept {
  constexpr std::array<std::string_view, 9> codes{
      "OOM", "LOADING", "READONLY", "MISCONF", "BUSY", "NOREPLICAS", "CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN"};
  return std::any_of(codes.begin(), codes.end(),
                     [error](std::string_view code) { return has_code(error, code); });
}

bool forbids_acknowledging(std::string_view error) noexcept {
  return has_code(error, "NOPERM") && error.find("'xack'") != std::string_view::npos;
}

std::string_view refusal_code(std::string_view error) noexcept {
  constexpr std::array<std::string_view, 15> codes{
      "OOM",      "LOADING", "READONLY",  "MISCONF", "BUSY",  "NOREPLICAS", "CLUSTERDOWN", "MASTERDOWN",
      "TRYAGAIN", "NOPERM",  "WRONGTYPE", "NOGROUP", "MOVED", "UNBLOCKED",  "NOAUTH"};
  for (const std::string_view code : codes) {
    if (has_code(error, code)) return code;
  }
  // The words of Redis before 7.0, and of Valkey, for a right that a script lacks.
  for (const std::string_view forbidden : {"The user executing the script can't", "ACL failure in script"}) {
    if (error.find(forbidden) != error.npos) return "NOPERM";
  }
  return error.substr(0, error.find(' '));
}

}  // namespace clamator::redis::detail
