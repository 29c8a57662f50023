#include "redis/lasting_problem.hpp"

namespace clamator::redis::detail {

bool lasting_problem::set(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (text_ == text && there_) return false;
  text_ = text;
  if (!there_.exchange(true)) since_ = std::chrono::steady_clock::now();
  return true;
}

bool lasting_problem::clear() {
  return there_.load(std::memory_order_relaxed) && there_.exchange(false);
}

void lasting_problem::add_to(health& now, std::string_view what) const {
  const std::lock_guard lock(mutex_);
  if (!there_) return;
  const auto lasting = std::chrono::steady_clock::now() - since_;
  now.add(std::string(what) + text_, std::chrono::duration_cast<std::chrono::milliseconds>(lasting));
}

}  // namespace clamator::redis::detail
