// One service of one server: reads its stream, hands requests over, and brings their completions home.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <clamator/rpc/server_transport.hpp>

#include "redis/completion_batch.hpp"
#include "redis/completion_writer.hpp"
#include "redis/connection_core.hpp"
#include "redis/dead_letter_writer.hpp"
#include "redis/entry.hpp"
#include "redis/entry_ledger.hpp"
#include "redis/lane_group.hpp"
#include "redis/lane_settings.hpp"
#include "redis/lane_trimmer.hpp"
#include "redis/lasting_problem.hpp"
#include "redis/read_ahead.hpp"

namespace clamator::redis::detail {

// Lives on the server's strand, which is the reading connection's too; what says so is for any thread.
// Deliveries keep it alive.
class service_lane final : public std::enable_shared_from_this<service_lane>,
                           public answer_sink,
                           public connection_listener,
                           public completion_writer::gap_between_reads {
 public:
  // Completions that Redis has not confirmed, and beyond which nothing more is read: it may refuse them all.
  static constexpr std::size_t unsettled_at_most = 1024;
  // The same, by their bytes.
  static constexpr std::size_t unsettled_bytes_at_most = 64 * 1024 * 1024;

  // How long a read waits in Redis. Short beside the claim time, since what is read has been leased for as
  // long as its answer took.
  static std::chrono::milliseconds block(std::chrono::milliseconds claim_idle) noexcept {
    return std::min(std::chrono::milliseconds(1000), claim_idle / 4);
  }

  service_lane(lane_settings settings, server_sink& sink, std::size_t index,
               std::shared_ptr<connection_core> commands, std::shared_ptr<connection_core> reading);

  const lane_settings& settings() const noexcept { return settings_; }
  const asio::any_io_executor& strand() const noexcept { return reading_->strand(); }
  const std::shared_ptr<connection_core>& commands() const noexcept { return commands_; }
  void say(log_level level, const std::string& text) const;
  // Tells the observer.
  void note(event what, std::string_view subject = {}, std::string_view reason = {},
            std::uint64_t times = 1) const;
  void note_refused(std::string_view error) const;

  // Creates the group and connects. Throws transport_error.
  asio::awaitable<void> prepare();
  // Begins to read. `recover` takes what is pending for this server and not known to it, and is called before
  // reading begins and whenever answers to reads may have been lost.
  void begin(std::function<asio::awaitable<void>()> recover);
  // Reads nothing more, and frees what was read and not begun.
  asio::awaitable<void> stop_intake();
  // Waits until what has finished is in Redis, as long as that can be reached.
  asio::awaitable<void> stop();

  // A handler has run. Any thread.
  void finished(const completion& done);
  // It came to a worker, and nobody can handle it: it becomes a dead letter. Any thread.
  void rejected(rejected_request request);
  // The same for one that was begun often enough, as `consumer` last. It has been this server's no longer
  // than `since`. On the strand.
  void condemn(const entry& found, unsigned attempts, std::string_view consumer,
               std::chrono::steady_clock::time_point since);
  // It will not be finished here: its lease is not renewed any more, so that it is handed out again in time.
  // Any thread.
  void given_up(stream_id id, const delivery* what) noexcept;

  // Any thread.
  std::vector<stream_id> leased_since(std::chrono::steady_clock::time_point since) const;
  // What became of leases, those of `ids`.
  struct lease_report {
    std::vector<stream_id> ids;
    std::chrono::steady_clock::time_point asked;  // before Redis looked
    std::chrono::milliseconds answered{};         // when it did, on its clock
    std::vector<stream_id> taken;                 // others have these
    std::vector<stream_id> unowned;               // pending for nobody
  };
  // What others have, or may have had and finished, is lost: where it is not begun it is dropped. Any other
  // that nobody has is taken back. Any thread, before stop() has completed.
  void leases_seen(const lease_report& found);
  // How renewing them ended, where `problem` is not empty with that; whether it is news. Any thread.
  bool renewal_ended(std::string_view problem);

  // Adds what it knows of itself. Any thread, after prepare().
  void add_health(service_health& mine, server_health& now) const;

  // Nobody waits for these any more: what is not begun is done with, what runs gets its cancellation signal.
  void cancel(const std::vector<stream_id>& ids);

  // How a request was come by.
  enum class found_by { reading, takeover };
  // Hands a request over, unless this server is at it already. It has been this server's no longer than
  // `since`. What it is about is copied, but for an envelope that stands in `received`.
  void take(const entry& found, unsigned delivery_count, std::chrono::steady_clock::time_point since,
            found_by how = found_by::takeover, std::shared_ptr<const buffer> received = nullptr);
  // Makes requests that will not be begun here free for others at once.
  asio::awaitable<void> release(const std::vector<stream_id>& ids);
  // Completes when a worker is free; until resume_reading() nothing is read ahead of it.
  asio::awaitable<std::size_t> wait_free_worker();
  void resume_reading();
  asio::awaitable<void> repair();
  // Whether this server is at that entry.
  bool holds(stream_id id) const;
  // Redis's clock minus the steady one.
  void set_clock_offset(std::chrono::milliseconds offset) noexcept {
    clock_offset_ = offset;
    writer_->set_clock_offset(offset);
  }

  void answered(const call_id& tag, resp::reply_view reply, std::string_view) override;
  void lost(const call_id& tag, bool, const std::string&) override;
  void connected() override;

  // What became of requests that were taken back is known.
  void taking_back_ended() noexcept { --taking_back_; }

  const std::shared_ptr<connection_core>& reading() const override { return reading_; }
  bool open() const override;
  void end() override;

 private:
  void begin_recovery();
  asio::awaitable<void> recover();
  void read();
  void send_read(std::size_t count, bool waits);
  void read_early(std::size_t held);
  void hold_read();
  bool read_is_late() const;
  void forget_unbegun(resp::reply_view reply);
  void read_later();
  void reading_failed(std::string_view error);
  asio::awaitable<void> begin_anew_where_ids_came_back(stream_id begun_at);
  // When Redis handed something out that was asked for at `since`.
  lease_time leased_at(std::chrono::steady_clock::time_point since) const noexcept {
    return {since,
            std::chrono::duration_cast<std::chrono::milliseconds>(since.time_since_epoch()) + clock_offset_};
  }
  void lost_leases(const std::vector<stream_id>& ids, std::string_view how);
  void take_back(std::vector<stream_id> ids);
  void load_dropped();
  void completed(const std::vector<stream_id>& ids);
  void keep_aside(rejected_request request);
  // `add` puts the completion of what is handled on its way. Handled comes first, so that what is taken back
  // on the same connection is never behind that.
  template <class Add>
  void hand_on(stream_id id, const delivery* what, Add add) {
    try {
      add();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      ledger_.not_handled(id, what);
      throw;
    }
  }
  void dead_letter_done(const rejected_request& request, dead_letter_writer::fate what);
  // Where it is answered; empty where it names no stream of ours, or none.
  std::string_view reply_stream(const entry& found) const;
  // Until when its caller waits, by its x-ttl; nothing where it has none that can be.
  std::optional<std::chrono::steady_clock::time_point> deadline_of(const entry& found, stream_id id) const;

  const lane_settings settings_;
  server_sink* const sink_;
  const std::size_t index_;
  const std::shared_ptr<connection_core> commands_;
  const std::shared_ptr<connection_core> reading_;
  lane_group group_;
  std::shared_ptr<completion_writer> writer_;
  std::shared_ptr<dead_letter_writer> letters_;
  std::shared_ptr<lane_trimmer> trimmer_;
  asio::steady_timer retry_;
  asio::steady_timer early_;  // until a worker is about to be free
  std::function<asio::awaitable<void>()> recover_;
  buffer read_head_;
  buffer read_block_;
  buffer read_tail_;

  mutable std::mutex mutex_;  // of the next two
  entry_ledger ledger_;
  read_ahead ahead_;

  std::atomic<bool> waiting_for_room_ = false;
  std::atomic<bool> worker_wanted_ = false;
  std::atomic<bool> intake_stopped_ = false;
  clamator::detail::async_event worker_free_;
  clamator::detail::async_event read_ended_;
  const std::shared_ptr<clamator::detail::async_event> flushed_;
  bool reading_now_ = false;
  std::size_t asked_for_ = 0;    // by the last read
  bool read_held_ = false;       // for what the worker finishes first
  std::size_t taking_back_ = 0;  // XCLAIMs under way
  std::chrono::steady_clock::time_point read_sent_{};
  bool repairing_ = false;
  std::size_t recoveries_ = 0;  // under way
  lasting_problem not_read_;    // why the last read failed
  lasting_problem unrepaired_;  // why the group could not be made again
  lasting_problem unrenewed_;   // why leases could not be renewed
  std::atomic<std::chrono::steady_clock::time_point> renewed_{std::chrono::steady_clock::now()};
  std::int64_t client_id_ = 0;  // of the reading connection, for CLIENT UNBLOCK
  std::chrono::milliseconds clock_offset_{0};
};

}  // namespace clamator::redis::detail
