// Time and chance of this program: what libraries take for the steady clock, for timers of the kernel and for
// the system's random numbers are under the control of a schedule, so that a seed alone decides what happens.
//
// The program defines std::chrono::steady_clock::now(), std::random_device and the timerfd functions that Asio
// uses, and its definitions go before those of the shared libraries.
#pragma once

#include <chrono>
#include <cstdint>

#include <boost/asio/io_context.hpp>

namespace clamator::simulation {

using time_point = std::chrono::steady_clock::time_point;

class virtual_time {
 public:
  // Back to the beginning, with other random numbers.
  static void restart(std::uint64_t seed);
  static time_point now() noexcept;
  // Milliseconds as Redis's clock has them.
  static std::int64_t wall() noexcept;
  // Not backwards. Timers that are due fire with the next poll of their context.
  static void advance_to(time_point then);
};

// The kernel's timer of a context that has just been made. Goes before the context does, since the kernel gives a
// descriptor's number to others then.
class timer_watch {
 public:
  explicit timer_watch(boost::asio::io_context& context);
  ~timer_watch();
  timer_watch(const timer_watch&) = delete;
  timer_watch& operator=(const timer_watch&) = delete;

  // time_point::max() where none is set.
  time_point next() const noexcept;
  bool due() const noexcept { return next() <= virtual_time::now(); }

 private:
  int descriptor_;
};

}  // namespace clamator::simulation
