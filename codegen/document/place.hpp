// How a diagnostic names a node: "arith.add params.items[].when", "types.Address.street".
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace clamator::codegen::place {

inline std::string in_quotes(std::string_view name) {
  return '"' + std::string(name) + '"';
}

// A name with a dot or a bracket of its own is quoted, as two fields could look like one otherwise.
inline std::string field(const std::string& of, std::string_view name) {
  const bool plain = !name.empty() && name.find_first_of(" .[]{}|\"") == std::string_view::npos;
  return plain ? of + '.' + std::string(name) : of + '[' + in_quotes(name) + ']';
}
inline std::string element(const std::string& of) {
  return of + "[]";
}
inline std::string tuple_item(const std::string& of, std::size_t index) {
  return of + '[' + std::to_string(index) + ']';
}
inline std::string value(const std::string& of) {
  return of + "{}";
}
inline std::string key(const std::string& of) {
  return of + "{key}";
}
inline std::string option(const std::string& of, std::size_t index) {
  return of + '|' + std::to_string(index);
}
inline std::string method(std::string_view service, std::string_view name) {
  return std::string(service) + '.' + std::string(name);
}
inline std::string named_type(std::string_view name) {
  return "types." + std::string(name);
}

}  // namespace clamator::codegen::place
