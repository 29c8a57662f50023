// Strings of the reader: finding their end, checking them, and taking escapes apart.

#include <clamator/protocol/json/reader.hpp>

#include "protocol/json/scan.hpp"

namespace clamator::json {
namespace {

constexpr char32_t no_escape = 0xFFFFFFFF;

// Room for most strings with escapes, so that the reader allocates once for all of them.
constexpr std::size_t first_scratch = 120;

// Four hexadecimal digits, or no_escape.
char32_t hex4(const char* at, const char* end) noexcept {
  if (end - at < 4) return no_escape;
  char32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = at[i];
    char32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<char32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<char32_t>(c - 'a' + 10);
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<char32_t>(c - 'A' + 10);
    } else {
      return no_escape;
    }
    value = value << 4 | digit;
  }
  return value;
}

bool is_high_surrogate(char32_t c) noexcept {
  return c >= 0xD800 && c < 0xDC00;
}
bool is_low_surrogate(char32_t c) noexcept {
  return c >= 0xDC00 && c < 0xE000;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

// What a one-letter escape stands for, or no_escape.
char32_t simple_escape(char letter) noexcept {
  switch (letter) {
    case '"':
    case '\\':
    case '/':
      return static_cast<char32_t>(letter);
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return no_escape;
  }
}

}  // namespace

// The character of the escape whose backslash stands at `at`, which moves behind it; no_escape on failure.
char32_t reader::scan_escape(const char*& at) noexcept {
  const char* const start = at++;
  if (at == end_) return no_escape;
  if (*at != 'u') {
    const char32_t c = simple_escape(*at++);
    if (c == no_escape) fail_at(start, "unknown escape in a string");
    return c;
  }
  const char32_t c = hex4(++at, end_);
  if (c == no_escape) {
    fail_at(start, "\\u needs four hexadecimal digits");
    return no_escape;
  }
  at += 4;
  if (!is_high_surrogate(c) && !is_low_surrogate(c)) return c;
  const bool pair = is_high_surrogate(c) && end_ - at >= 2 && at[0] == '\\' && at[1] == 'u';
  const char32_t low = pair ? hex4(at + 2, end_) : no_escape;
  if (!is_low_surrogate(low)) {
    fail_at(start, "lone surrogate in a string");
    return no_escape;
  }
  at += 6;
  return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
}

// Steps over the string whose opening quote is next. `plain` becomes its content, which is kept in
// `unescaped` where it has escapes; without `unescaped` the string is only checked, and nothing is allocated.
bool reader::scan_string(std::string* unescaped, std::string_view& plain) {
  const char* const start = at_ + 1;
  const char* run = start;  // what follows the last escape
  const char* at = detail::find_special(start, end_);
  while (at != end_ && *at != '"') {
    if (*at == '\\') {
      const char* const escape = at;
      const char32_t c = scan_escape(at);
      if (c == no_escape) break;
      if (unescaped != nullptr) {
        if (run == start) {
          unescaped->clear();
          unescaped->reserve(first_scratch);
        }
        unescaped->append(run, escape);
        append_utf8(*unescaped, c);
      }
      run = at;
    } else if (static_cast<unsigned char>(*at) < 0x20) {
      fail_at(at, "control character in a string");
      break;
    } else if (const char* behind = detail::skip_utf8(at, end_)) {
      at = behind;
      if (at != end_ && static_cast<unsigned char>(*at) >= 0x80) continue;
    } else {
      fail_at(at, "text is not valid UTF-8");
      break;
    }
    at = detail::find_special(at, end_);
  }
  if (failed()) return false;
  if (at == end_ || *at != '"') {
    fail_at(end_, "string without an end");
    return false;
  }
  at_ = at + 1;
  if (run == start) {
    plain = {start, static_cast<std::size_t>(at - start)};
  } else if (unescaped != nullptr) {
    unescaped->append(run, at);
    plain = *unescaped;
  }
  return true;
}

}  // namespace clamator::json
