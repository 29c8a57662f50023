#include <algorithm>
#include <cstddef>

#include <clamator/generated/format.hpp>

#include "generated/format/emoji_ranges.hpp"

namespace clamator::detail {
namespace {

// The first character of valid UTF-8, which is removed.
char32_t take_character(std::string_view& text) noexcept {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t character = size == 1 ? lead : lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size && i < text.size(); ++i) {
    character = character << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  text.remove_prefix(std::min(size, text.size()));
  return character;
}

bool is_part_of_emoji(char32_t character) noexcept {
  const auto* const behind =
      std::upper_bound(emoji_ranges.begin(), emoji_ranges.end(), character,
                       [](char32_t value, const character_range& range) { return value < range.first; });
  return behind != emoji_ranges.begin() && character <= (behind - 1)->last;
}

}  // namespace

bool is_emoji(std::string_view text) noexcept {
  if (text.empty()) return false;
  while (!text.empty()) {
    if (!is_part_of_emoji(take_character(text))) return false;
  }
  return true;
}

}  // namespace clamator::detail
