#include "redis/reply_stream_faults.hpp"

namespace clamator::redis::detail {

bool reply_stream_faults::is_news(std::string_view stream, std::string_view problem, time_point now) {
  const std::lock_guard lock(mutex_);
  const auto known = faults_.find(stream);
  if (known != faults_.end()) {
    if (known->second.problem == problem && now - known->second.said < period) return false;
    known->second = {std::string(problem), now};
    return true;
  }
  if (faults_.size() >= most)
    std::erase_if(faults_, [now](const auto& each) { return now - each.second.said >= period; });
  if (faults_.size() >= most) return false;
  faults_.emplace(stream, fault{std::string(problem), now});
  return true;
}

}  // namespace clamator::redis::detail
