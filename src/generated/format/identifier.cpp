// Email addresses, base64 and identifiers: texts that are told by their characters.
#include <array>

#include <clamator/generated/format.hpp>

#include "generated/format/scanner.hpp"

namespace clamator::detail {
namespace {

bool is_local_part(std::string_view text) noexcept {
  const auto allowed = [](char c) {
    return is_alphanumeric(c) || std::string_view("_'+-.").find(c) != std::string_view::npos;
  };
  return !text.empty() && text.front() != '.' && text.back() != '.' && text.back() != '\'' &&
         all_of(text, allowed);
}

bool is_domain_label(std::string_view text) noexcept {
  return !text.empty() && text.front() != '-' &&
         all_of(text, [](char c) { return is_alphanumeric(c) || c == '-'; });
}

// Whether the text begins with white space that is not ASCII, as JavaScript counts it.
bool is_wide_space(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 6> single = {"\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\xaf",
                                                      "\xe2\x81\x9f", "\xe3\x80\x80", "\xef\xbb\xbf"};
  for (const std::string_view space : single) {
    if (text.starts_with(space)) return true;
  }
  if (!text.starts_with("\xe2\x80") || text.size() < 3) return false;
  const auto last = static_cast<unsigned char>(text[2]);
  return (last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9;
}

bool is_base64_text(std::string_view text, std::string_view extra, bool padding_required) noexcept {
  const std::size_t end = text.find_last_not_of('=') + 1;  // 0 where there is nothing else
  const std::size_t padding = text.size() - end;
  const std::size_t last = end % 4;
  const std::size_t wanted = last == 0 ? 0 : 4 - last;
  if (last == 1 || (padding != wanted && (padding_required || padding != 0))) return false;
  return all_of(text.substr(0, end),
                [extra](char c) { return is_alphanumeric(c) || extra.find(c) != std::string_view::npos; });
}

}  // namespace

bool is_email(std::string_view text) noexcept {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || text.find("..") != std::string_view::npos) return false;
  if (!is_local_part(text.substr(0, at))) return false;
  std::string_view domain = text.substr(at + 1);
  const std::size_t last_dot = domain.rfind('.');
  if (last_dot == std::string_view::npos) return false;
  const std::string_view top = domain.substr(last_dot + 1);
  if (top.size() < 2 || !all_of(top, is_letter)) return false;
  for (domain = domain.substr(0, last_dot);;) {
    const std::size_t dot = domain.find('.');
    if (!is_domain_label(domain.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

bool is_uuid(std::string_view text) noexcept {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !is_hex_digit(text[i])) return false;
  }
  return true;
}

bool is_nanoid(std::string_view text) noexcept {
  return text.size() == 21 && all_of(text, [](char c) { return is_alphanumeric(c) || c == '_' || c == '-'; });
}

// Length is counted in the units of UTF-16.
bool is_cuid(std::string_view text) noexcept {
  if (!text.starts_with('c') && !text.starts_with('C')) return false;
  std::size_t units = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '-' || byte == ' ' || (byte >= '\t' && byte <= '\r')) return false;
    if (is_wide_space(text.substr(i))) return false;
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units >= 8;
}

bool is_cuid2(std::string_view text) noexcept {
  return !text.empty() && all_of(text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); });
}

bool is_ulid(std::string_view text) noexcept {
  return text.size() == 26 && all_of(text, [](char c) {
           return is_alphanumeric(c) && std::string_view("ILOUilou").find(c) == std::string_view::npos;
         });
}

bool is_base64(std::string_view text) noexcept {
  return is_base64_text(text, "+/", true);
}

bool is_base64url(std::string_view text) noexcept {
  return is_base64_text(text, "-_", false);
}

}  // namespace clamator::detail
