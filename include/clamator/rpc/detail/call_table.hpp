// All calls of one client: which may be sent, which wait, whom a reply belongs to, who has waited long
// enough. Decides and does nothing: no sockets, and time is passed in. For one thread at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <clamator/rpc/detail/call_record.hpp>
#include <clamator/rpc/detail/watched_count.hpp>

namespace clamator::detail {

class call_table {
 public:
  using time_point = timer_wheel::time_point;
  using queue = boost::intrusive::list<call_record, boost::intrusive::constant_time_size<false>>;

  // How long before its deadline a call that no server has begun is withdrawn, so that its end can say so.
  static constexpr std::chrono::milliseconds closing_time{16};

  // At most `max_in_flight` calls have a place at a time; the others wait for one in order.
  call_table(time_point now, std::size_t max_in_flight);
  ~call_table();
  call_table(const call_table&) = delete;
  call_table& operator=(const call_table&) = delete;

  // Any thread, as the next.
  std::size_t size() const noexcept { return size_; }
  std::size_t in_flight() const noexcept { return places_taken_; }

  // So that the next add() does not throw. Throws std::bad_alloc.
  void make_room();
  // Takes a call in, with its deadline.
  void add(std::unique_ptr<call_record> record, time_point deadline);

  // The next call to give to the transport, which is then in state sent; null where there is none.
  call_record* next_to_send() noexcept;
  // The transport did not take it after all: it is the next one again, before all that came after it.
  void return_unsent(call_record& record) noexcept;

  // It is to be sent again, when the time has come.
  void hold(call_record& record) noexcept { held_.push_back(record); }
  // The next that was held, which is then in state sent; null where there is none.
  call_record* next_held() noexcept;

  call_record* find(const call_id& id) const noexcept;

  // Takes a call out and gives its place to the one that has waited longest.
  std::unique_ptr<call_record> take(call_record& record) noexcept;

  // The next call that was accepted and whose deadline is near, once; null when there are no more. Found by
  // take_expired().
  call_record* next_closing() noexcept;
  // One call whose deadline is at or before `now`; null when there are no more.
  std::unique_ptr<call_record> take_expired(time_point now) noexcept;
  // Any call; null when there are none.
  std::unique_ptr<call_record> take_any() noexcept;

  // Takes back in what take_any() gave, as a call whose caller has gone and that no deadline ends.
  void put_back_abandoned(std::unique_ptr<call_record> record) noexcept;

  // The caller has gone: takes the call out where it has not been sent. Otherwise its place stays taken,
  // since a reply may still fill the reply stream's bound, and null comes back.
  std::unique_ptr<call_record> abandon(call_record& record) noexcept;

  std::optional<time_point> next_wake() const noexcept { return wheel_.next_wake(); }

 private:
  std::size_t home(const call_id& id) const noexcept { return static_cast<std::size_t>(id.low) & mask_; }
  void place(call_record* record) noexcept;
  void grow();
  void erase_slot(const call_id& id) noexcept;
  void promote() noexcept;

  std::size_t max_in_flight_;
  watched_count places_taken_;
  watched_count size_;
  std::uint64_t next_sequence_ = 0;
  std::size_t mask_;
  std::size_t any_at_ = 0;  // where take_any() looks first
  // Open addressing with linear probing: the ids are random, and a look-up touches one cache line as a rule
  // (7 ns against 113 ns for a node-based map over the id's text).
  std::vector<call_record*> slots_;
  timer_wheel wheel_;
  queue waiting_;
  queue unsent_;
  queue closing_;
  queue held_;
};

}  // namespace clamator::detail
