#include <clamator/rpc/detail/timer_wheel.hpp>

namespace clamator::detail {

timer_wheel::timer_wheel(time_point start) : start_(start) {
  for (node& head : heads_) head.previous = head.next = &head;
}

// Rounded up, so that a node is never due before its deadline.
std::uint64_t timer_wheel::tick_of(time_point time) const noexcept {
  if (time <= start_) return 0;
  return static_cast<std::uint64_t>((time - start_ + tick - std::chrono::nanoseconds(1)) / tick);
}

void timer_wheel::insert(node& item) noexcept {
  std::uint64_t due = tick_of(item.deadline);
  if (due < current_) due = current_;
  const std::size_t slot = due % slots;
  node& head = heads_[slot];
  item.previous = head.previous;
  item.next = &head;
  head.previous->next = &item;
  head.previous = &item;
  occupied_[slot / 64] |= std::uint64_t{1} << slot % 64;
}

void timer_wheel::remove(node& item) noexcept {
  if (!item.linked()) return;
  item.previous->next = item.next;
  item.next->previous = item.previous;
  item.previous = item.next = nullptr;
}

timer_wheel::node* timer_wheel::pop_expired(time_point now) noexcept {
  if (now < start_) return nullptr;
  const auto now_tick = static_cast<std::uint64_t>((now - start_) / tick);
  // After a long pause one whole turn sees every slot.
  if (now_tick >= slots && current_ < now_tick - slots) current_ = now_tick - slots;
  for (; current_ <= now_tick; ++current_) {
    const std::size_t slot = current_ % slots;
    node& head = heads_[slot];
    for (node* item = head.next; item != &head; item = item->next) {
      if (item->deadline > now) continue;
      remove(*item);
      return item;
    }
    if (head.next == &head) occupied_[slot / 64] &= ~(std::uint64_t{1} << slot % 64);
  }
  return nullptr;
}

std::optional<timer_wheel::time_point> timer_wheel::next_wake() const noexcept {
  for (std::uint64_t i = 0; i < slots;) {
    const std::size_t slot = (current_ + i) % slots;
    const std::uint64_t word = occupied_[slot / 64] >> slot % 64;
    if (word == 0) {
      i += 64 - slot % 64;
      continue;
    }
    i += static_cast<std::uint64_t>(__builtin_ctzll(word));
    return start_ + tick * (current_ + i);
  }
  return std::nullopt;
}

}  // namespace clamator::detail
