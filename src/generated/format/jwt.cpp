// JSON web tokens (RFC 7519): three parts of base64url, the first of which is a JSON object that names an
// algorithm.
#include <cstdint>
#include <optional>

#include <clamator/generated/format.hpp>
#include <clamator/protocol/json/reader.hpp>

#include "generated/format/scanner.hpp"

namespace clamator::detail {
namespace {

constexpr bool is_base64url_digit(char c) noexcept {
  return is_alphanumeric(c) || c == '-' || c == '_';
}

std::uint32_t sextet(char c) noexcept {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return static_cast<std::uint32_t>(digits.find(c));
}

// Each byte is taken for a character, as browsers do, and becomes UTF-8.
void append_latin1(std::string& text, std::uint32_t byte) {
  if (byte >= 0x80) text += static_cast<char>(0xC0 | byte >> 6);
  text += static_cast<char>(byte < 0x80 ? byte : 0x80 | (byte & 0x3F));
}

std::optional<std::string> decoded(std::string_view base64url) {
  if (base64url.size() % 4 == 1) return std::nullopt;
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : base64url) {
    bits = bits << 6 | sextet(c);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    append_latin1(text, bits >> count & 0xFF);
  }
  return text;
}

// What JavaScript takes for true.
bool read_truth(json::reader& in) {
  switch (in.peek()) {
    case json::token::string:
      return !in.read_string().empty();
    case json::token::boolean:
      return in.read_bool();
    case json::token::number:
      return in.read_number().as_double() != 0.0;
    case json::token::null:
      in.read_null();
      return false;
    default:
      in.skip();
      return true;
  }
}

bool read_equal(json::reader& in, std::string_view expected) {
  if (in.peek() == json::token::string) return in.read_string() == expected;
  in.skip();
  return false;
}

}  // namespace

bool is_jwt(std::string_view text, std::string_view algorithm) {
  scanner parts(text);
  const std::string_view encoded = parts.take_while(is_base64url_digit);
  if (encoded.empty() || !parts.take('.') || parts.take_while(is_base64url_digit).empty() ||
      !parts.take('.') || !all_of(parts.rest(), is_base64url_digit)) {
    return false;
  }
  const std::optional<std::string> header = decoded(encoded);
  if (!header) return false;
  json::reader in(*header);
  if (!in.begin_object()) return false;
  bool right_type = true;
  bool right_algorithm = false;
  for (std::string_view key; in.next_key(key);) {
    if (key == "typ") {
      right_type = read_equal(in, "JWT");
    } else if (key == "alg") {
      right_algorithm = algorithm.empty() ? read_truth(in) : read_equal(in, algorithm);
    } else {
      in.skip();
    }
  }
  return in.finish() && right_type && right_algorithm;
}

}  // namespace clamator::detail
