// Time and chance of this program: what libraries take for the steady clock and for the system's random
// numbers is under the control of a schedule, so that a seed alone decides what happens.
//
// The program defines std::chrono::steady_clock::now() and what std::random_device reads, and its definitions
// go before those of the shared libraries.
#pragma once

#include <chrono>
#include <cstdint>

namespace clamator::simulation {

using time_point = std::chrono::steady_clock::time_point;

class virtual_time {
 public:
  // Back to the beginning, with other random numbers.
  static void restart(std::uint64_t seed);
  static time_point now() noexcept;
  // Milliseconds as Redis's clock has them.
  static std::int64_t wall() noexcept;
  // Not backwards.
  static void advance_to(time_point then) noexcept;
};

}  // namespace clamator::simulation
