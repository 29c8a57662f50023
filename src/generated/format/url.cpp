// Which texts the URL standard (url.spec.whatwg.org) parses without a base. Hosts beyond ASCII are taken as
// they are: their mapping to ASCII, which refuses some, is not done, nor are labels looked into that begin
// with "xn--".
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <clamator/generated/format.hpp>
#include <clamator/protocol/json/writer.hpp>

#include "generated/format/scanner.hpp"

namespace clamator::detail {
namespace {

bool is_one_of(char c, std::string_view characters) noexcept {
  return characters.find(c) != std::string_view::npos;
}

bool is_control(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

// Without what the standard removes first.
std::string stripped(std::string_view text) {
  const auto around = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && around(text.front())) text.remove_prefix(1);
  while (!text.empty() && around(text.back())) text.remove_suffix(1);
  std::string kept(text);
  std::erase_if(kept, [](char c) { return is_one_of(c, "\t\n\r"); });
  return kept;
}

// A part of an IPv4 address: decimal, octal or hexadecimal.
std::optional<std::uint64_t> ipv4_number(std::string_view text) noexcept {
  if (text.empty()) return std::nullopt;
  unsigned base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    base = 16;
    text.remove_prefix(2);
  } else if (text.size() > 1 && text.front() == '0') {
    base = 8;
    text.remove_prefix(1);
  }
  constexpr std::uint64_t beyond = std::uint64_t{1} << 32;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (!is_hex_digit(c)) return std::nullopt;
    const auto digit = static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    if (digit >= base) return std::nullopt;
    value = std::min(value * base + digit, beyond);
  }
  return value;
}

std::vector<std::string_view> labels_of(std::string_view host) {
  std::vector<std::string_view> labels;
  for (;;) {
    const std::size_t dot = host.find('.');
    labels.push_back(host.substr(0, dot));
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  if (labels.back().empty() && labels.size() > 1) labels.pop_back();
  return labels;
}

// A host whose last label is a number is an IPv4 address, or wrong.
bool is_ipv4_or_name(std::string_view host) {
  const std::vector<std::string_view> labels = labels_of(host);
  const std::string_view last = labels.back();
  if (last.empty() || (!all_of(last, is_digit) && !(is_one_of(last.front(), "0") && ipv4_number(last))))
    return true;
  if (labels.size() > 4) return false;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::optional<std::uint64_t> number = ipv4_number(labels[i]);
    const std::uint64_t most = i + 1 < labels.size() ? 0xFF : 0xFFFFFFFF >> 8 * i;
    if (!number || *number > most) return false;
  }
  return true;
}

// Pieces of 16 bits between colons, of which "::" stands for one or more.
bool is_bracketed_ipv6(std::string_view text) {
  std::size_t pieces = 0;
  bool gap = false;
  if (text.starts_with(':')) {
    if (!text.starts_with("::")) return false;
    gap = true;
    text.remove_prefix(2);
  }
  while (!text.empty()) {
    if (text.front() == ':') {
      if (gap) return false;
      gap = true;
      text.remove_prefix(1);
      continue;
    }
    const std::size_t colon = text.find(':');
    const std::string_view piece = text.substr(0, colon);
    if (piece.find('.') != std::string_view::npos) {
      if (colon != std::string_view::npos || !is_ipv4(piece)) return false;
      pieces += 2;
      break;
    }
    if (piece.size() > 4 || !all_of(piece, is_hex_digit)) return false;
    ++pieces;
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
    if (text.empty()) return false;
  }
  return gap ? pieces <= 7 : pieces == 8;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && is_hex_digit(text[i + 1]) && is_hex_digit(text[i + 2])) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

// Escapes may make bytes that are no text, which no host has.
bool is_utf8(std::string_view text) {
  buffer unused;
  return json::writer(unused).string(text);
}

constexpr std::string_view forbidden_in_hosts{"\0\t\n\r #/:<>?@[\\]^|", 17};

bool is_host(std::string_view host, bool special) {
  if (host.starts_with('[')) {
    return host.ends_with(']') && host.size() > 2 && is_bracketed_ipv6(host.substr(1, host.size() - 2));
  }
  if (!special) return all_of(host, [](char c) { return !is_one_of(c, forbidden_in_hosts); });
  const std::string name = percent_decoded(host);
  const auto allowed = [](char c) { return !is_one_of(c, forbidden_in_hosts) && !is_control(c) && c != '%'; };
  return !name.empty() && all_of(name, allowed) && is_utf8(name) && is_ipv4_or_name(name);
}

// `user:password@host:port`
bool is_authority(std::string_view text, bool special) {
  const std::size_t at = text.rfind('@');
  const std::string_view place = at == std::string_view::npos ? text : text.substr(at + 1);
  const std::size_t bracket = place.starts_with('[') ? place.find(']') : 0;
  const std::size_t colon = bracket == std::string_view::npos ? bracket : place.find(':', bracket);
  const std::string_view host = place.substr(0, colon);
  if (host.empty() && (special || at != std::string_view::npos || colon != std::string_view::npos))
    return false;
  if (colon != std::string_view::npos) {
    std::string_view port = place.substr(colon + 1);
    if (!all_of(port, is_digit)) return false;
    port.remove_prefix(std::min(port.find_first_not_of('0'), port.size()));
    if (port.size() > 5 || scanner(port).take_number(port.size(), 65535) < 0) return false;
  }
  return host.empty() || is_host(host, special);
}

bool is_drive_letter(std::string_view text) noexcept {
  return text.size() == 2 && is_letter(text[0]) && is_one_of(text[1], ":|");
}

// Behind "file:". A host is only there behind two slashes.
bool is_file_rest(std::string_view rest) {
  constexpr std::string_view slashes = "/\\";
  if (rest.size() < 2 || !is_one_of(rest[0], slashes) || !is_one_of(rest[1], slashes)) return true;
  rest.remove_prefix(2);
  const std::string_view host = rest.substr(0, rest.find_first_of("/\\?#"));
  return host.empty() || is_drive_letter(host) || is_host(host, true);
}

}  // namespace

bool is_url(std::string_view text) {
  const std::string url = stripped(text);
  scanner in(url);
  std::string scheme(in.take_while([](char c) { return is_alphanumeric(c) || is_one_of(c, "+-."); }));
  if (scheme.empty() || !is_letter(scheme.front()) || !in.take(':')) return false;
  for (char& c : scheme) c = is_letter(c) ? static_cast<char>(c | 0x20) : c;
  if (scheme == "file") return is_file_rest(in.rest());
  constexpr std::array<std::string_view, 5> special = {"http", "https", "ws", "wss", "ftp"};
  if (std::find(special.begin(), special.end(), scheme) != special.end()) {
    in.take_while([](char c) { return is_one_of(c, "/\\"); });
    return is_authority(in.rest().substr(0, in.rest().find_first_of("/\\?#")), true);
  }
  if (!in.rest().starts_with("//")) return true;
  const std::string_view rest = in.rest().substr(2);
  return is_authority(rest.substr(0, rest.find_first_of("/?#")), false);
}

}  // namespace clamator::detail
