// Names as they stand in JSON, put together while compiling: a known member's key is compared and copied as
// one piece, `"name":`.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace clamator::detail {

// A short text with room for `Capacity` characters.
template <std::size_t Capacity>
struct fixed_text {
  std::array<char, Capacity> characters{};
  std::size_t size = 0;

  constexpr void append(char c) { characters[size++] = c; }
  constexpr void append(std::string_view text) {
    for (char c : text) append(c);
  }
  // In quotes, with the escapes that RFC 8259 wants.
  constexpr void append_quoted(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    append('"');
    for (char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20) {
        append("\\u00");
        append(digits[byte >> 4]);
        append(digits[byte & 15]);
      } else {
        if (c == '"' || c == '\\') append('\\');
        append(c);
      }
    }
    append('"');
  }
  constexpr std::string_view view() const { return {characters.data(), size}; }
};

// How much room the quoted text, and three characters more, can need.
constexpr std::size_t quoted_capacity(std::string_view text) {
  return text.size() * 6 + 5;
}

}  // namespace clamator::detail
