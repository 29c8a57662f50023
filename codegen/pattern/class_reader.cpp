#include "pattern/parser.hpp"

namespace clamator::codegen {
namespace {

atom read_atom(escape_reader& escapes) {
  auto& from = escapes.from;
  if (from.at_end()) from.refuse_syntax("[ is not closed");
  auto read = from.eat('\\') ? escapes.read(true) : single(from.next());
  if (read.single && is_surrogate(read.point)) {
    throw pattern_problem(
        "a half of a surrogate pair is no character in UTF-8: use flag u and \\u{10000}-\\u{10FFFF}");
  }
  return read;
}

void add(character_set& to, const character_set& set) {
  to.points.add(set.points);
  to.properties.insert(to.properties.end(), set.properties.begin(), set.properties.end());
}

}  // namespace

character_set read_class(escape_reader& escapes) {
  auto& from = escapes.from;
  character_set read;
  read.negated = from.eat('^');
  while (!from.eat(']')) {
    const auto first = read_atom(escapes);
    if (from.peek() != '-' || from.peek(1) == ']') {
      add(read, first.set);
      continue;
    }
    from.next();
    const auto last = read_atom(escapes);
    if (first.single && last.single) {
      if (first.point > last.point) from.refuse_syntax("a range whose end comes before its begin");
      read.points.add(first.point, last.point);
      continue;
    }
    if (escapes.flags.unicode) from.refuse_syntax("a range from or to a set of characters");
    add(read, first.set);
    add(read, single('-').set);
    add(read, last.set);
  }
  return read;
}

}  // namespace clamator::codegen
