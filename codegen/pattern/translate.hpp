// JavaScript's regular expressions in the words of other engines. What comes out accepts the texts that
// `new RegExp(source, flags).test(text)` accepts, when it is searched for anywhere in the text.
#pragma once

#include <string>

#include "model/node.hpp"

namespace clamator::codegen {

struct translated {
  std::string text;
  std::string problem;  // why it cannot be translated, with the remedy; else empty
};

translated to_re2(const pattern& of);
translated to_python(const pattern& of);  // for Python's `re.search`

}  // namespace clamator::codegen
