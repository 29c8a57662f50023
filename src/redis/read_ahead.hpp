// How many requests to read at once, and when. Decides and does nothing; for one thread at a time.
//
// One round trip for each request is slow where handlers take microseconds; a hoard of 64 starves idle
// servers where they take a second. So a server holds what it empties within 5 ms, at its own speed of late,
// and never less than one request for each worker.
//
// Where that is all that it holds, each of its workers would wait for a round trip between two requests. So
// where handlers take as long as each other, and more waits in the stream, the next request is fetched
// shortly before a worker is expected to be free.
//
// How many it asks for at once follows what waits. With few calls in flight small reads keep client, Redis
// and server busy side by side, where a read of all that waits has them wait for each other: at 64 in flight
// 16 at a time gave 1.16 of the throughput of 64 at a time. With many, small reads cost Redis more than they
// give: 0.6 of it at 1024.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "redis/handler_pace.hpp"

namespace clamator::redis::detail {

class read_ahead {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  // COUNT of one read.
  static constexpr std::size_t least_batch = 16;
  static constexpr std::size_t most_batch = 64;
  // Held at most: a batch that is worked on, and one that Redis reads meanwhile. With one batch Redis waits
  // for the server between them: 0.72 of the throughput at 256 calls in flight, 0.85 at 1024.
  static constexpr std::size_t most = 2 * most_batch;
  // Of large requests no more than so many bytes: the first are worked on while the others come, and what is
  // read is still in the core's own cache then. With 1 MB instead of 256 KB, texts of 16 KB come to 0.60 of
  // the floor's MB/s instead of 0.88.
  static constexpr std::size_t batch_bytes = std::size_t{128} << 10;
  static constexpr std::chrono::microseconds horizon{5'000};
  // What is finished so long after the one before is completed at once, since the next handler may keep the
  // thread that would do it for as long. At least so far apart, since each is a transaction of its own.
  static constexpr std::chrono::microseconds slow{100};
  static constexpr std::chrono::microseconds apart{500};

  explicit read_ahead(std::size_t concurrency) : concurrency_(concurrency), pace_(concurrency) {}

  // A request came to a free worker, beside `held` that were there.
  void begin(time_point now, std::size_t held);
  // A request of so many bytes came.
  void arrived(std::size_t bytes) noexcept { bytes_ = bytes_ == 0 ? bytes : bytes_ - bytes_ / 8 + bytes / 8; }
  // A request was finished, and `held` others run or wait.
  void finish(time_point now, std::size_t held);
  // Whether the last one does not wait for others to be completed with it.
  bool completes_at_once() const noexcept { return at_once_; }

  // A read that asked for `asked` brought `found` after `took`.
  void came(std::size_t asked, std::size_t found, std::chrono::nanoseconds took) noexcept;

  // How many to hold at most.
  std::size_t window() const noexcept;
  // COUNT of the next read with `held` of them unfinished; 0: not now.
  std::size_t count(std::size_t held) const noexcept;

  // COUNT of a read that does not wait, where count() says not now; 0: not now either.
  std::size_t early_count(std::size_t held, time_point now) const noexcept;
  // When early_count() is worth asking next, if nothing else happens; nothing: it is not.
  std::optional<time_point> next_look(std::size_t held) const noexcept;

 private:
  // Reads in a row that came back full, after which twice as many are asked for. Where that is more than
  // what waits, half of it is again.
  static constexpr std::size_t full_in_a_row = 16;

  std::size_t of_this_size(std::size_t count) const noexcept;
  bool reads_early(std::size_t held) const noexcept;
  std::chrono::nanoseconds lead() const noexcept;

  std::size_t concurrency_;
  std::size_t batch_ = least_batch;
  std::size_t full_ = 0;  // in a row
  time_point last_{};
  bool at_once_ = false;  // the last one that was finished is completed
  time_point last_at_once_{};
  std::chrono::nanoseconds interval_{-1};  // between two that finish, on average of late; negative: not known
  std::size_t bytes_ = 0;                  // of a request, on average of late
  handler_pace pace_;
  std::chrono::nanoseconds turnaround_{-1};  // of a read that did not wait in Redis; negative: not known
  bool more_waits_ = false;                  // the last read found as many as it asked for, at once
};

}  // namespace clamator::redis::detail
