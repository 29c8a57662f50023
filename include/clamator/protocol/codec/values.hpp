// Codec of enums whose enumerators stand for numbers, booleans, or values of several kinds, by a table beside
// the enum:
//
//   constexpr auto describe_values(clamator::type<Level>) {
//     return clamator::values<Level>({{Level::low, 1}, {Level::high, "high"}, {Level::off, false}});
//   }
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/core.hpp>
#include <clamator/protocol/literal.hpp>

namespace clamator {

// A line of such a table.
template <class Enum>
struct enum_value {
  Enum value;    // the enumerator
  literal json;  // what stands for it in JSON; numbers are compared by value
};

// The table of an enum, for its describe_values(). What is not in it is an issue, on reading and on writing.
template <class Enum, std::size_t Size>
constexpr std::array<enum_value<Enum>, Size> values(const enum_value<Enum> (&list)[Size]) {
  return std::to_array(list);
}

namespace detail {

// Unchanged where there is an issue.
CLAMATOR_EXPORT void read_enum_value(json::reader& in, std::int64_t& value, std::span<const literal> literals,
                                     std::span<const std::int64_t> enumerators, issue_list& issues);
CLAMATOR_EXPORT void write_enum_value(json::writer& out, std::int64_t value,
                                      std::span<const literal> literals,
                                      std::span<const std::int64_t> enumerators, issue_list& issues);

template <class T>
concept has_value_table = std::is_enum_v<T> && requires { describe_values(type<T>{}); };

template <class Enum>
inline constexpr auto enum_literals = [] {
  constexpr auto table = describe_values(type<Enum>{});
  std::array<literal, table.size()> literals;
  for (std::size_t i = 0; i < table.size(); ++i) literals[i] = table[i].json;
  return literals;
}();

template <class Enum>
inline constexpr auto enum_numbers = [] {
  constexpr auto table = describe_values(type<Enum>{});
  std::array<std::int64_t, table.size()> numbers{};
  for (std::size_t i = 0; i < table.size(); ++i) numbers[i] = static_cast<std::int64_t>(table[i].value);
  return numbers;
}();

template <has_value_table T>
struct codec_for<T> {
  static void read(json::reader& in, T& out, issue_list& issues) {
    auto value = static_cast<std::int64_t>(out);
    read_enum_value(in, value, enum_literals<T>, enum_numbers<T>, issues);
    out = static_cast<T>(value);
  }
  static void write(json::writer& out, T value, issue_list& issues) {
    write_enum_value(out, static_cast<std::int64_t>(value), enum_literals<T>, enum_numbers<T>, issues);
  }
};

}  // namespace detail
}  // namespace clamator
