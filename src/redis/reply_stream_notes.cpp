#include "redis/reply_stream_notes.hpp"

#include <iterator>

namespace clamator::redis::detail {

bool reply_stream_notes::due(std::string_view stream, time_point now) {
  if (key_.empty() || now < refused_until_) return false;
  if (last_ != nullptr && now - last_->noted < period_ && last_->stream == stream) return false;
  if (stream.size() > longest) return true;
  if (const auto known = found_.find(stream); known != found_.end()) {
    last_ = &*known->second;
    if (now - last_->noted < period_) return false;
    known->second->noted = now;
    notes_.splice(notes_.end(), notes_, known->second);
    return true;
  }
  notes_.push_back({std::string(stream), now});
  try {
    found_.emplace(notes_.back().stream, std::prev(notes_.end()));
  } catch (...) {
    notes_.pop_back();
    throw;
  }
  last_ = &notes_.back();
  if (notes_.size() > most) forget(notes_.front().stream);
  return true;
}

void reply_stream_notes::forget(std::string_view stream) {
  const auto known = found_.find(stream);
  if (known == found_.end()) return;
  const auto gone = known->second;
  if (last_ == &*gone) last_ = nullptr;
  found_.erase(known);
  notes_.erase(gone);
}

void reply_stream_notes::forget_all() noexcept {
  last_ = nullptr;
  found_.clear();
  notes_.clear();
}

bool reply_stream_notes::refused(std::string_view error, time_point now) {
  forget_all();
  refused_until_ = now + period_;
  if (problem_ == error) return false;
  problem_ = error;
  return true;
}

}  // namespace clamator::redis::detail
