// Brings finished requests home: the replies of a batch and their acknowledgement, as one transaction.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <clamator/protocol/buffer.hpp>
#include <clamator/rpc/detail/weak_executor.hpp>
#include <clamator/rpc/log.hpp>

#include "redis/completion_batch.hpp"
#include "redis/connection_core.hpp"
#include "redis/lane_settings.hpp"
#include "redis/lasting_problem.hpp"
#include "redis/reply_stream_notes.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

// On the connection's strand, but for what says otherwise; add() is for any thread. A batch that Redis may
// not have seen goes again when the connection is back: a reply that comes twice is discarded by its client,
// and XACK twice does nothing.
class completion_writer final : public std::enable_shared_from_this<completion_writer>,
                                public answer_sink,
                                public connection_listener {
 public:
  // A batch goes out when it has half of what was read at once, so that Redis completes that while the other
  // half is worked on, and at the latest with this many; or when a turn of the event loop has added nothing
  // more. Fewer than `least` are not worth a transaction of their own.
  static constexpr std::size_t most = 32;
  static constexpr std::size_t least = 16;

  // Between two blocking reads, completions can go over the connection that reads, in one write with the next
  // read: Redis is woken, reads and writes once for both.
  class gap_between_reads {
   public:
    virtual ~gap_between_reads() = default;
    virtual const std::shared_ptr<connection_core>& reading() const = 0;
    // Whether no read is under way, and one is about to be.
    virtual bool open() const = 0;
    // Sends that.
    virtual void end() = 0;
  };

  // `done` is told on the strand which entries are completed.
  completion_writer(std::shared_ptr<connection_core> connection, asio::any_io_executor strand,
                    const lane_settings& settings, std::function<void(const std::vector<stream_id>&)> done);

  // Notes which reply streams are written to in the sorted set `key`, each once in `period`. Before the first
  // add().
  void note_reply_streams(std::string key, std::chrono::milliseconds period) {
    notes_ = reply_stream_notes(std::move(key), period);
  }
  // Redis may have lost its notes. Any thread.
  void note_again();
  // Redis's clock minus the steady one, by which streams are noted. Any thread.
  void set_clock_offset(std::chrono::milliseconds offset) noexcept { clock_offset_ = offset; }

  // Its reading connection has the same strand, and no read is sent through it but by end() while it is open.
  // Before the first add().
  void use(std::weak_ptr<gap_between_reads> gap) { gap_ = std::move(gap); }

  // What it is given is copied. With `at_once` it does not wait for others. Throws std::bad_alloc, and has
  // taken nothing then.
  void add(const completion& finished, bool at_once = false);
  // What was added and is not known to be in Redis.
  struct backlog {
    std::size_t count = 0;
    std::size_t bytes = 0;  // of their replies
  };
  // Any thread.
  backlog unsettled() const;
  bool empty() const { return unsettled().count == 0; }
  // Sends what was added and not sent yet, as it does by itself in the end.
  void flush();
  // So many were read at once. Any thread.
  void expect(std::size_t requests);
  // The caller will flush() in this turn of the event loop, so that nothing else needs to. Any thread.
  void flush_is_coming();
  // Called on the strand each time that it becomes empty.
  void on_empty(std::function<void()> empty) { empty_ = std::move(empty); }
  // Gives up on what is left. Any thread.
  void close();
  // Adds that Redis refuses them. Any thread.
  void add_health(health& now) const;

  void answered(const call_id&, resp::reply_view reply, std::string_view first_error) override;
  void lost(const call_id&, bool, const std::string&) override;
  void connected() override;
  void disconnected(const std::string&) override { notes_.forget_all(); }

 private:
  struct job {
    completion_batch batch;
    bool reply = true;         // false: its reply was refused for good, acknowledge only
    std::size_t notes = 0;     // of its items that have one
    std::string note_refused;  // with what, where they were left out for that
  };
  // Done with, and kept for their memory.
  static constexpr std::size_t spare_at_most = 4;

  // Where jobs went, in the order of their answers.
  struct way {
    call_id tag;
    std::list<job> sent;
  };

  way& way_of(const call_id& tag) { return tag == before_reads_.tag ? before_reads_ : over_commands_; }
  void begin_job();
  void recycle(std::list<job> done) noexcept;
  void schedule();
  void send_unsent();
  void send_before_read(gap_between_reads& gap);
  // Of the first of unsent_. Where it throws, it is still there.
  void submit_first(connection_core& connection, way& over);
  void try_again_later();
  void append(buffer& out, const job& work) const;
  static void append_begin(buffer& out);
  void append_end(buffer& out, const job& work) const;
  void append_notes(buffer& out, const job& work) const;
  void mark_notes(job& work);
  void notes_refused(std::string_view error);
  void settle(const job& work);
  // All four of the first of unsent_.
  void retry(std::string_view error);
  bool leave_notes_out(std::string_view error);
  bool take_apart(std::string_view error);
  void reply_refused(std::string_view reply_to, std::string_view error);
  static std::string_view answered_to(const job& work, std::size_t index);
  void wait(std::string_view error);
  void accepted();
  void check_empty();

  const std::shared_ptr<connection_core> connection_;
  const bool own_strand_;  // the connection's strand is the server's
  clamator::detail::weak_executor server_strand_;
  const std::string stream_;
  const std::string group_;
  const log_sink log_;
  const std::shared_ptr<observer> observer_;
  const std::shared_ptr<reply_stream_faults> reply_faults_;
  const std::function<void(const std::vector<stream_id>&)> done_;
  std::function<void()> empty_;
  buffer reply_middle_;  // XADD's constant bytes between the stream and the envelope
  buffer around_;        // what stands before and behind the replies of a large batch
  reply_stream_notes notes_;
  std::atomic<std::chrono::milliseconds> clock_offset_{std::chrono::milliseconds(0)};

  mutable std::mutex mutex_;
  std::list<job> added_;
  std::size_t added_count_ = 0;
  std::size_t batch_ = most;
  bool full_ = false;  // and will be flushed for that
  std::list<job> spare_;
  backlog unsettled_;
  std::size_t seen_ = 0;
  bool scheduled_ = false;  // somebody flushes what is added
  bool promised_ = false;   // whoever said that a flush is coming

  // Jobs move between these without memory being needed for that.
  way over_commands_{call_id{}, {}};
  way before_reads_{call_id{0, 1}, {}};
  std::list<job> unsent_;  // to be submitted when the connection is back, or after a pause
  std::weak_ptr<gap_between_reads> gap_;
  bool refusing_ = false;  // Redis takes none for now
  lasting_problem refusal_;
  std::vector<stream_id> settled_;  // of one job, for as long as done_ looks at them
  asio::steady_timer pause_;
  bool closed_ = false;
};

}  // namespace clamator::redis::detail
