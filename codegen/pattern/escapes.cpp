#include <optional>

#include "pattern/letter_case.hpp"
#include "pattern/parser.hpp"
#include "pattern/properties.hpp"

namespace clamator::codegen {
namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<char32_t> hex_digit(char32_t c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

// Exactly so many digits, or nothing is read.
std::optional<char32_t> hex_digits(cursor& from, std::size_t count) {
  char32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto digit = hex_digit(from.peek(i));
    if (!digit) return std::nullopt;
    value = value * 16 + *digit;
  }
  for (std::size_t i = 0; i < count; ++i) from.next();
  return value;
}

}  // namespace

atom single(char32_t point) {
  return {{{{point, point}}, {}, false}, true, point};
}

bool is_surrogate(char32_t point) {
  return point >= 0xD800 && point <= 0xDFFF;
}

atom escape_reader::read(bool in_class) {
  if (from.at_end()) from.refuse_syntax("\\ is followed by nothing");
  const char32_t letter = from.peek();
  if (is_digit(letter)) return single(read_number(in_class));
  from.next();
  switch (letter) {
    case 'd':
    case 'D':
    case 's':
    case 'S':
    case 'w':
    case 'W':
      return read_set(letter);
    case 'p':
    case 'P':
      return flags.unicode ? read_property(letter == 'P') : single(letter);
    case 't':
      return single('\t');
    case 'n':
      return single('\n');
    case 'v':
      return single('\v');
    case 'f':
      return single('\f');
    case 'r':
      return single('\r');
    case 'c':
      return single(read_control(in_class));
    case 'x':
      return single(read_hex());
    case 'u':
      return single(read_unicode());
    case 'b':
      if (in_class) return single('\b');
      [[fallthrough]];
    default:
      return single(read_identity(letter, in_class));
  }
}

atom escape_reader::read_set(char32_t letter) {
  const bool negated = letter == 'D' || letter == 'S' || letter == 'W';
  auto points = letter == 'd' || letter == 'D'   ? digits()
                : letter == 's' || letter == 'S' ? white_space()
                                                 : word_characters();
  // With both flags the long s and the Kelvin sign are word characters.
  if (flags.unicode && flags.ignore_case && (letter == 'w' || letter == 'W'))
    points = with_other_cases(points, true);
  return {{negated ? points.complement() : points, {}, false}};
}

atom escape_reader::read_property(bool negated) {
  if (!from.eat('{')) from.refuse_syntax("\\p is not followed by a property in braces");
  std::string name;
  while (from.peek() != '}') {
    if (from.at_end() || from.peek() > 0x7F) from.refuse_syntax("\\p{ does not end");
    name += static_cast<char>(from.next());
  }
  from.next();
  auto found = clamator::codegen::read_property(name, negated);
  if (const auto* points = std::get_if<code_points>(&found)) return {{*points, {}, false}};
  if (flags.ignore_case) {
    throw pattern_problem("\\p{" + name +
                          "} together with flag i has no counterpart: leave the flag out, and list "
                          "both cases where they matter");
  }
  return {{{}, {std::get<unicode_property>(found)}, false}};
}

// A reference to a group, or, where there is none of that number, an octal number.
char32_t escape_reader::read_number(bool in_class) {
  const auto begin = from.position();
  std::uint64_t number = 0;
  while (is_digit(from.peek()) && number < 100000) number = number * 10 + (from.next() - '0');
  const bool leading_zero = (from.go_back(begin), from.peek() == '0');
  if (!in_class && !leading_zero && (flags.unicode || number <= groups)) {
    if (number > groups) from.refuse_syntax("a reference to a group that is not there");
    throw pattern_problem("a reference back to a group (\\" + std::to_string(number) +
                          ") has no counterpart: write out what it may repeat, or check it in the handler");
  }
  if (leading_zero && !is_digit(from.peek(1))) {
    from.next();
    return 0;
  }
  if (flags.unicode) from.refuse_syntax("an octal escape, which flag u does not allow,");
  if (from.peek() > '7') return from.next();
  char32_t value = 0;
  while (from.peek() >= '0' && from.peek() <= '7' && value * 8 + (from.peek() - '0') <= 0377 &&
         from.position() < begin + 3) {
    value = value * 8 + (from.next() - '0');
  }
  return value;
}

char32_t escape_reader::read_control(bool in_class) {
  const char32_t of = from.peek();
  const bool allowed = is_letter(of) || (in_class && !flags.unicode && (is_digit(of) || of == '_'));
  if (allowed) return from.next() % 32;
  if (flags.unicode) from.refuse_syntax("\\c is not followed by a letter");
  from.go_back(from.position() - 1);  // the backslash is a character, and c the next one
  return '\\';
}

char32_t escape_reader::read_hex() {
  const auto value = hex_digits(from, 2);
  if (value) return *value;
  if (flags.unicode) from.refuse_syntax("\\x is not followed by two hexadecimal digits");
  return 'x';
}

char32_t escape_reader::read_unicode() {
  if (flags.unicode && from.eat('{')) {
    char32_t value = 0;
    if (from.peek() == '}') from.refuse_syntax("\\u{ is not followed by hexadecimal digits");
    while (!from.eat('}')) {
      const auto digit = hex_digit(from.peek());
      if (!digit) from.refuse_syntax("\\u{ is not followed by hexadecimal digits");
      value = value * 16 + *digit;
      if (value > last_code_point) from.refuse_syntax("\\u{ } is beyond 10FFFF");
      from.next();
    }
    return value;
  }
  const auto high = hex_digits(from, 4);
  if (!high) {
    if (flags.unicode) from.refuse_syntax("\\u is not followed by four hexadecimal digits");
    return 'u';
  }
  if (*high < 0xD800 || *high > 0xDBFF) return *high;
  const auto behind = from.position();
  if (from.eat(U"\\u")) {
    const auto low = hex_digits(from, 4);
    if (low && *low >= 0xDC00 && *low <= 0xDFFF) return 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00);
    from.go_back(behind);
  }
  return *high;
}

char32_t escape_reader::read_identity(char32_t letter, bool in_class) {
  if (letter == 'k' && !in_class && (flags.unicode || named)) {
    throw pattern_problem(
        "a reference back to a group (\\k) has no counterpart: write out what it may repeat, or check "
        "it in the handler");
  }
  if (letter == 'k' && named) from.refuse_syntax("\\k within a class");
  const bool syntax = letter < 0x80 && std::string_view("^$\\.*+?()[]{}|/").find(static_cast<char>(letter)) !=
                                           std::string_view::npos;
  if (flags.unicode && !syntax && !(in_class && letter == '-')) {
    from.refuse_syntax("an escape that means nothing, which flag u does not allow,");
  }
  return letter;
}

}  // namespace clamator::codegen
