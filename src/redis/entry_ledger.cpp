#include "redis/entry_ledger.hpp"

#include <algorithm>
#include <utility>

namespace clamator::redis::detail {

entry_ledger::verdict entry_ledger::take(stream_id id, const delivery* what, std::size_t content,
                                         lease_time since) {
  if (finished_.contains(id) && !contradicts(id, content)) return verdict::finished;
  const holding taken{what, content, since};
  holding& entry = held_.try_emplace(held_.end(), id, taken)->second;
  if (entry.content != content) {
    handled_ -= entry.what == nullptr;
    entry = taken;
  }
  if (entry.what == what) return verdict::fresh;
  // Whoever had it meanwhile has it no more.
  entry.lost = false;
  entry.since = since;
  return entry.what == nullptr ? verdict::finished : verdict::held;
}

void entry_ledger::finish(stream_id id) {
  const auto found = held_.find(id);
  if (found != held_.end()) {
    finished_.insert_or_assign(finished_.end(), id, found->second.content);
    erase(found);
  }
  raise_floor();
}

void entry_ledger::forget(stream_id id) {
  const auto found = held_.find(id);
  if (found != held_.end()) erase(found);
}

void entry_ledger::erase(std::map<stream_id, holding>::iterator held) {
  handled_ -= held->second.what == nullptr;
  held_.erase(held);
}

bool entry_ledger::contradicts(stream_id id, std::size_t content) const {
  const auto found = finished_.find(id);
  return found != finished_.end() && found->second != content;
}

const delivery* entry_ledger::handled(stream_id id) {
  const auto found = held_.find(id);
  if (found == held_.end() || found->second.what == nullptr) return nullptr;
  ++handled_;
  return std::exchange(found->second.what, nullptr);
}

void entry_ledger::not_handled(stream_id id, const delivery* what) {
  const auto found = held_.find(id);
  if (found == held_.end() || found->second.what != nullptr) return;
  --handled_;
  found->second.what = what;
}

const delivery* entry_ledger::find(stream_id id) const noexcept {
  const auto found = held_.find(id);
  return found == held_.end() ? nullptr : found->second.what;
}

void entry_ledger::lose(stream_id id) {
  const auto found = held_.find(id);
  if (found != held_.end()) found->second.lost = true;
}

std::vector<stream_id> entry_ledger::leased_since(time_point since) const {
  std::vector<stream_id> ids;
  for (const auto& [id, entry] : held_) {
    if (entry.since.here <= since && !entry.lost) ids.push_back(id);
  }
  return ids;
}

void entry_ledger::renew(stream_id id, lease_time at) {
  const auto found = held_.find(id);
  if (found != held_.end()) found->second.since = at;
}

bool entry_ledger::lapsed(stream_id id, std::chrono::milliseconds now,
                          std::chrono::milliseconds lease) const {
  const auto found = held_.find(id);
  return found != held_.end() && now - found->second.since.redis >= lease;
}

void entry_ledger::learn_handled(stream_id id) {
  if (id > floor_ && (held_.empty() || id < held_.begin()->first)) floor_ = id;
}

void entry_ledger::forget_history() {
  finished_.clear();
  floor_ = {};
}

// Everything that this server has seen and that lies below what it still holds is handled.
void entry_ledger::raise_floor() {
  const auto end = held_.empty() ? finished_.end() : finished_.lower_bound(held_.begin()->first);
  if (end != finished_.begin()) floor_ = std::max(floor_, std::prev(end)->first);
  while (finished_.size() > memory) finished_.erase(finished_.begin());
}

}  // namespace clamator::redis::detail
