// How deep JSON may nest. Nested values are read and written by recursion, so this bounds the stack as well.
#pragma once

namespace clamator::json {

// Of what is read, unless an option says otherwise: deeper than peers write by themselves.
inline constexpr unsigned default_depth = 256;

// The most that an option may ask for, and that is written at all: less than 256 kB of stack when optimised.
inline constexpr unsigned deepest = 1000;

}  // namespace clamator::json
