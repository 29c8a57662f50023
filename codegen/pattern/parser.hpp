// JavaScript's regular expressions (ECMA-262, with annex B where flag u is not set), parsed.
//
// What RE2 and Python's `re` cannot both do is refused here: looking around, and back to a group.
#pragma once

#include <string>

#include "model/node.hpp"
#include "pattern/cursor.hpp"
#include "pattern/flags.hpp"
#include "pattern/syntax.hpp"

namespace clamator::codegen {

// Throws pattern_problem.
expression parse_pattern(const pattern& of);

// What an escape or a class means, to the parser: one character, or a set of them.
struct atom {
  character_set set;
  bool single = false;  // a character by itself, which may begin or end a range
  char32_t point = 0;
};

// Reads what follows a backslash, within a class or not; `groups` and `named` are of the whole pattern.
struct escape_reader {
  cursor& from;
  const pattern_flags& flags;
  std::size_t groups = 0;
  bool named = false;

  atom read(bool in_class);

 private:
  atom read_set(char32_t letter);
  atom read_property(bool negated);
  char32_t read_number(bool in_class);
  char32_t read_control(bool in_class);
  char32_t read_hex();
  char32_t read_unicode();
  char32_t read_identity(char32_t letter, bool in_class);
};

// Reads what follows "[" up to "]".
character_set read_class(escape_reader& escapes);

atom single(char32_t point);
bool is_surrogate(char32_t point);

}  // namespace clamator::codegen
