// IP addresses and ranges, in the spellings that Zod takes.
#include <clamator/generated/format.hpp>

#include "generated/format/scanner.hpp"

namespace clamator::detail {
namespace {

bool is_octet(std::string_view digits, bool zero_first) noexcept {
  if (digits.empty() || digits.size() > 3 || !all_of(digits, is_digit)) return false;
  if (digits.size() > 1 && digits.front() == '0') return zero_first && digits.size() == 2;
  return scanner(digits).take_number(digits.size(), 255) >= 0;
}

// Within an IPv6 address an octet of two digits may begin with 0.
bool is_dotted(std::string_view text, bool zero_first) noexcept {
  for (int i = 0; i < 3; ++i) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos || !is_octet(text.substr(0, dot), zero_first)) return false;
    text.remove_prefix(dot + 1);
  }
  return is_octet(text, zero_first);
}

bool is_group(std::string_view text) noexcept {
  return !text.empty() && text.size() <= 4 && all_of(text, is_hex_digit);
}

// How many groups there are between single colons; -1 where one is none. An empty text has none.
int count_groups(std::string_view text) noexcept {
  if (text.empty()) return 0;
  for (int count = 1;; ++count) {
    const std::size_t colon = text.find(':');
    if (!is_group(text.substr(0, colon))) return -1;
    if (colon == std::string_view::npos) return count;
    text.remove_prefix(colon + 1);
  }
}

// What stands before an IPv4 address that ends an IPv6 one: "::", "::ffff:" with or without a group of zeros,
// or up to four groups and "::".
bool may_precede_dotted(std::string_view text) noexcept {
  if (!text.ends_with(':')) return false;
  if (text.ends_with("::")) {
    const int groups = count_groups(text.substr(0, text.size() - 2));
    return groups >= 0 && groups <= 4;
  }
  text.remove_suffix(1);
  constexpr std::string_view mapped = "::ffff";
  if (!text.starts_with(mapped)) return false;
  text.remove_prefix(mapped.size());
  if (text.empty()) return true;
  return text.front() == ':' && is_group(text.substr(1)) &&
         all_of(text.substr(1), [](char c) { return c == '0'; });
}

// fe80: with up to four groups, which may be empty, and a zone.
bool is_link_local(std::string_view text) noexcept {
  scanner in(text);
  for (const char c : std::string_view("fe80:")) {
    if (!in.take(c)) return false;
  }
  for (int i = 0; i < 4 && in.take(':'); ++i) {
    if (in.take_while(is_hex_digit).size() > 4) return false;
  }
  return in.take('%') && !in.done() && all_of(in.rest(), is_alphanumeric);
}

bool is_prefix(std::string_view text, int most) noexcept {
  if (text.empty() || text.size() > 3 || (text.size() > 1 && text.front() == '0')) return false;
  return scanner(text).take_number(text.size(), most) >= 0;
}

template <class Address>
bool is_range(std::string_view text, Address is_address, int most) noexcept {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && is_address(text.substr(0, slash)) &&
         is_prefix(text.substr(slash + 1), most);
}

}  // namespace

bool is_ipv4(std::string_view text) noexcept {
  return is_dotted(text, false);
}

bool is_ipv6(std::string_view text) noexcept {
  if (text.find('%') != std::string_view::npos) return is_link_local(text);
  if (text.find('.') != std::string_view::npos) {
    const std::size_t begin = text.rfind(':') + 1;
    return may_precede_dotted(text.substr(0, begin)) && is_dotted(text.substr(begin), true);
  }
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) return count_groups(text) == 8;
  const int before = count_groups(text.substr(0, gap));
  const int behind = count_groups(text.substr(gap + 2));
  return before >= 0 && behind >= 0 && before + behind <= 7;
}

bool is_cidrv4(std::string_view text) noexcept {
  return is_range(text, is_ipv4, 32);
}

bool is_cidrv6(std::string_view text) noexcept {
  return is_range(text, is_ipv6, 128);
}

}  // namespace clamator::detail
