// What one server knows of a stream's entries: which it holds, which it has finished, and below which id
// everything is handled. Decides and does nothing; for one thread at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "redis/id_ring.hpp"
#include "redis/stream_id.hpp"

namespace clamator {
class delivery;
}

namespace clamator::redis::detail {

// A moment here, and on Redis's clock, by which others may take what was not renewed.
struct lease_time {
  std::chrono::steady_clock::time_point here;
  std::chrono::milliseconds redis;
};

class entry_ledger {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  // Finished ids that are remembered: an entry may come a second time, from a read whose answer was on its
  // way while it was recovered otherwise, or from a group that was created again.
  static constexpr std::size_t memory = 10'000;

  enum class verdict {
    fresh,     // take it: it is held from now on
    held,      // this server is at it already, and it must not run twice
    finished,  // its handler has run here: acknowledge it again, and no more
  };

  // Redis handed an entry out, not before `since`. `what` is not null, and another for each entry; `content`
  // tells what is in it. An id with another content than before is another entry: its stream was deleted and
  // made again within a millisecond.
  verdict take(stream_id id, const delivery* what, std::size_t content, lease_time since);

  // Its handler has run; its completion comes next. Returns what ran.
  const delivery* handled(stream_id id);
  // There was no memory for that completion: it is where it was.
  void not_handled(stream_id id, const delivery* what);
  // Its completion is in Redis.
  void finish(stream_id id);
  // It was given back, and is not this server's any more.
  void forget(stream_id id);

  // What runs or waits under that id; null where its handler has run, or it is not held.
  const delivery* find(stream_id id) const noexcept;
  // Somebody else has it now. It stays held while it runs, so that it does not run twice here; its lease is
  // not renewed.
  void lose(stream_id id);

  bool holds(stream_id id) const noexcept { return held_.find(id) != nullptr; }
  // Whether nothing that it holds runs or waits: what has run, and whose completion is on its way, does not.
  bool idle() const noexcept { return unhandled() == 0; }
  // How many do.
  std::size_t unhandled() const noexcept { return held_.size() - handled_; }
  // Whether an entry that was finished under that id had another content.
  bool contradicts(stream_id id, std::size_t content) const;
  // Those taken or renewed at or before `since`, for the renewal of their leases.
  std::vector<stream_id> leased_since(time_point since) const;
  // Nobody else had it at that time.
  void renew(stream_id id, lease_time at);
  // Whether others could take it before `now` on Redis's clock, where a lease lasts for `lease`.
  bool lapsed(stream_id id, std::chrono::milliseconds now, std::chrono::milliseconds lease) const;

  // Somebody who looked at the group says that everything up to `id` is handled.
  void learn_handled(stream_id id);
  // The stream was deleted: ids of its history mean nothing any more.
  void forget_history();
  // The greatest id known to be handled below everything that is not: where a lost group is created again.
  stream_id handled_below() const noexcept { return floor_; }

 private:
  struct holding {
    stream_id id;
    const delivery* what;
    std::size_t content;
    lease_time since;
    bool lost = false;
  };
  struct past {
    stream_id id;
    std::size_t content;
  };

  void raise_floor();
  void erase(const holding& held);

  id_ring<holding> held_;
  std::size_t handled_ = 0;  // of those that are held
  id_ring<past> finished_;
  stream_id floor_;
};

}  // namespace clamator::redis::detail
