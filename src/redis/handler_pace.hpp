// When the handlers that run will end, where they take as long as each other. Decides and does nothing; for
// one thread at a time.
//
// Requests are begun in the order in which they came, so how many there are tells which of them run: as many
// of the first as there are workers.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include <boost/circular_buffer.hpp>

namespace clamator::redis::detail {

class handler_pace {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  using duration = std::chrono::nanoseconds;

  explicit handler_pace(std::size_t workers) : begun_(workers) {}

  // A request came to a free worker, beside `held` that were there.
  void begin(time_point now, std::size_t held);
  // One was finished, and `held` others run or wait.
  void finish(time_point now, std::size_t held);

  // Whether they took as long as each other, of late: a single one that takes long among short ones has it
  // false for some twenty.
  bool steady() const noexcept { return samples_ && deviation_ <= took_ / 8; }
  // How long they took, on average of late, and by how much they differed from that.
  duration took() const noexcept { return took_; }
  duration deviation() const noexcept { return deviation_; }

  // How many are expected to end before `now` + `ahead`. One that should have ended `ahead` ago and did not
  // is not expected any more: nobody knows when it will.
  std::size_t ending(time_point now, duration ahead) const noexcept;
  // When the first one that began after `passed` others is expected to end; nothing where none did.
  std::optional<time_point> end_after(std::size_t passed) const noexcept;

 private:
  boost::circular_buffer<time_point> begun_;  // when, of those that run
  duration took_{};
  duration deviation_{};
  bool samples_ = false;
};

}  // namespace clamator::redis::detail
