// A number that one thread at a time counts and any other may look at.
#pragma once

#include <atomic>
#include <cstddef>

namespace clamator::detail {

// Counting costs what it costs with a plain number.
class watched_count {
 public:
  operator std::size_t() const noexcept { return value_.load(std::memory_order_relaxed); }
  void operator++() noexcept { value_.store(*this + 1, std::memory_order_relaxed); }
  void operator--() noexcept { value_.store(*this - 1, std::memory_order_relaxed); }

 private:
  std::atomic<std::size_t> value_ = 0;
};

}  // namespace clamator::detail
