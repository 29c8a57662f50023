#include "redis/lane_takeover.hpp"

#include <algorithm>
#include <charconv>
#include <set>

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

lane_takeover::lane_takeover(std::shared_ptr<service_lane> lane)
    : lane_(std::move(lane)), settings_(lane_->settings()), timer_(lane_->strand()) {}

void lane_takeover::start() {
  asio::co_spawn(lane_->strand(), reclaim_loop(shared_from_this()), asio::detached);
}

void lane_takeover::stop() {
  stopped_ = true;
  timer_.cancel();
}

void lane_takeover::look_now() {
  look_now_ = true;
  timer_.cancel();
}

asio::awaitable<void> lane_takeover::pause(std::chrono::milliseconds time) {
  timer_.expires_after(time);
  boost::system::error_code canceled;
  co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
}

asio::awaitable<void> lane_takeover::reclaim_loop(std::shared_ptr<lane_takeover> self) {
  const auto period = std::max(std::chrono::milliseconds(1000), self->settings_.claim_idle / 4);
  while (!self->stopped_) {
    self->look_now_ = false;
    try {
      co_await self->follow_clock();
      co_await self->acknowledge_deleted();
      co_await self->reclaim();
    } catch (const std::exception& error) {
      // A stop closes the connection itself.
      if (!self->stopped_)
        self->lane_->say(log_level::debug, "reclaiming from " + self->settings_.stream + ": " + error.what());
    }
    self->lane_->resume_reading();
    if (!self->stopped_ && !self->look_now_) co_await self->pause(period);
  }
}

asio::awaitable<void> lane_takeover::recover(std::shared_ptr<lane_takeover> self) {
  if (!self) co_return;
  asio::steady_timer timer(self->lane_->strand());
  while (!self->stopped_) {
    try {
      co_await self->recover_all();
      co_return;
    } catch (const std::exception& error) {
      self->lane_->say(log_level::debug, "recovering from " + self->settings_.stream + ": " + error.what());
    }
    timer.expires_after(std::chrono::milliseconds(200));
    co_await timer.async_wait(asio::use_awaitable);
  }
}

asio::awaitable<void> lane_takeover::recover_all() {
  constexpr std::size_t page = 100;
  std::string begin = "-";
  while (!stopped_) {
    std::vector<std::string> look{"XPENDING", settings_.stream,     settings_.service, begin,
                                  "+",        std::to_string(page), settings_.consumer};
    const answer pending = co_await execute(lane_->commands(), std::move(look));
    co_await recover_page(pending);
    if (pending.items.size() < page) co_return;
    begin = "(" + pending.items.back().items.front().text;
  }
}

// The lease script both says which are still this server's, since others may have claimed or it may have
// finished them meanwhile, and gives their leases a new beginning.
asio::awaitable<void> lane_takeover::recover_page(const answer& pending) {
  const auto now = std::chrono::steady_clock::now();
  std::vector<std::string> arguments{settings_.service, settings_.consumer};
  std::vector<unsigned> delivery_counts;
  for (const answer& item : pending.items) {
    if (item.items.size() != 4 || lane_->holds(stream_id::parse(item.items[0].text))) continue;
    arguments.push_back(item.items[0].text);
    delivery_counts.push_back(static_cast<unsigned>(item.items[3].integer));
  }
  if (delivery_counts.empty()) co_return;
  std::vector<std::string> renewed = arguments;
  const answer lost = co_await lease_script().run(lane_->commands(), settings_.stream, std::move(renewed));
  std::set<std::string_view> gone;
  for (const answer& id : lost.items) gone.insert(id.text);
  for (std::size_t i = 0; i < delivery_counts.size() && !stopped_; ++i) {
    const std::string& id = arguments[i + 2];
    if (lost.is_error() || gone.contains(id)) continue;
    std::vector<std::string> fetch{"XRANGE", settings_.stream, id, id};
    const answer range = co_await execute(lane_->commands(), std::move(fetch));
    if (!range.items.empty() && !stopped_)
      lane_->take(entry::from_answer(range.items[0]), delivery_counts[i], now);
  }
}

// On Redis 6.2 whoever claims such a request is answered a bare nil and has it pending from then on, and
// Python servers claim nothing more as long as it is there. So it has to go before it is old enough to be
// claimed, which leaves time for one look each period; what is held by a server that lives is younger.
asio::awaitable<void> lane_takeover::acknowledge_deleted() {
  std::vector<std::string> arguments{settings_.service, std::to_string(settings_.claim_idle.count() * 2 / 3)};
  const answer gone =
      co_await deleted_script().run(lane_->commands(), settings_.stream, std::move(arguments));
  if (gone.is_error())
    lane_->say(log_level::debug, "looking for deleted requests of " + settings_.stream + ": " + gone.text);
  for (const answer& id : gone.items) {
    lane_->say(log_level::warning, "request " + id.text + " of " + settings_.stream +
                                       " was deleted before it was handled: acknowledged");
  }
}

// A claim raises the delivery counter, so no more is claimed than there are workers to begin it.
asio::awaitable<void> lane_takeover::reclaim() {
  std::string cursor = "0-0";
  do {
    if (!co_await anything_to_claim()) co_return;
    const std::size_t free = co_await lane_->wait_free_worker();
    if (free == 0) co_return;
    std::vector<std::string> claim{"XAUTOCLAIM",
                                   settings_.stream,
                                   settings_.service,
                                   settings_.consumer,
                                   std::to_string(settings_.claim_idle.count()),
                                   cursor,
                                   "COUNT",
                                   std::to_string(free)};
    const answer claimed = co_await execute(lane_->commands(), std::move(claim));
    if (claimed.items.size() < 2) co_return;
    cursor = claimed.items[0].text;
    co_await take_claimed(claimed.items[1]);
  } while (cursor != "0-0" && !stopped_);
}

asio::awaitable<void> lane_takeover::take_claimed(const answer& entries) {
  const auto now = std::chrono::steady_clock::now();
  std::vector<stream_id> too_late;
  for (const answer& item : entries.items) {
    const entry found = entry::from_answer(item);
    if (found.deleted) continue;
    const unsigned count = stopped_ ? 0 : co_await delivery_count(found.id);
    if (stopped_) {
      too_late.push_back(stream_id::parse(found.id));
    } else {
      lane_->take(found, count, now);
    }
  }
  co_await lane_->release(too_late);
}

// Looked up first, so that reading does not pause for nothing.
asio::awaitable<bool> lane_takeover::anything_to_claim() {
  std::vector<std::string> look{"XPENDING",
                                settings_.stream,
                                settings_.service,
                                "IDLE",
                                std::to_string(settings_.claim_idle.count()),
                                "-",
                                "+",
                                "1"};
  const answer pending = co_await execute(lane_->commands(), std::move(look));
  if (pending.error_code() == "NOGROUP") co_await lane_->repair();
  co_return !pending.items.empty();
}

asio::awaitable<unsigned> lane_takeover::delivery_count(std::string_view id) {
  const std::string text(id);
  std::vector<std::string> look{"XPENDING", settings_.stream, settings_.service, text, text, "1"};
  const answer pending = co_await execute(lane_->commands(), std::move(look));
  const bool known = !pending.items.empty() && pending.items[0].items.size() == 4;
  co_return known ? static_cast<unsigned>(pending.items[0].items[3].integer) : 1;
}

asio::awaitable<void> lane_takeover::follow_clock() {
  std::vector<std::string> command{"TIME"};
  const answer time = co_await execute(lane_->commands(), std::move(command));
  if (time.items.size() != 2) co_return;
  const auto redis =
      std::chrono::seconds(number(time.items[0])) + std::chrono::microseconds(number(time.items[1]));
  const auto here = std::chrono::steady_clock::now().time_since_epoch();
  lane_->set_clock_offset(std::chrono::duration_cast<std::chrono::milliseconds>(redis - here));
}

}  // namespace clamator::redis::detail
