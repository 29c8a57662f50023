// Which version of the library this is. CMakeLists.txt reads it here.
#pragma once

#include <string_view>

#include <clamator/export.hpp>

#define CLAMATOR_VERSION_MAJOR 0
#define CLAMATOR_VERSION_MINOR 1
#define CLAMATOR_VERSION_PATCH 0

#define CLAMATOR_TEXT_OF(number) #number
#define CLAMATOR_VERSION_TEXT(major, minor, patch) \
  CLAMATOR_TEXT_OF(major) "." CLAMATOR_TEXT_OF(minor) "." CLAMATOR_TEXT_OF(patch)
// "0.1.0"
#define CLAMATOR_VERSION_STRING \
  CLAMATOR_VERSION_TEXT(CLAMATOR_VERSION_MAJOR, CLAMATOR_VERSION_MINOR, CLAMATOR_VERSION_PATCH)

namespace clamator {

// The version of the headers that a program was compiled with.
inline constexpr std::string_view header_version = CLAMATOR_VERSION_STRING;

// The version of the library that it runs with: another one than header_version where a shared library was
// replaced, which is right within one minor version of 0.x. Any thread.
CLAMATOR_EXPORT std::string_view version() noexcept;

}  // namespace clamator
