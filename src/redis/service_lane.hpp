// One service of one server: reads its stream, hands requests over, and brings their completions home.
#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <clamator/rpc/server_transport.hpp>

#include "redis/completion_writer.hpp"
#include "redis/connection_core.hpp"
#include "redis/entry.hpp"
#include "redis/entry_ledger.hpp"
#include "redis/read_ahead.hpp"

namespace clamator::redis::detail {

struct lane_settings {
  std::string service;  // also the group's name
  std::string stream;
  std::string consumer;
  std::string reply_prefix;  // what every reply stream's name begins with
  std::size_t concurrency = 1;
  std::chrono::milliseconds claim_idle{60'000};
  std::size_t reply_stream_maxlen = 1024;
  bool new_entries_only = false;
  log_sink log;
};

// Lives on the server's strand, which is the reading connection's too; finished() and leased_since() are for
// any thread. Deliveries keep it alive.
class service_lane final : public std::enable_shared_from_this<service_lane>,
                           public answer_sink,
                           public connection_listener {
 public:
  static constexpr std::chrono::milliseconds block{1000};

  service_lane(lane_settings settings, server_sink& sink, std::size_t index,
               std::shared_ptr<connection_core> commands, std::shared_ptr<connection_core> reading);

  const lane_settings& settings() const noexcept { return settings_; }
  const asio::any_io_executor& strand() const noexcept { return reading_->strand(); }

  // Creates the group and connects. Throws transport_error.
  asio::awaitable<void> prepare();
  // Begins to read.
  void begin();
  // Reads nothing more, and frees what was read and not begun.
  asio::awaitable<void> stop_intake();
  // Waits until what has finished is in Redis, as long as that can be reached.
  asio::awaitable<void> stop();

  // A handler has run; the reply is empty where there is nothing to answer.
  void finished(stream_id id, std::string reply_to, std::string_view reply);

  std::vector<stream_id> leased_since(std::chrono::steady_clock::time_point since) const;
  // Others have these: what is not begun is dropped.
  void lost_leases(const std::vector<stream_id>& ids);

  // For the upkeep: what a reader does for entries that are claimed from others.
  void take(const entry& found, unsigned delivery_count, std::chrono::steady_clock::time_point now);
  // Completes when a worker is free; until resume_reading() nothing is read ahead of it.
  asio::awaitable<std::size_t> wait_free_worker();
  void resume_reading();
  asio::awaitable<void> repair();
  // Whether this server is at that entry, or has finished it.
  bool knows(stream_id id) const;
  // Called each time that the reading connection is there again.
  void on_reconnected(std::function<void()> reconnected) { reconnected_ = std::move(reconnected); }

  void answered(const call_id& tag, resp::reply_view reply, std::string_view) override;
  void lost(const call_id& tag, bool, const std::string&) override;
  void connected() override;

 private:
  friend class lane_upkeep;

  asio::awaitable<void> create_group();
  asio::awaitable<void> give_back();
  void read();
  void read_later();
  void reading_failed(std::string_view error);
  void load_dropped();
  void completed(const std::vector<stream_id>& ids);
  void say(log_level level, const std::string& text) const;

  const lane_settings settings_;
  server_sink* const sink_;
  const std::size_t index_;
  const std::shared_ptr<connection_core> commands_;
  const std::shared_ptr<connection_core> reading_;
  std::shared_ptr<completion_writer> writer_;
  asio::steady_timer retry_;
  std::function<void()> reconnected_;
  buffer read_head_;
  buffer read_tail_;

  mutable std::mutex mutex_;  // of the next two
  entry_ledger ledger_;
  read_ahead ahead_;

  std::atomic<bool> waiting_for_room_ = false;
  std::atomic<bool> worker_wanted_ = false;
  std::atomic<bool> intake_stopped_ = false;
  clamator::detail::async_event worker_free_;
  clamator::detail::async_event read_ended_;
  std::shared_ptr<clamator::detail::async_event> flushed_;
  bool reading_now_ = false;
  bool repairing_ = false;
  std::int64_t client_id_ = 0;  // of the reading connection, for CLIENT UNBLOCK

  std::deque<stream_id> finished_ids_;  // that may still be in the stream
  std::size_t finished_since_trim_ = 0;
  std::shared_ptr<clamator::detail::async_event> trim_wanted_;
  std::chrono::milliseconds clock_offset_{0};  // Redis's clock minus the steady one
};

// A request from a stream.
class redis_delivery final : public delivery {
 public:
  redis_delivery(std::shared_ptr<service_lane> lane, stream_id id, std::string_view reply_to)
      : lane_(std::move(lane)), id_(id), reply_to_(reply_to) {}
  stream_id id() const noexcept { return id_; }
  void finish(std::string_view reply) noexcept override { lane_->finished(id_, std::move(reply_to_), reply); }

 private:
  std::shared_ptr<service_lane> lane_;
  stream_id id_;
  std::string reply_to_;
};

}  // namespace clamator::redis::detail
