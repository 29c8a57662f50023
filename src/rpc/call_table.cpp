#include <algorithm>

#include <clamator/rpc/detail/call_table.hpp>

namespace clamator::detail {

call_table::call_table(time_point now, std::size_t max_in_flight)
    : max_in_flight_(max_in_flight), mask_(63), slots_(64), wheel_(now) {}

call_table::~call_table() {
  for (call_record* record : slots_) delete record;
}

void call_table::make_room() {
  if ((size_ + 1) * 2 > slots_.size()) grow();
}

void call_table::add(std::unique_ptr<call_record> record, time_point deadline) {
  make_room();
  call_record* added = record.release();
  added->due = deadline;
  added->deadline = deadline - std::min(closing_time, added->call.timeout / 4);
  added->sequence = next_sequence_++;
  wheel_.insert(*added);
  place(added);
  ++size_;
  if (places_taken_ < max_in_flight_) {
    ++places_taken_;
    added->state = call_state::unsent;
    unsent_.push_back(*added);
  } else {
    waiting_.push_back(*added);
  }
}

call_record* call_table::next_to_send() noexcept {
  if (unsent_.empty()) return nullptr;
  call_record& record = unsent_.front();
  unsent_.pop_front();
  record.state = call_state::sent;
  return &record;
}

void call_table::return_unsent(call_record& record) noexcept {
  record.state = call_state::unsent;
  auto at = unsent_.begin();
  while (at != unsent_.end() && at->sequence < record.sequence) ++at;
  unsent_.insert(at, record);
}

call_record* call_table::find(const call_id& id) const noexcept {
  for (std::size_t i = home(id); slots_[i] != nullptr; i = (i + 1) & mask_) {
    if (slots_[i]->call.id == id) return slots_[i];
  }
  return nullptr;
}

std::unique_ptr<call_record> call_table::take(call_record& record) noexcept {
  erase_slot(record.call.id);
  wheel_.remove(record);
  record.unlink();
  --size_;
  if (record.state != call_state::waiting) {
    --places_taken_;
    promote();
  }
  return std::unique_ptr<call_record>(&record);
}

std::unique_ptr<call_record> call_table::take_expired(time_point now) noexcept {
  while (timer_wheel::node* node = wheel_.pop_expired(now)) {
    call_record& record = static_cast<call_record&>(*node);
    if (record.due <= now) return take(record);
    record.deadline = record.due;
    wheel_.insert(record);
    if (record.state == call_state::accepted) closing_.push_back(record);
  }
  return nullptr;
}

call_record* call_table::next_held() noexcept {
  if (held_.empty()) return nullptr;
  call_record& record = held_.front();
  held_.pop_front();
  record.state = call_state::sent;
  return &record;
}

call_record* call_table::next_closing() noexcept {
  if (closing_.empty()) return nullptr;
  call_record& record = closing_.front();
  closing_.pop_front();
  return &record;
}

std::unique_ptr<call_record> call_table::take_any() noexcept {
  if (size_ == 0) return nullptr;
  // Goes on where the last one was, so that emptying the table looks at each slot about once.
  while (slots_[any_at_ & mask_] == nullptr) ++any_at_;
  return take(*slots_[any_at_ & mask_]);
}

void call_table::put_back_abandoned(std::unique_ptr<call_record> record) noexcept {
  call_record* kept = record.release();
  kept->abandoned = true;
  place(kept);
  ++size_;
  ++places_taken_;
}

std::unique_ptr<call_record> call_table::abandon(call_record& record) noexcept {
  if (record.state == call_state::waiting || record.state == call_state::unsent) return take(record);
  record.unlink();
  record.abandoned = true;
  return nullptr;
}

void call_table::promote() noexcept {
  if (waiting_.empty() || places_taken_ >= max_in_flight_) return;
  call_record& next = waiting_.front();
  waiting_.pop_front();
  ++places_taken_;
  next.state = call_state::unsent;
  unsent_.push_back(next);
}

void call_table::place(call_record* record) noexcept {
  std::size_t i = home(record->call.id);
  while (slots_[i] != nullptr) i = (i + 1) & mask_;
  slots_[i] = record;
}

void call_table::grow() {
  std::vector<call_record*> old(slots_.size() * 2);
  old.swap(slots_);
  mask_ = slots_.size() - 1;
  for (call_record* record : old) {
    if (record != nullptr) place(record);
  }
}

// Closes the gap by moving back what was pushed past it, so that no probe ever meets a hole too early.
void call_table::erase_slot(const call_id& id) noexcept {
  std::size_t hole = home(id);
  while (slots_[hole]->call.id != id) hole = (hole + 1) & mask_;
  for (std::size_t i = (hole + 1) & mask_; slots_[i] != nullptr; i = (i + 1) & mask_) {
    const std::size_t wanted = home(slots_[i]->call.id);
    if (((i - wanted) & mask_) >= ((i - hole) & mask_)) {
      slots_[hole] = slots_[i];
      hole = i;
    }
  }
  slots_[hole] = nullptr;
}

}  // namespace clamator::detail
