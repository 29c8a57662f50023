#include "redis/read_ahead.hpp"

#include <algorithm>

namespace clamator::redis::detail {

// Where nothing else was held, what came before says nothing about speed.
void read_ahead::begin(time_point now, std::size_t held) {
  if (held == 0) last_ = now;
  pace_.begin(now, held);
}

void read_ahead::finish(time_point now, std::size_t held) {
  const std::chrono::nanoseconds took = now - last_;
  last_ = now;
  interval_ = interval_.count() < 0 ? took : interval_ + (took - interval_) / 8;
  at_once_ = took > slow && now - last_at_once_ >= apart;
  if (at_once_) last_at_once_ = now;
  pace_.finish(now, held);
}

// How long a read takes that does not wait is the least of late. A wait is known from being much longer.
void read_ahead::came(std::size_t asked, std::size_t found, std::chrono::nanoseconds took) noexcept {
  if (found > 0) {
    const std::chrono::nanoseconds grown = std::min<std::chrono::nanoseconds>(turnaround_ * 9 / 8, horizon);
    turnaround_ = turnaround_.count() < 0 ? took : std::min(took, grown);
  }
  more_waits_ = found >= asked && took <= 4 * turnaround_;
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
  return of_this_size(std::min(batch_, room - held));
}

std::size_t read_ahead::of_this_size(std::size_t count) const noexcept {
  if (count * bytes_ <= batch_bytes) return count;
  return std::max<std::size_t>(1, batch_bytes / bytes_);
}

bool read_ahead::reads_early(std::size_t held) const noexcept {
  return more_waits_ && held >= concurrency_ && pace_.steady() && window() == concurrency_;
}

// Long enough for the read and for what handlers differ by, and little beside what they take: so long may a
// request wait here for a handler, which another server might have begun.
std::chrono::nanoseconds read_ahead::lead() const noexcept {
  return std::min(2 * turnaround_ + pace_.deviation(), pace_.took() / 4);
}

std::size_t read_ahead::early_count(std::size_t held, time_point now) const noexcept {
  if (!reads_early(held)) return 0;
  // Those that end soon after the first are asked for with it.
  const std::size_t room = concurrency_ + pace_.ending(now, lead() * 3 / 2);
  return held < room ? of_this_size(std::min(batch_, room - held)) : 0;
}

std::optional<read_ahead::time_point> read_ahead::next_look(std::size_t held) const noexcept {
  if (!reads_early(held)) return std::nullopt;
  const std::optional<time_point> end = pace_.end_after(held - concurrency_);
  if (!end) return std::nullopt;
  return *end - lead();
}

}  // namespace clamator::redis::detail
