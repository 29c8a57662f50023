#include "redis/handler_pace.hpp"

#include <algorithm>

namespace clamator::redis::detail {

// Some may be gone without having been finished: they were lost, or given back.
void handler_pace::begin(time_point now, std::size_t held) {
  while (begun_.size() > held) begun_.pop_front();
  begun_.push_back(now);
}

void handler_pace::finish(time_point now, std::size_t held) {
  if (!begun_.empty()) {
    const duration took = now - begun_.front();
    begun_.pop_front();
    const duration differs = std::chrono::abs(took - took_);
    deviation_ = samples_ ? deviation_ + (differs - deviation_) / 8 : took;
    took_ = samples_ ? took_ + (took - took_) / 8 : took;
    samples_ = true;
  }
  const std::size_t running = std::min(held, begun_.capacity());
  while (begun_.size() > running) begun_.pop_front();
  while (begun_.size() < running) begun_.push_back(now);
}

std::size_t handler_pace::ending(time_point now, duration ahead) const noexcept {
  std::size_t found = 0;
  for (const time_point each : begun_) {
    const time_point end = each + took_;
    if (end > now + ahead) break;
    if (end >= now - ahead) ++found;
  }
  return found;
}

std::optional<handler_pace::time_point> handler_pace::end_after(std::size_t passed) const noexcept {
  if (passed >= begun_.size()) return std::nullopt;
  return begun_[passed] + took_;
}

}  // namespace clamator::redis::detail
