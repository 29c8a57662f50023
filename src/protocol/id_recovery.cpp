#include "protocol/id_recovery.hpp"

#include <cstddef>

namespace clamator::detail {
namespace {

bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// Behind the closing quote of the string that begins at `at`, or the end of the text.
std::size_t skip_string(std::string_view text, std::size_t at) noexcept {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return text.size();
}

// The string or number at `at`; empty for anything else.
std::string_view scalar(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {};
  if (text[at] == '"') {
    const std::size_t end = skip_string(text, at);
    return end - at >= 2 && text[end - 1] == '"' ? text.substr(at, end - at) : std::string_view{};
  }
  // An integer, and nothing that only begins like one: half an id would be another call's.
  std::size_t end = at;
  if (text[end] == '-') ++end;
  const std::size_t digits = end;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  const bool leading_zero = end > digits + 1 && text[digits] == '0';
  const std::size_t behind = skip_spaces(text, end);
  const bool ends = behind == text.size() || text[behind] == ',' || text[behind] == '}';
  return end > digits && !leading_zero && ends ? text.substr(at, end - at) : std::string_view{};
}

// A string goes back to its sender inside a reply that must be JSON: escapes and raw bytes that may be what
// made the envelope unreadable are not worth the risk.
bool plain(std::string_view id) noexcept {
  for (char c : id) {
    if (c == '\\' || static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x80)
      return false;
  }
  return true;
}

}  // namespace

std::string_view recover_id(std::string_view text) noexcept {
  std::size_t at = skip_spaces(text, 0);
  if (at >= text.size() || text[at] != '{') return {};
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      const std::size_t end = skip_string(text, at);
      const std::size_t colon = skip_spaces(text, end);
      const bool key = depth == 1 && colon < text.size() && text[colon] == ':';
      if (key && text.substr(at, end - at) == "\"id\"") {
        const std::string_view id = scalar(text, skip_spaces(text, colon + 1));
        return plain(id) ? id : std::string_view{};
      }
      at = end;
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
    ++at;
  }
  return {};
}

}  // namespace clamator::detail
