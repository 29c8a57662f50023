#include "python/literals.hpp"

#include <charconv>
#include <cmath>
#include <vector>

#include "text/reading_direction.hpp"

namespace clamator::codegen::python {
namespace {

std::string hexadecimal(unsigned value, std::size_t digits) {
  std::string text(digits, '0');
  for (std::size_t i = digits; i-- > 0; value /= 16) text[i] = "0123456789abcdef"[value % 16];
  return text;
}

unsigned code_point_of_three(std::string_view at) {
  return (static_cast<unsigned char>(at[0]) & 0x0FU) << 12U |
         (static_cast<unsigned char>(at[1]) & 0x3FU) << 6U | (static_cast<unsigned char>(at[2]) & 0x3FU);
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// Beyond 2^53 not every integer is a double, and Python's int would show digits that nobody wrote.
constexpr double exact_limit = 9007199254740992.0;

std::string shortest(double value) {
  char digits[32];
  const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, value);
  return {digits, end.ptr};
}

// The text's lines without characters that a source must not have; empty lines at the ends are dropped.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      lines.emplace_back();
    } else if (turns_direction(text.substr(i))) {
      i += 2;
    } else if (!is_control(text[i])) {
      lines.back() += text[i];
    } else if (text[i] == '\t') {
      lines.back() += ' ';
    }
  }
  for (std::string& each : lines) each.erase(each.find_last_not_of(' ') + 1);
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  while (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
  return lines;
}

std::string escaped_for_docstring(const std::string& line) {
  std::string text;
  for (char c : line) {
    if (c == '\\' || c == '"') text += '\\';
    text += c;
  }
  return text;
}

}  // namespace

std::string string_literal(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\\') {
      quoted.append({'\\', c});
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (is_control(c)) {
      quoted += "\\x" + hexadecimal(static_cast<unsigned char>(c), 2);
    } else if (turns_direction(text.substr(i))) {
      quoted += "\\u" + hexadecimal(code_point_of_three(text.substr(i)), 4);
      i += 2;
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string raw_string_literal(std::string_view text) {
  bool plain = text.find('\\') == std::string_view::npos;
  bool possible = !text.ends_with('\\');
  for (std::size_t i = 0; i < text.size(); ++i) {
    possible = possible && text[i] != '"' && !is_control(text[i]) && !turns_direction(text.substr(i));
  }
  return plain || !possible ? string_literal(text) : "r\"" + std::string(text) + '"';
}

bool is_whole(const boost::json::value& number) {
  if (!number.is_double()) return true;
  const double value = number.as_double();
  return std::trunc(value) == value && std::abs(value) <= exact_limit;
}

std::string number_literal(const boost::json::value& value) {
  if (value.is_int64()) return std::to_string(value.as_int64());
  if (value.is_uint64()) return std::to_string(value.as_uint64());
  if (is_whole(value)) return std::to_string(static_cast<std::int64_t>(value.as_double()));
  return float_literal(value);
}

std::string float_literal(const boost::json::value& value) {
  if (!value.is_double()) return number_literal(value) + ".0";
  const std::string text = shortest(value.as_double());
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

expression value_literal(const boost::json::value& value) {
  if (value.is_null()) return word("None");
  if (value.is_bool()) return word(value.as_bool() ? "True" : "False");
  if (value.is_string()) return word(string_literal(std::string_view(value.as_string())));
  if (value.is_number()) return word(number_literal(value));
  expression made{"", value.is_array() ? '[' : '{', {}, {}};
  if (value.is_array()) {
    for (const boost::json::value& each : value.as_array()) made.items.push_back(value_literal(each));
    return made;
  }
  for (const auto& [key, each] : value.as_object()) {
    expression item = value_literal(each);
    item.head.insert(0, string_literal(std::string_view(key)) + ": ");
    made.items.push_back(std::move(item));
  }
  return made;
}

std::string comment(std::string_view text, std::size_t indent) {
  std::string made;
  for (const std::string& each : lines_of(text))
    made += std::string(indent, ' ') + (each.empty() ? "#" : "# ") + each + "\n";
  return made;
}

std::string docstring(std::string_view text, std::size_t indent) {
  const std::vector<std::string> lines = lines_of(text);
  if (lines.empty()) return {};
  const std::string margin(indent, ' ');
  std::string made = margin + "\"\"\"";
  for (const std::string& each : lines) {
    if (&each != &lines.front()) made += each.empty() ? "\n" : "\n" + margin;
    made += escaped_for_docstring(each);
  }
  return made + (lines.size() > 1 ? "\n" + margin : "") + "\"\"\"\n\n";
}

}  // namespace clamator::codegen::python
