#include "redis/entry_ledger.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace clamator::redis::detail {

entry_ledger::verdict entry_ledger::take(stream_id id, const delivery* what, std::size_t content,
                                         lease_time since) {
  const past* const before = finished_.find(id);
  if (before != nullptr && before->content == content) return verdict::finished;
  const holding taken{id, what, content, since};
  holding* const held = held_.find(id);
  if (held == nullptr) {
    held_.put(taken);
    return verdict::fresh;
  }
  if (held->content != content) {
    handled_ -= held->what == nullptr;
    *held = taken;
    return verdict::fresh;
  }
  // Whoever had it meanwhile has it no more.
  held->lost = false;
  held->since = since;
  return held->what == nullptr ? verdict::finished : verdict::held;
}

void entry_ledger::finish(stream_id id) {
  if (const holding* const held = held_.find(id)) {
    finished_.put({id, held->content});
    erase(*held);
  }
  raise_floor();
}

void entry_ledger::forget(stream_id id) {
  if (const holding* const held = held_.find(id)) erase(*held);
}

void entry_ledger::erase(const holding& held) {
  handled_ -= held.what == nullptr;
  held_.erase(held);
}

bool entry_ledger::contradicts(stream_id id, std::size_t content) const {
  const past* const found = finished_.find(id);
  return found != nullptr && found->content != content;
}

const delivery* entry_ledger::handled(stream_id id) {
  holding* const found = held_.find(id);
  if (found == nullptr || found->what == nullptr) return nullptr;
  ++handled_;
  return std::exchange(found->what, nullptr);
}

void entry_ledger::not_handled(stream_id id, const delivery* what) {
  holding* const found = held_.find(id);
  if (found == nullptr || found->what != nullptr) return;
  --handled_;
  found->what = what;
}

const delivery* entry_ledger::find(stream_id id) const noexcept {
  const holding* const found = held_.find(id);
  return found == nullptr ? nullptr : found->what;
}

void entry_ledger::lose(stream_id id) {
  if (holding* const found = held_.find(id)) found->lost = true;
}

std::vector<stream_id> entry_ledger::leased_since(time_point since) const {
  std::vector<stream_id> ids;
  for (const holding& entry : held_) {
    if (entry.since.here <= since && !entry.lost) ids.push_back(entry.id);
  }
  return ids;
}

void entry_ledger::renew(stream_id id, lease_time at) {
  if (holding* const found = held_.find(id)) found->since = at;
}

bool entry_ledger::lapsed(stream_id id, std::chrono::milliseconds now,
                          std::chrono::milliseconds lease) const {
  const holding* const found = held_.find(id);
  return found != nullptr && now - found->since.redis >= lease;
}

void entry_ledger::learn_handled(stream_id id) {
  if (id > floor_ && (held_.empty() || id < held_.front().id)) floor_ = id;
}

void entry_ledger::forget_history() {
  finished_.clear();
  floor_ = {};
}

// Everything that this server has seen and that lies below what it still holds is handled.
void entry_ledger::raise_floor() {
  constexpr stream_id beyond_all{~std::uint64_t{0}, ~std::uint64_t{0}};
  const past* const last = finished_.before(held_.empty() ? beyond_all : held_.front().id);
  if (last != nullptr) floor_ = std::max(floor_, last->id);
  while (finished_.size() > memory) finished_.pop_front();
}

}  // namespace clamator::redis::detail
