#include "pattern/flags.hpp"

#include <string>

#include "pattern/cursor.hpp"

namespace clamator::codegen {
namespace {

[[noreturn]] void refuse(char flag) {
  const std::string name = std::string("flag ") + flag;
  switch (flag) {
    case 'y':
      throw pattern_problem(name + " has no counterpart: begin the pattern with ^ instead");
    case 'd':
      throw pattern_problem(name + " changes nothing about which strings match: leave it out");
    case 'v':
      throw pattern_problem(name + " has no counterpart: write the sets out, with flag u");
    default:
      throw pattern_problem(name + " is none of JavaScript's: leave it out");
  }
}

}  // namespace

pattern_flags read_flags(std::string_view flags) {
  pattern_flags read;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const char flag = flags[i];
    if (flags.find(flag) < i)
      throw pattern_problem(std::string("flag ") + flag + " is given twice: leave one out");
    switch (flag) {
      case 'i':
        read.ignore_case = true;
        break;
      case 'm':
        read.multiline = true;
        break;
      case 's':
        read.dot_all = true;
        break;
      case 'u':
        read.unicode = true;
        break;
      case 'g':
        break;  // moves where a next search begins, and there is none
      default:
        refuse(flag);
    }
  }
  return read;
}

}  // namespace clamator::codegen
