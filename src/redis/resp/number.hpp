// The number lines of RESP: what stands between a type byte and CRLF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clamator::redis::resp {

enum class number_state : unsigned char { complete, need_more, malformed };

struct number_line {
  number_state state;
  std::int64_t value = 0;
  std::size_t end = 0;  // offset behind the line's LF
};

// Reads a signed decimal of 64 bits and its CRLF from `begin` on. A line that is not all there is read again
// from its start next time, which costs little: one of more than 20 characters is malformed.
number_line read_number_line(std::string_view received, std::size_t begin) noexcept;

}  // namespace clamator::redis::resp
