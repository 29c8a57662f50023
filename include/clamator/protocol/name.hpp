// The names that the wire allows. Source of the rules: the peers' own patterns, ^[a-z][a-z0-9-]*$ for a
// service and ^[a-z][a-zA-Z0-9-]*$ for a method (peers from 0.1.6 on refuse a hyphen in a method name).
#pragma once

#include <string_view>

namespace clamator {

namespace detail {

constexpr bool is_lower(char c) noexcept {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_upper(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

}  // namespace detail

// Whether a service may be called so: [a-z][a-z0-9-]*.
constexpr bool valid_service_name(std::string_view name) noexcept {
  if (name.empty() || !detail::is_lower(name.front())) return false;
  for (char c : name) {
    if (!detail::is_lower(c) && !detail::is_digit(c) && c != '-') return false;
  }
  return true;
}

// Whether a method may be called so: [a-z][a-zA-Z0-9-]*.
constexpr bool valid_method_name(std::string_view name) noexcept {
  if (name.empty() || !detail::is_lower(name.front())) return false;
  for (char c : name) {
    if (!detail::is_lower(c) && !detail::is_upper(c) && !detail::is_digit(c) && c != '-') return false;
  }
  return true;
}

// "<service>.<method>", split at the first dot.
struct method_name {
  std::string_view service;  // before the dot
  std::string_view method;   // behind it

  // Whether both are as the wire allows.
  constexpr bool valid() const noexcept { return valid_service_name(service) && valid_method_name(method); }
};

// Views of `full`. Both are empty where there is no dot, which is never valid.
constexpr method_name split_method(std::string_view full) noexcept {
  const std::size_t dot = full.find('.');
  if (dot == std::string_view::npos) return {};
  return {full.substr(0, dot), full.substr(dot + 1)};
}

}  // namespace clamator
