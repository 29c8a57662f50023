// What one call may ask for itself.
#pragma once

#include <chrono>
#include <type_traits>

namespace clamator {

namespace detail {

// Longer waits are taken for this one: a hundred years, which every clock can add to its now.
inline constexpr std::chrono::milliseconds longest_wait = std::chrono::hours(24) * 365 * 100;

}  // namespace detail

// May stand in an expression with co_await, also with g++ 12.
struct call_options {
  // How long the caller waits, from the call to its reply; 0 takes the client's default_timeout.
  std::chrono::milliseconds timeout{0};
  // When it stops waiting at the latest, whatever `timeout` says. A handler's call_context converts to
  // options that have its caller's.
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
};

// g++ 12 copies an aggregate inside an expression with co_await bit by bit, which only this survives.
static_assert(std::is_trivially_copyable_v<call_options>);

}  // namespace clamator
