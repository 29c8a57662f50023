// The id of a call: a random UUID, kept as 128 bits so that matching a reply compares two words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <clamator/export.hpp>

namespace clamator {

// A UUID. Copied freely; any thread.
struct CLAMATOR_EXPORT call_id {
  // Characters of its text.
  static constexpr std::size_t text_size = 36;

  std::uint64_t high = 0;  // the first 16 digits of the text
  std::uint64_t low = 0;   // the other 16

  // A new one (RFC 4122, version 4). Any thread.
  static call_id random();

  // Reads the canonical text with lower or upper case digits; nothing for any other text.
  static std::optional<call_id> parse(std::string_view text) noexcept;

  // Writes the canonical lower-case text, text_size characters without a terminator.
  void write(char* out) const noexcept;
  // The same as a string.
  std::string text() const;

  friend bool operator==(const call_id&, const call_id&) = default;
};

}  // namespace clamator
