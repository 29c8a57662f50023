// Python expressions that are written on one line where they fit, else one element a line, as formatters do.
#pragma once

#include <string>
#include <vector>

namespace clamator::codegen::python {

struct expression {
  std::string head;  // all there is, where nothing is in brackets
  char open = 0;     // '[', '(' or '{'
  std::vector<expression> items;
  std::string tail;  // behind the closing bracket

  bool has_items() const { return !items.empty(); }
};

expression word(std::string text);
expression subscript(std::string head, std::vector<expression> items);
expression call(std::string head, std::vector<expression> items);

// The expression as a string, for names in it that come later.
expression in_quotes(const expression& of);

// The text, without indent before its first line. `column` is how far that line has come already, and
// `behind` how many characters follow the last one's.
std::string rendered(const expression& of, std::size_t indent, std::size_t column, std::size_t behind = 0);

}  // namespace clamator::codegen::python
