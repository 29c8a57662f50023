// What a reply is made of once it is parsed: a flat run of nodes in pre-order, which say where in the
// received bytes each element stands. Nothing is copied out of those bytes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace clamator::redis::resp {

// RESP2's types. A null bulk string ($-1) and a null array (*-1) are both `null`.
enum class kind : unsigned char {
  simple_string,  // a line: +OK
  error,          // a line: -ERR unknown command
  integer,        // :1
  bulk,           // any bytes
  null,           // nothing
  array,          // of any of these
};

// One element.
struct node {
  kind type = kind::null;  // what it is
  // Nodes of this element, itself and all that it holds: the next sibling stands that many nodes further.
  std::uint32_t span = 1;
  // Of the text's first byte, counted from the reply's first byte; 0 where there is no text.
  std::size_t offset = 0;
  // simple_string, error, bulk: bytes of text. integer: the number. array: elements. null: 0.
  std::int64_t value = 0;
};

}  // namespace clamator::redis::resp
