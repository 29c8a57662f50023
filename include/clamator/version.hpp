// Which version of the library this is. CMakeLists.txt reads it here.
#pragma once

#include <string_view>

#include <clamator/export.hpp>

// Grows with a change that breaks programs, from 1.0 on.
#define CLAMATOR_VERSION_MAJOR 0
// Grows with what is new; below 1.0 also with a change that breaks programs.
#define CLAMATOR_VERSION_MINOR 1
// Grows with what is mended only.
#define CLAMATOR_VERSION_PATCH 0

// What CLAMATOR_VERSION_STRING is made with: a number as a literal.
#define CLAMATOR_TEXT_OF(number) #number
// What CLAMATOR_VERSION_STRING is made with: three numbers as one literal.
#define CLAMATOR_VERSION_TEXT(major, minor, patch) \
  CLAMATOR_TEXT_OF(major) "." CLAMATOR_TEXT_OF(minor) "." CLAMATOR_TEXT_OF(patch)
// The version of the headers as a literal: "0.1.0".
#define CLAMATOR_VERSION_STRING \
  CLAMATOR_VERSION_TEXT(CLAMATOR_VERSION_MAJOR, CLAMATOR_VERSION_MINOR, CLAMATOR_VERSION_PATCH)

namespace clamator {

// The version of the headers that a program was compiled with.
inline constexpr std::string_view header_version = CLAMATOR_VERSION_STRING;

// The version of the library that it runs with: another one than header_version where a shared library was
// replaced, which is right within one minor version of 0.x. Any thread.
CLAMATOR_EXPORT std::string_view version() noexcept;

}  // namespace clamator
