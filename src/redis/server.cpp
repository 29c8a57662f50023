#include <algorithm>
#include <mutex>

#include <clamator/protocol/call_id.hpp>
#include <clamator/redis/server.hpp>
#include <clamator/rpc/call_options.hpp>

#include "redis/checked_options.hpp"
#include "redis/control_channel.hpp"
#include "redis/keeper.hpp"
#include "redis/keys.hpp"
#include "redis/lane_takeover.hpp"
#include "redis/lease_keeper.hpp"
#include "redis/rights.hpp"
#include "redis/service_lane.hpp"

namespace clamator::redis {
namespace {

class transport final : public server_transport {
 public:
  transport(std::shared_ptr<detail::connection_core> shared, const server_options& options)
      : shared_(std::move(shared)), options_(options) {
    options_.consumer_claim_idle = std::min(options_.consumer_claim_idle, clamator::detail::longest_wait);
    options_.cleanup_after = std::min(options_.cleanup_after, clamator::detail::longest_wait);
    if (options_.instance_id.empty()) options_.instance_id = call_id::random().text();
  }

  asio::awaitable<void> start(asio::any_io_executor strand, server_sink& sink) override {
    try {
      co_await connect(std::move(strand), sink);
    } catch (const transport_error& error) {
      if (error.code() != transport_errc::connection_lost) throw;
      throw transport_error(transport_errc::connect_failed, error.what());
    }
    // Nothing is taken from anybody before all that may fail has succeeded.
    listen();
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      takeovers_[i]->start();
      lanes_[i]->begin(
          [weak = std::weak_ptr(takeovers_[i])] { return detail::lane_takeover::recover(weak.lock()); });
      keepers_[i]->start();
    }
  }

  // A shared connection is not ours to close: where that is being made, start() waits for it.
  void abandon_start() override {
    abandoned_ = true;
    for (const auto& reader : readers_) reader->close();
    if (leases_) leases_->close();
    if (listening_) listening_->close();
    if (commands_ && !shared_) commands_->close();
  }

  asio::awaitable<void> stop_intake() override {
    for (const auto& takeover : takeovers_) takeover->stop();
    for (const auto& keeper : keepers_) keeper->stop();
    for (const auto& lane : lanes_) co_await lane->stop_intake();
  }

  asio::awaitable<void> stop() override {
    for (const auto& takeover : takeovers_) takeover->stop();
    for (const auto& keeper : keepers_) keeper->stop();
    for (const auto& lane : lanes_) co_await lane->stop();
    for (const auto& keeper : keepers_) co_await keeper->resign();
    leases_.reset();
    if (control_) control_->stop();
    if (listening_) listening_->close();
    for (const auto& reader : readers_) reader->close();
    if (commands_ && !shared_) commands_->close();
    keepers_.clear();
    takeovers_.clear();
    lanes_.clear();
    const std::lock_guard lock(watched_mutex_);
    watched_ = {};
  }

  void add_health(server_health& now) const override {
    watched parts;
    {
      const std::lock_guard lock(watched_mutex_);
      parts = watched_;
    }
    if (!parts.commands) return;
    std::string lost;
    const auto look = [&](const detail::connection_core& connection) {
      if (!connection.add_health(now) && lost.empty()) lost = connection.trouble();
    };
    look(*parts.commands);
    for (const auto& reader : parts.readers) look(*reader);
    look(*parts.listening);
    for (std::size_t i = 0; i < parts.lanes.size(); ++i) parts.lanes[i]->add_health(now.services[i], now);
    if (now.state != run_state::running || lost.empty()) return;
    now.state = run_state::reconnecting;
    now.reason = lost;
  }

 private:
  // What is looked at from other threads, once all of it is there.
  struct watched {
    std::shared_ptr<detail::connection_core> commands;
    std::vector<std::shared_ptr<detail::connection_core>> readers;
    std::vector<std::shared_ptr<detail::service_lane>> lanes;
    std::shared_ptr<detail::connection_core> listening;
  };

  asio::awaitable<void> connect(asio::any_io_executor strand, server_sink& sink) {
    const connection_options connecting = detail::named(shared_ ? shared_->options() : options_.connection,
                                                        "clamator-server-" + options_.instance_id);
    commands_ = shared_
                    ? shared_
                    : std::make_shared<detail::connection_core>(
                          strand, connecting, options_.log, std::chrono::milliseconds(0), options_.observer);
    if (!shared_) commands_->let_answers_wait();
    co_await commands_->open();
    for (std::size_t i = 0; i < sink.services().size(); ++i) {
      auto reading = std::make_shared<detail::connection_core>(
          strand, connecting, options_.log, detail::service_lane::block(options_.consumer_claim_idle),
          options_.observer);
      throw_if_abandoned();
      readers_.push_back(reading);
      lanes_.push_back(
          std::make_shared<detail::service_lane>(lane(sink.services()[i]), sink, i, commands_, reading));
      co_await lanes_.back()->prepare();
      co_await detail::check_server_rights(commands_, lanes_.back()->settings());
      keepers_.push_back(std::make_shared<detail::keeper>(lanes_.back()));
      takeovers_.push_back(std::make_shared<detail::lane_takeover>(lanes_.back()));
      co_await takeovers_.back()->follow_clock();
    }
    throw_if_abandoned();
    leases_ = std::make_unique<detail::lease_keeper>(connecting, options_.log, options_.observer,
                                                     options_.consumer_claim_idle, lanes_);
    co_await leases_->open();
    listening_ = std::make_shared<detail::connection_core>(strand, connecting, options_.log,
                                                           std::chrono::milliseconds(0), options_.observer);
    co_await listening_->open();
    const std::lock_guard lock(watched_mutex_);
    watched_ = {commands_, readers_, lanes_, listening_};
  }

  void listen() {
    control_ = std::make_shared<detail::control_channel>(listening_, options_.log, options_.observer);
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      const auto cancel = [weak = std::weak_ptr(lanes_[i])](const std::vector<detail::stream_id>& ids) {
        if (const auto lane = weak.lock()) lane->cancel(ids);
      };
      const auto look = [weak = std::weak_ptr(takeovers_[i])] {
        if (const auto takeover = weak.lock()) takeover->look_now();
      };
      control_->listen(lanes_[i]->settings().control_channel, {cancel, look});
    }
    control_->start();
  }

  void throw_if_abandoned() const {
    if (abandoned_) throw transport_error(transport_errc::stopped, "the server was stopped while it started");
  }

  detail::lane_settings lane(const service_info& info) const {
    detail::lane_settings settings;
    settings.service = info.name;
    settings.stream = detail::command_stream(options_.key_prefix, info.name);
    settings.consumer = detail::consumer_name(info.name, options_.instance_id);
    settings.control_channel = detail::control_channel_name(options_.key_prefix, info.name);
    settings.instance_id = options_.instance_id;
    settings.reply_prefix = detail::reply_stream_prefix(options_.key_prefix);
    settings.reply_streams = detail::noted_reply_streams(options_.key_prefix);
    settings.keeper = detail::keeper_key(options_.key_prefix, info.name);
    settings.dead_letters = detail::dead_letter_stream(options_.key_prefix, info.name);
    settings.concurrency = info.options.concurrency;
    settings.max_attempts = info.options.max_attempts;
    settings.claim_idle = options_.consumer_claim_idle;
    settings.cleanup_after = options_.cleanup_after;
    settings.reply_stream_maxlen = options_.reply_stream_maxlen;
    settings.new_entries_only = options_.new_entries_only;
    settings.log = options_.log;
    settings.observer = options_.observer;
    return settings;
  }

  std::shared_ptr<detail::connection_core> shared_;
  server_options options_;
  std::shared_ptr<detail::connection_core> commands_;
  std::vector<std::shared_ptr<detail::connection_core>> readers_;
  std::vector<std::shared_ptr<detail::service_lane>> lanes_;
  std::vector<std::shared_ptr<detail::lane_takeover>> takeovers_;
  std::vector<std::shared_ptr<detail::keeper>> keepers_;
  std::unique_ptr<detail::lease_keeper> leases_;
  std::shared_ptr<detail::connection_core> listening_;
  std::shared_ptr<detail::control_channel> control_;
  bool abandoned_ = false;  // while it was starting
  mutable std::mutex watched_mutex_;
  watched watched_;
};

std::unique_ptr<server_transport> make_transport(std::shared_ptr<detail::connection_core> shared,
                                                 const server_options& options) {
  if (options.key_prefix.empty())
    throw usage_error("option key_prefix is required: it begins the names of all keys");
  if (options.consumer_claim_idle < std::chrono::milliseconds(100)) {
    throw usage_error(
        "option consumer_claim_idle must be at least 100 ms, so that leases can be renewed in time");
  }
  if (options.cleanup_after < std::chrono::seconds(1)) {
    throw usage_error("option cleanup_after must be at least 1 s: who is silent for less may well be alive");
  }
  // Redis counts with 64 bits and a sign.
  if (options.reply_stream_maxlen == 0 || options.reply_stream_maxlen > std::size_t{1} << 62)
    throw usage_error("option reply_stream_maxlen must be from 1 to 2^62");
  return std::make_unique<transport>(std::move(shared), options);
}

clamator::detail::server_settings settings(const server_options& options) {
  return {options.shutdown_grace, options.max_depth, options.log, options.max_message_bytes,
          options.observer};
}

// One sink for everything that logs.
server_options with_serialized_log(server_options options) {
  options.log = clamator::detail::serialized(std::move(options.log));
  return options;
}

}  // namespace

server::server(const asio::any_io_executor& executor, server_options options)
    : server(executor, nullptr, with_serialized_log(std::move(options))) {}

server::server(const asio::any_io_executor& executor, const connection& shared, server_options options)
    : server(executor, shared.core(), with_serialized_log(std::move(options))) {}

server::server(const asio::any_io_executor& executor, std::shared_ptr<detail::connection_core> shared,
               const server_options& options)
    : clamator::server(executor, make_transport(std::move(shared), options), settings(options)) {}

}  // namespace clamator::redis
