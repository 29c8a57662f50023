// What one call may ask for itself.
#pragma once

#include <chrono>
#include <type_traits>

namespace clamator {

struct call_options {
  // How long the caller waits, from the call to its reply; 0 takes the client's default_timeout.
  std::chrono::milliseconds timeout{0};
};

// g++ 12 copies an aggregate inside an expression with co_await bit by bit, which only this survives.
static_assert(std::is_trivially_copyable_v<call_options>);

}  // namespace clamator
