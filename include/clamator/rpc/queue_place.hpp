// Where a transport keeps a message that was sent: what a client later withdraws it by, and a server finds
// its delivery by.
#pragma once

#include <cstdint>

namespace clamator {

// In the transport's own terms, and never used for a second message. All zeros: it cannot be withdrawn.
struct queue_place {
  std::uint64_t high = 0;  // its first half
  std::uint64_t low = 0;   // its second

  // Whether it is one.
  explicit operator bool() const noexcept { return high != 0 || low != 0; }
  // Member by member.
  friend bool operator==(const queue_place&, const queue_place&) = default;
};

}  // namespace clamator
