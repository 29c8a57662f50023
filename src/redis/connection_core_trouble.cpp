// The part of a connection that says how it fares.
#include <clamator/rpc/detail/executor_probe.hpp>

#include "redis/connection_core.hpp"

namespace clamator::redis::detail {

std::chrono::milliseconds connection_core::last_progress() const noexcept {
  const auto age = std::chrono::steady_clock::now() - last_progress_.load(std::memory_order_relaxed);
  return std::chrono::duration_cast<std::chrono::milliseconds>(age);
}

// A silence that is the executor's own is told of it already.
bool connection_core::add_health(health& now) const {
  constexpr auto slack = clamator::detail::executor_probe::slack;
  if (!ready()) {
    const std::lock_guard lock(trouble_mutex_);
    const auto lasting = std::chrono::steady_clock::now() - trouble_since_;
    if (!trouble_.empty()) now.add(trouble_, std::chrono::duration_cast<std::chrono::milliseconds>(lasting));
    return trouble_.empty();
  }
  const auto silent = last_progress() - blocking_;
  if (awaiting_.load(std::memory_order_relaxed) && silent > slack && now.executor_silent < slack)
    now.add("no answer from " + address_.text() + ", or none that the executor has taken", silent);
  return true;
}

// Said once, for those who look; each attempt, for those who look for a fault.
void connection_core::say_lost(const std::string& reason, std::chrono::milliseconds pause) {
  const bool news = reason != said_;
  said_ = reason;
  say(news ? log_level::warning : log_level::debug,
      reason + "; connecting again in " + std::to_string(pause.count()) + " ms");
}

void connection_core::observe(event what, std::string_view reason) const {
  if (!observer_) return;
  const std::string where = address_.text();
  observer_->happened({.what = what, .subject = where, .reason = reason});
}

std::string connection_core::trouble() const {
  const std::lock_guard lock(trouble_mutex_);
  return trouble_;
}

void connection_core::set_trouble(std::string reason) {
  const std::lock_guard lock(trouble_mutex_);
  if (trouble_.empty()) trouble_since_ = std::chrono::steady_clock::now();
  trouble_ = std::move(reason);
}

void connection_core::say(log_level level, const std::string& text) const {
  if (log_) log_(level, text);
}

}  // namespace clamator::redis::detail
