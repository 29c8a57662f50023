#include "redis/lane_upkeep.hpp"

#include <algorithm>
#include <charconv>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>

#include <clamator/protocol/error.hpp>

#include "redis/script.hpp"

namespace clamator::redis::detail {
namespace {

// A number that Redis answers as text; 0 for anything else.
std::int64_t number(const answer& reply) noexcept {
  std::int64_t value = 0;
  std::from_chars(reply.text.data(), reply.text.data() + reply.text.size(), value);
  return value;
}

}  // namespace

lane_upkeep::lane_upkeep(std::shared_ptr<service_lane> lane)
    : lane_(std::move(lane)),
      reclaim_timer_(lane_->reading_->strand()),
      trim_timer_(lane_->reading_->strand()) {}

void lane_upkeep::start() {
  lane_->on_reconnected([weak = weak_from_this()] {
    const auto self = weak.lock();
    if (self) asio::co_spawn(self->lane_->strand(), recover(self), asio::detached);
  });
  asio::co_spawn(lane_->strand(), recover(shared_from_this()), asio::detached);
  lane_->trim_wanted_ = std::make_shared<clamator::detail::async_event>();
  asio::co_spawn(lane_->reading_->strand(), reclaim_loop(shared_from_this()), asio::detached);
  asio::co_spawn(lane_->reading_->strand(), trim_loop(shared_from_this()), asio::detached);
}

void lane_upkeep::stop() {
  stopped_ = true;
  reclaim_timer_.cancel();
  trim_timer_.cancel();
  lane_->trim_wanted_->notify();
}

asio::awaitable<void> lane_upkeep::pause(asio::steady_timer& timer, std::chrono::milliseconds time) {
  timer.expires_after(time);
  boost::system::error_code canceled;
  co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
}

asio::awaitable<void> lane_upkeep::reclaim_loop(std::shared_ptr<lane_upkeep> self) {
  const auto period = std::max(std::chrono::milliseconds(1000), self->lane_->settings_.claim_idle / 4);
  while (!self->stopped_) {
    try {
      co_await self->follow_clock();
      co_await self->reclaim();
    } catch (const transport_error& error) {
      self->lane_->say(log_level::debug,
                       "reclaiming from " + self->lane_->settings_.stream + ": " + error.what());
    }
    self->lane_->resume_reading();
    if (!self->stopped_) co_await self->pause(self->reclaim_timer_, period);
  }
}

asio::awaitable<void> lane_upkeep::recover(std::shared_ptr<lane_upkeep> self) {
  while (!self->stopped_) {
    try {
      co_await self->recover_all();
      co_return;
    } catch (const transport_error& error) {
      self->lane_->say(log_level::debug,
                       "recovering from " + self->lane_->settings_.stream + ": " + error.what());
    }
    asio::steady_timer timer(self->lane_->reading_->strand());
    co_await self->pause(timer, std::chrono::milliseconds(200));
  }
}

asio::awaitable<void> lane_upkeep::recover_all() {
  const lane_settings& settings = lane_->settings_;
  constexpr std::size_t batch = 100;
  std::string begin = "-";
  for (;;) {
    std::vector<std::string> look{"XPENDING", settings.stream,       settings.service, begin,
                                  "+",        std::to_string(batch), settings.consumer};
    const answer pending = co_await execute(lane_->commands_, std::move(look));
    for (const answer& item : pending.items) {
      if (item.items.size() != 4) continue;
      const std::string& id = item.items[0].text;
      begin = "(" + id;
      if (lane_->knows(stream_id::parse(id))) continue;
      // Asked again, since it may have been finished, and forgotten here, since the first answer was made.
      std::vector<std::string> again{"XPENDING", settings.stream,  settings.service, id, id,
                                     "1",        settings.consumer};
      const answer still = co_await execute(lane_->commands_, std::move(again));
      if (still.items.empty()) continue;
      std::vector<std::string> fetch{"XRANGE", settings.stream, id, id};
      const answer range = co_await execute(lane_->commands_, std::move(fetch));
      if (range.items.empty()) continue;
      const auto count = static_cast<unsigned>(item.items[3].integer);
      lane_->take(entry::from_answer(range.items[0]), count, std::chrono::steady_clock::now());
    }
    if (pending.items.size() < batch) co_return;
  }
}

// A claim raises the delivery counter, so no more is claimed than there are workers to begin it.
asio::awaitable<void> lane_upkeep::reclaim() {
  const lane_settings& settings = lane_->settings_;
  std::string cursor = "0-0";
  do {
    if (!co_await anything_to_claim()) co_return;
    const std::size_t free = co_await lane_->wait_free_worker();
    if (free == 0) co_return;
    std::vector<std::string> claim{"XAUTOCLAIM",
                                   settings.stream,
                                   settings.service,
                                   settings.consumer,
                                   std::to_string(settings.claim_idle.count()),
                                   cursor,
                                   "COUNT",
                                   std::to_string(free)};
    const answer claimed = co_await execute(lane_->commands_, std::move(claim));
    if (claimed.items.size() < 2) co_return;
    cursor = claimed.items[0].text;
    for (const answer& item : claimed.items[1].items) {
      const entry found = entry::from_answer(item);
      if (found.deleted) continue;
      const unsigned count = co_await delivery_count(found.id);
      lane_->take(found, count, std::chrono::steady_clock::now());
    }
  } while (cursor != "0-0" && !stopped_);
}

// Looked up first, so that reading does not pause for nothing.
asio::awaitable<bool> lane_upkeep::anything_to_claim() {
  const lane_settings& settings = lane_->settings_;
  std::vector<std::string> look{"XPENDING",
                                settings.stream,
                                settings.service,
                                "IDLE",
                                std::to_string(settings.claim_idle.count()),
                                "-",
                                "+",
                                "1"};
  const answer pending = co_await execute(lane_->commands_, std::move(look));
  if (pending.error_code() == "NOGROUP") co_await lane_->repair();
  co_return !pending.items.empty();
}

asio::awaitable<unsigned> lane_upkeep::delivery_count(std::string_view id) {
  const lane_settings& settings = lane_->settings_;
  const std::string text(id);
  std::vector<std::string> look{"XPENDING", settings.stream, settings.service, text, text, "1"};
  const answer pending = co_await execute(lane_->commands_, std::move(look));
  const bool known = !pending.items.empty() && pending.items[0].items.size() == 4;
  co_return known ? static_cast<unsigned>(pending.items[0].items[3].integer) : 1;
}

asio::awaitable<void> lane_upkeep::follow_clock() {
  std::vector<std::string> command{"TIME"};
  const answer time = co_await execute(lane_->commands_, std::move(command));
  if (time.items.size() != 2) co_return;
  const auto redis =
      std::chrono::seconds(number(time.items[0])) + std::chrono::microseconds(number(time.items[1]));
  const auto here = std::chrono::steady_clock::now().time_since_epoch();
  lane_->clock_offset_ = std::chrono::duration_cast<std::chrono::milliseconds>(redis - here);
}

asio::awaitable<void> lane_upkeep::trim_loop(std::shared_ptr<lane_upkeep> self) {
  constexpr std::chrono::milliseconds look_around{5'000};
  service_lane& lane = *self->lane_;
  bool untrimmed = true;
  while (!self->stopped_) {
    self->trim_timer_.expires_after(look_around);
    self->trim_timer_.async_wait([wanted = lane.trim_wanted_](boost::system::error_code canceled) {
      if (!canceled) wanted->notify();
    });
    co_await lane.trim_wanted_->wait();
    if (self->stopped_) co_return;
    const bool busy = lane.finished_since_trim_ > 0;
    if (!busy && !untrimmed) continue;
    try {
      lane.finished_since_trim_ = 0;
      co_await self->trim(!busy);
      untrimmed = busy;
    } catch (const transport_error& error) {
      lane.say(log_level::debug, "trimming " + lane.settings_.stream + ": " + error.what());
    }
  }
}

asio::awaitable<void> lane_upkeep::trim(bool exact) {
  std::vector<std::string> arguments{lane_->settings_.service, exact ? "=" : "~"};
  const answer trimmed =
      co_await trim_script().run(lane_->commands_, lane_->settings_.stream, std::move(arguments));
  if (trimmed.items.size() != 3) {
    lane_->say(log_level::warning, "trimming " + lane_->settings_.stream + ": " + trimmed.text);
    co_return;
  }
  {
    const std::lock_guard lock(lane_->mutex_);
    lane_->ledger_.learn_handled(stream_id::parse(trimmed.items[0].text));
  }
  const stream_id gone = stream_id::parse(trimmed.items[1].text);
  while (!lane_->finished_ids_.empty() && lane_->finished_ids_.front() < gone)
    lane_->finished_ids_.pop_front();
  co_await delete_finished();
}

asio::awaitable<void> lane_upkeep::delete_finished() {
  constexpr std::size_t batch = 500;
  while (lane_->finished_ids_.size() > finished_kept && !stopped_) {
    std::vector<std::string> command{"XDEL", lane_->settings_.stream};
    for (std::size_t i = 0; i < batch; ++i) {
      command.push_back(lane_->finished_ids_.front().text());
      lane_->finished_ids_.pop_front();
    }
    const answer deleted = co_await execute(lane_->commands_, std::move(command));
    if (deleted.is_error())
      lane_->say(log_level::warning, "trimming " + lane_->settings_.stream + ": " + deleted.text);
  }
}

}  // namespace clamator::redis::detail
