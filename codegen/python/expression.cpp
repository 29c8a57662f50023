#include "python/expression.hpp"

#include <utility>

#include "python/literals.hpp"

namespace clamator::codegen::python {
namespace {

constexpr std::size_t last_column = 100;

char closing(char open) {
  if (open == '[') return ']';
  return open == '(' ? ')' : '}';
}

std::string on_one_line(const expression& of) {
  if (of.open == 0) return of.head + of.tail;
  std::string text = of.head + of.open;
  for (const expression& each : of.items) {
    if (&each != &of.items.front()) text += ", ";
    text += on_one_line(each);
  }
  return text + closing(of.open) + of.tail;
}

// As Python's readers count: characters, not bytes.
std::size_t width(const std::string& text) {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

// In a subscript a comma behind a lone element would make a tuple of it.
bool ends_with_comma(const expression& of) {
  const bool is_subscript = of.open == '[' && !of.head.empty() && !of.head.ends_with(' ');
  return !is_subscript || of.items.size() > 1;
}

}  // namespace

expression word(std::string text) {
  return {std::move(text), 0, {}, {}};
}

expression subscript(std::string head, std::vector<expression> items) {
  return {std::move(head), '[', std::move(items), {}};
}

expression call(std::string head, std::vector<expression> items) {
  return {std::move(head), '(', std::move(items), {}};
}

expression in_quotes(const expression& of) {
  const std::string text = on_one_line(of);
  return word(text.find('"') == std::string::npos || text.find('\'') != std::string::npos
                  ? string_literal(text)
                  : '\'' + text + '\'');
}

std::string rendered(const expression& of, std::size_t indent, std::size_t column, std::size_t behind) {
  std::string line = on_one_line(of);
  if (!of.has_items() || column + width(line) + behind <= last_column) return line;
  std::string text = of.head + of.open + '\n';
  const std::size_t inner = indent + 4;
  for (const expression& each : of.items) {
    const bool comma = &each != &of.items.back() || ends_with_comma(of);
    text += std::string(inner, ' ') + rendered(each, inner, inner, comma ? 1 : 0) + (comma ? ",\n" : "\n");
  }
  return text + std::string(indent, ' ') + closing(of.open) + of.tail;
}

}  // namespace clamator::codegen::python
