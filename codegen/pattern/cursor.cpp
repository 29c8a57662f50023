#include "pattern/cursor.hpp"

namespace clamator::codegen {

cursor::cursor(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
      point = point << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    }
    text_ += point;
    i += length;
  }
}

void cursor::refuse_syntax(const std::string& cause) const {
  throw pattern_problem(cause + " at character " + std::to_string(at_) +
                        ", so it is no JavaScript regular expression; correct it in the contract");
}

}  // namespace clamator::codegen
