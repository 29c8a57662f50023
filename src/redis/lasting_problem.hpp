// Something that goes wrong and is tried again: said once, and known for as long as it lasts.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

#include <clamator/rpc/health.hpp>

namespace clamator::redis::detail {

// Any thread. Costs a look at a flag while all is well.
class lasting_problem {
 public:
  // It is there; whether that is news, since it was not there, or was another.
  bool set(std::string_view text);
  // It is over; whether it was there.
  bool clear();
  // Adds it to `now` where it is there, behind `what`.
  void add_to(health& now, std::string_view what) const;

 private:
  mutable std::mutex mutex_;
  std::string text_;
  std::chrono::steady_clock::time_point since_{};
  std::atomic<bool> there_ = false;
};

}  // namespace clamator::redis::detail
