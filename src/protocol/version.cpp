#include <clamator/version.hpp>

namespace clamator {

std::string_view version() noexcept {
  return CLAMATOR_VERSION_STRING;
}

}  // namespace clamator
