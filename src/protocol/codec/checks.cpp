#include <charconv>
#include <cmath>

#include <clamator/protocol/checks.hpp>
#include <clamator/protocol/codec/scalar.hpp>
#include <clamator/protocol/element_checks.hpp>

namespace clamator::detail {
namespace {

// Room for the product of 17 digits and 10^19.
__extension__ using wide = unsigned __int128;

// A finite number's magnitude: `digits` times ten to the `exponent`.
struct decimal {
  wide digits = 0;
  int exponent = 0;
};

// The shortest decimal that stands for a double, as it is written in JSON.
decimal shortest(double value) noexcept {
  char text[32];
  const std::to_chars_result end =
      std::to_chars(text, text + sizeof text, std::abs(value), std::chars_format::scientific);
  decimal found;
  int fraction = 0;
  const char* at = text;
  for (bool behind_point = false; at != end.ptr && *at != 'e'; ++at) {
    if (*at == '.') {
      behind_point = true;
      continue;
    }
    found.digits = found.digits * 10 + static_cast<unsigned>(*at - '0');
    if (behind_point) ++fraction;
  }
  if (at == end.ptr) return {};  // not finite; neither JSON nor a bound is
  const char* power = at + 1;
  if (*power == '+') ++power;
  std::from_chars(power, end.ptr, found.exponent);
  found.exponent -= fraction;
  return found;
}

}  // namespace

std::string number_text(std::int64_t value) {
  return std::to_string(value);
}
std::string number_text(std::uint64_t value) {
  return std::to_string(value);
}

std::string number_text(double value) {
  buffer text;
  json::writer out(text);
  return out.real(value) ? std::string(text.view()) : std::to_string(value);
}

std::string string_text(std::string_view value) {
  buffer text;
  json::writer out(text);
  return out.string(value) ? found_text(text.view()) : "not valid UTF-8";
}

std::string must_be_one_of(const std::string_view* begin, const std::string_view* end) {
  std::string text = "must be one of ";
  for (const std::string_view* at = begin; at != end; ++at) {
    if (at != begin) text += ", ";
    text += string_text(*at);
  }
  return text;
}

void add_key_issues(const issue_list& found, std::string_view key, issue_list& issues) {
  const std::size_t mark = issues.mark();
  issues.append(found, "key: ");
  issues.prefix(mark, key);
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

bool is_multiple(double value, double divisor) noexcept {
  const decimal of = shortest(value);
  const decimal by = shortest(divisor);
  if (of.digits == 0) return true;
  if (by.digits == 0) return false;
  if (of.exponent >= by.exponent) {
    wide left = of.digits % by.digits;
    for (int i = by.exponent; i < of.exponent && left != 0; ++i) left = left * 10 % by.digits;
    return left == 0;
  }
  // Beyond 10^19 the divisor is more than any number of 17 digits.
  const int shift = by.exponent - of.exponent;
  if (shift > 19) return false;
  wide least = by.digits;
  for (int i = 0; i < shift; ++i) least *= 10;
  return of.digits % least == 0;
}

}  // namespace clamator::detail
