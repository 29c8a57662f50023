// The Python files that all generated modules share, word for word.
#pragma once

namespace clamator::codegen::python::support {

extern const char* const models;
extern const char* const emoji;
extern const char* const formats;
extern const char* const url;

}  // namespace clamator::codegen::python::support
