#include "cpp/literals.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

#include "text/reading_direction.hpp"

namespace clamator::codegen {
namespace {

// Always three digits, so that what follows is no part of it.
std::string octal(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return {'\\', static_cast<char>('0' + byte / 64), static_cast<char>('0' + byte / 8 % 8),
          static_cast<char>('0' + byte % 8)};
}

std::string integer(std::int64_t value) {
  if (value == std::numeric_limits<std::int64_t>::min()) return "std::numeric_limits<std::int64_t>::min()";
  const bool fits_int =
      value >= std::numeric_limits<std::int32_t>::min() && value <= std::numeric_limits<std::int32_t>::max();
  return std::to_string(value) + (fits_int ? "" : "LL");
}

std::string real(double value) {
  char digits[32];
  const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, value);
  std::string text(digits, end.ptr);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

}  // namespace

std::string cpp_string(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\\') {
      quoted.append({'\\', c});
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      quoted += octal(c);
    } else if (turns_direction(text.substr(i))) {
      quoted += octal(c) + octal(text[i + 1]) + octal(text[i + 2]);
      i += 2;
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string cpp_scalar(const boost::json::value& value) {
  if (value.is_string()) return cpp_string(std::string_view(value.as_string()));
  if (value.is_bool()) return value.as_bool() ? "true" : "false";
  if (value.is_int64()) return integer(value.as_int64());
  if (value.is_uint64()) return std::to_string(value.as_uint64()) + "ULL";
  return real(value.as_double());
}

std::string cpp_comment(std::string_view text, std::string_view indent) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    std::string line;
    for (std::size_t i = 0; i < std::min(end, text.size()); ++i) {
      if (turns_direction(text.substr(i))) {
        i += 2;
      } else {
        line += static_cast<unsigned char>(text[i]) < 0x20 ? ' ' : text[i];
      }
    }
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    while (line.ends_with(' ')) line.pop_back();
    if (line.empty()) continue;
    if (line.ends_with('\\')) line += '.';  // or the next line would belong to it
    lines.append(indent).append("// ").append(line).append("\n");
  }
  return lines;
}

}  // namespace clamator::codegen
