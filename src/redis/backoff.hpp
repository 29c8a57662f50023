// How long to wait before connecting again.
#pragma once

#include <algorithm>
#include <chrono>
#include <random>

namespace clamator::redis::detail {

// Doubles from `min` to `max`; each wait is between half of that and all of it, by chance, so that many who
// lost the same server do not come back at the same moment.
class backoff {
 public:
  backoff(std::chrono::milliseconds min, std::chrono::milliseconds max)
      : min_(min), max_(max), current_(min), random_(std::random_device{}()) {}

  std::chrono::milliseconds next() {
    const auto full = current_;
    current_ = std::min(current_ * 2, max_);
    return std::chrono::milliseconds(
        std::uniform_int_distribution<long>(full.count() / 2, full.count())(random_));
  }
  void reset() noexcept { current_ = min_; }

 private:
  std::chrono::milliseconds min_;
  std::chrono::milliseconds max_;
  std::chrono::milliseconds current_;
  std::minstd_rand random_;
};

}  // namespace clamator::redis::detail
