// The "jsonrpc" member that every envelope has.
#pragma once

#include <clamator/protocol/json/reader.hpp>

namespace clamator::detail {

// Consumes the member's value; whether it is the "2.0" that it must be.
inline bool read_version(json::reader& in) {
  if (in.accept_string("\"2.0\"")) return true;
  if (in.peek() == json::token::string) return in.read_string() == "2.0";
  in.skip();
  return false;
}

}  // namespace clamator::detail
