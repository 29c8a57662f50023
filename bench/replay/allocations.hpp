// Whether what runs is counted, and how much memory it asks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

namespace bench::replay {

inline constinit bool counts_now = false;

// Asked with each piece of memory, so it costs no call.
inline bool is_counted() noexcept {
  return counts_now;
}

// Whether it is counted, for as long as this is there.
class counting {
 public:
  explicit counting(bool on) noexcept : before_(std::exchange(counts_now, on)) {}
  ~counting() { counts_now = before_; }
  counting(const counting&) = delete;
  counting& operator=(const counting&) = delete;

 private:
  bool before_;
};

struct allocated {
  std::uint64_t times = 0;
  std::uint64_t bytes = 0;
};

// From now on. Without this nothing is noted, so that the noting is not among the instructions of a call.
void note_allocations() noexcept;
// All that was noted.
allocated all_allocations() noexcept;

// Called wherever what is counted asks for memory.
void note_allocation(std::size_t bytes) noexcept;

}  // namespace bench::replay
