#include "redis/read_ahead.hpp"

#include <algorithm>

namespace clamator::redis::detail {

void read_ahead::finish(time_point now) noexcept {
  const std::chrono::nanoseconds took = now - last_;
  last_ = now;
  interval_ = interval_.count() < 0 ? took : interval_ + (took - interval_) / 8;
}

void read_ahead::came(std::size_t asked, std::size_t found) noexcept {
  if (found < asked) {
    full_ = 0;
    if (asked == batch_) batch_ = std::max(least_batch, batch_ / 2);
  } else if (asked == batch_ && ++full_ >= full_in_a_row) {
    full_ = 0;
    batch_ = std::min(most_batch, 2 * batch_);
  }
}

std::size_t read_ahead::window() const noexcept {
  if (interval_.count() < 0) return concurrency_;
  const auto emptied = static_cast<std::size_t>(horizon / std::max(interval_, std::chrono::nanoseconds(1)));
  return std::max(concurrency_, std::min(most, emptied));
}

std::size_t read_ahead::count(std::size_t held) const noexcept {
  const std::size_t room = window();
  // Refilled when half empty, so that reads stay large.
  if (held > room / 2 && held >= concurrency_) return 0;
  if (held >= room) return 0;
  const std::size_t count = std::min(batch_, room - held);
  if (count * bytes_ <= batch_bytes) return count;
  return std::max<std::size_t>(1, batch_bytes / bytes_);
}

}  // namespace clamator::redis::detail
