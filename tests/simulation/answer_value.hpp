// What a Redis answers, and how it is written on the wire.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clamator::simulation {

struct value {
  enum class kind { nil, nil_array, integer, status, text, error, array };

  kind what = kind::nil;
  std::string text{};
  std::int64_t number = 0;
  std::vector<value> items{};

  static value nil() { return {}; }
  static value nil_array() { return {.what = kind::nil_array}; }
  static value of(std::int64_t number) { return {.what = kind::integer, .number = number}; }
  static value of(std::string text) { return {.what = kind::text, .text = std::move(text)}; }
  static value ok() { return {.what = kind::status, .text = "OK"}; }
  static value status(std::string text) { return {.what = kind::status, .text = std::move(text)}; }
  static value error(std::string text) { return {.what = kind::error, .text = std::move(text)}; }
  static value array(std::vector<value> items = {}) {
    return {.what = kind::array, .items = std::move(items)};
  }

  bool is_error() const noexcept { return what == kind::error; }
  bool operator==(const value&) const = default;
};

void append_resp(std::string& out, const value& what);

// For people: as redis-cli has it, on one line.
std::string readable(const value& what);

}  // namespace clamator::simulation
