// All deadlines of a client behind one timer. Time is passed in; nothing here knows a clock.
//
// A timer of Asio's own for each call costs a heap entry and two allocations, 0.25 us a call; here a deadline
// is a list node in one of 512 slots of 8 ms. What is further away than one turn (4 s) stays in its slot and
// is looked at once a turn.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace clamator::detail {

class timer_wheel {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::milliseconds tick{8};
  static constexpr std::size_t slots = 512;

  // Derive what has a deadline from it. It must not move or die while it is in a wheel.
  struct node {
    using time_point = timer_wheel::time_point;
    time_point deadline{};
    node* previous = nullptr;
    node* next = nullptr;
    bool linked() const noexcept { return previous != nullptr; }
  };

  explicit timer_wheel(time_point start);
  timer_wheel(const timer_wheel&) = delete;
  timer_wheel& operator=(const timer_wheel&) = delete;

  // Adds a node that is in no wheel, by its deadline.
  void insert(node& item) noexcept;
  // Takes it out; nothing happens where it is in none.
  void remove(node& item) noexcept;

  // Takes out one node whose deadline is at or before `now`; null when there are no more. Never early, and
  // late by less than one tick where it is called when next_wake() says.
  node* pop_expired(time_point now) noexcept;

  // When to look again: the end of the earliest slot with anything in it.
  std::optional<time_point> next_wake() const noexcept;

 private:
  std::uint64_t tick_of(time_point time) const noexcept;

  time_point start_;
  std::uint64_t current_ = 0;  // all slots before this tick are done
  std::array<node, slots> heads_;
  std::array<std::uint64_t, slots / 64> occupied_{};
};

}  // namespace clamator::detail
