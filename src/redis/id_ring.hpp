// Records in the order of their stream ids, in one run of memory. As a rule they come at the end and go from
// the front, and then nothing is searched, moved or allocated: two trees in its place were a tenth of a
// server's work.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

#include <boost/circular_buffer.hpp>

#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

// Record has a member `id`. One record for each id. Pointers and iterators are valid until the next put() or
// erase().
template <class Record>
class id_ring {
 public:
  using iterator = typename boost::circular_buffer<Record>::iterator;
  using const_iterator = typename boost::circular_buffer<Record>::const_iterator;

  bool empty() const noexcept { return records_.empty(); }
  std::size_t size() const noexcept { return records_.size(); }
  const Record& front() const noexcept { return records_.front(); }
  const_iterator begin() const noexcept { return records_.begin(); }
  const_iterator end() const noexcept { return records_.end(); }

  const Record* find(stream_id id) const noexcept { return at(records_, id); }
  Record* find(stream_id id) noexcept { return at(records_, id); }

  // The last whose id is below `id`; null where there is none.
  const Record* before(stream_id id) const noexcept {
    const auto next = lower(records_, id);
    return next == records_.begin() ? nullptr : &*std::prev(next);
  }

  // Takes it in, in place of one under its id. Throws std::bad_alloc, and nothing has changed then.
  Record& put(const Record& record) {
    if (Record* const same = find(record.id)) return *same = record;
    if (records_.full()) records_.set_capacity(std::max<std::size_t>(16, 2 * records_.capacity()));
    return *records_.insert(lower(records_, record.id), record);
  }

  // `record` is one of these.
  void erase(const Record& record) noexcept {
    const auto which = lower(records_, record.id);
    if (which == records_.begin()) return records_.pop_front();
    const bool nearer_to_front = which - records_.begin() < records_.end() - which;
    nearer_to_front ? records_.rerase(which) : records_.erase(which);
  }
  void pop_front() noexcept { records_.pop_front(); }
  void clear() noexcept { records_.clear(); }

 private:
  template <class Records>
  static auto lower(Records& records, stream_id id) noexcept {
    if (records.empty() || records.back().id < id) return records.end();
    if (!(records.front().id < id)) return records.begin();
    return std::lower_bound(records.begin(), records.end(), id,
                            [](const Record& record, stream_id sought) { return record.id < sought; });
  }
  template <class Records>
  static auto at(Records& records, stream_id id) noexcept -> decltype(&*records.begin()) {
    const auto found = lower(records, id);
    return found != records.end() && found->id == id ? &*found : nullptr;
  }

  boost::circular_buffer<Record> records_;
};

}  // namespace clamator::redis::detail
