#include <algorithm>
#include <charconv>
#include <cmath>

#include <clamator/protocol/json/writer.hpp>

#include "protocol/json/scan.hpp"

namespace clamator::json {
namespace {

constexpr std::size_t longest_escape = 6;
constexpr std::size_t longest_number = 32;

char* put_escape(char* at, char c) noexcept {
  constexpr char digits[] = "0123456789abcdef";
  *at++ = '\\';
  switch (c) {
    case '"':
    case '\\':
      *at++ = c;
      return at;
    case '\n':
      *at++ = 'n';
      return at;
    case '\r':
      *at++ = 'r';
      return at;
    case '\t':
      *at++ = 't';
      return at;
    case '\b':
      *at++ = 'b';
      return at;
    case '\f':
      *at++ = 'f';
      return at;
    default:
      // Its length is known, it ends with no zero. NOLINTNEXTLINE(bugprone-not-null-terminated-result)
      std::memcpy(at, "u00", 3);
      at[3] = digits[static_cast<unsigned char>(c) >> 4];
      at[4] = digits[static_cast<unsigned char>(c) & 15];
      return at + 5;
  }
}

}  // namespace

// Room is taken for the text as it is; each escape takes its own more when it comes.
bool writer::quoted(std::string_view text, bool is_key) {
  const std::size_t size_before = out_->size();
  const char* from = text.data();
  const char* const end = from + text.size();
  char* to = open(text.size() + longest_escape + 2);
  *to++ = '"';
  for (;;) {
    const char* const special = detail::copy_plain(from, end, to);
    to += special - from;
    from = special;
    while (from != end && static_cast<unsigned char>(*from) >= 0x80) {
      const char* const behind = detail::skip_utf8(from, end);
      if (behind == nullptr) {
        out_->truncate(size_before);
        return false;
      }
      to = std::copy(from, behind, to);
      from = behind;
    }
    if (from == end) break;
    if (!detail::is_special(*from)) continue;
    to = put_escape(to, *from++);
    out_->commit(static_cast<std::size_t>(to - (out_->data() + out_->size())));
    to = out_->reserve(static_cast<std::size_t>(end - from) + longest_escape + 2);
  }
  *to++ = '"';
  if (is_key) *to++ = ':';
  close(to, !is_key);
  return true;
}

bool writer::key(std::string_view name) {
  if (quoted(name, true)) return true;
  quoted_key("\"\":");
  return false;
}

bool writer::string(std::string_view text) {
  if (quoted(text, false)) return true;
  null();
  return false;
}

void writer::integer(std::int64_t value) {
  char* at = open(longest_number);
  close(std::to_chars(at, at + longest_number, value).ptr, true);
}

void writer::unsigned_integer(std::uint64_t value) {
  char* at = open(longest_number);
  close(std::to_chars(at, at + longest_number, value).ptr, true);
}

template <class Real>
bool writer::shortest(Real value) {
  if (!std::isfinite(value)) {
    null();
    return false;
  }
  constexpr auto exact = static_cast<Real>(9007199254740992.0);  // 2^53
  if (value == 0 && std::signbit(value)) {
    // Python reads "-0" as an integer and loses the sign.
    raw("-0.0");
    return true;
  }
  if (value > -exact && value < exact && value == std::trunc(value)) {
    integer(static_cast<std::int64_t>(value));
    return true;
  }
  char* at = open(longest_number);
  close(std::to_chars(at, at + longest_number, value).ptr, true);
  return true;
}

bool writer::real(double value) {
  return shortest(value);
}
bool writer::single_real(float value) {
  return shortest(value);
}

}  // namespace clamator::json
