// What an observer was told.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

#include <clamator/rpc/observer.hpp>

namespace clamator::test {

class observed_events final : public observer {
 public:
  struct line {
    event what;
    std::string service;
    std::string subject;
    std::string reason;
    std::uint64_t times;
    std::chrono::nanoseconds took;
  };

  void happened(const occurrence& what) noexcept override;

  // How often it happened.
  std::uint64_t count(event what) const;
  // All of one kind, in their order.
  std::vector<line> all(event what) const;
  // How often with that subject or reason.
  std::uint64_t count(event what, const std::string& word) const;
  // Returns when it has happened so often.
  void wait_for(event what, std::uint64_t times = 1) const;
  void wait_for(event what, const std::string& word) const;
  // The names of those that happened, with their numbers, for a failed test.
  std::string text() const;

 private:
  mutable std::mutex mutex_;
  std::vector<line> lines_;
};

}  // namespace clamator::test
