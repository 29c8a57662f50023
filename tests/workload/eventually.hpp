// Waiting for what must come to be, and for nothing else.
#pragma once

#include <chrono>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>

namespace clamator::test {

// Far more than anything here takes: a machine under sanitizers and other load must not fail a test.
inline constexpr std::chrono::seconds patience{30};

// Returns when `condition` holds; throws with `what` if it never does.
template <class Condition>
void eventually(const std::string& what, Condition condition, std::chrono::milliseconds within = patience) {
  const auto deadline = std::chrono::steady_clock::now() + within;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) throw std::runtime_error("it never came to be: " + what);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

// The result of what was begun, or what it threw.
template <class T>
T finished(std::future<T> begun) {
  if (begun.wait_for(patience) != std::future_status::ready) {
    throw std::runtime_error("an operation did not end within " + std::to_string(patience.count()) + " s");
  }
  return begun.get();
}

}  // namespace clamator::test
