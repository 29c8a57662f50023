#include "text/reading_direction.hpp"

namespace clamator::codegen {

bool turns_direction(std::string_view at) {
  if (at.size() < 3 || at[0] != '\xE2') return false;
  const auto last = static_cast<unsigned char>(at[2]);
  return (at[1] == '\x80' && last >= 0xAA && last <= 0xAE) ||
         (at[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

}  // namespace clamator::codegen
