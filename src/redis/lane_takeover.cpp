#include "redis/lane_takeover.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>

#include <clamator/protocol/error.hpp>

#include "redis/claim_scripts.hpp"
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
    : lane_(std::move(lane)),
      settings_(lane_->settings()),
      timer_(lane_->strand()),
      predecessor_(settings_.concurrency, settings_.max_attempts) {}

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
      co_await self->look_around();
    } catch (const std::exception& error) {
      // A stop closes the connection itself.
      if (!self->stopped_)
        self->lane_->say(log_level::debug, "reclaiming from " + self->settings_.stream + ": " + error.what());
    }
    self->lane_->resume_reading();
    if (!self->stopped_ && !self->look_now_) co_await self->pause(period);
  }
}

asio::awaitable<void> lane_takeover::look_around() {
  co_await follow_clock();
  co_await acknowledge_deleted();
  if (claim_in_doubt_) co_await recover_all();
  claim_in_doubt_ = false;
  co_await reclaim();
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
    if (pending.items.size() < page) break;
    begin = "(" + pending.items.back().items.front().text;
  }
  predecessor_.leave();
}

// The script both says which are still this server's, since others may have claimed or it may have finished
// them meanwhile, and gives their leases a new beginning.
asio::awaitable<void> lane_takeover::recover_page(const answer& pending) {
  const auto now = std::chrono::steady_clock::now();
  std::vector<std::string> arguments{settings_.service, settings_.consumer};
  std::vector<std::pair<std::string, predecessor::verdict>> found;
  for (const answer& item : pending.items) {
    if (item.items.size() != 4 || lane_->holds(stream_id::parse(item.items[0].text))) continue;
    const std::string& id = item.items[0].text;
    const predecessor::verdict verdict = predecessor_.judge(static_cast<unsigned>(item.items[3].integer));
    found.emplace_back(id, verdict);
    arguments.push_back(id);
    arguments.push_back(std::to_string(verdict.delivered()));
  }
  if (found.empty()) co_return;
  const answer lost =
      co_await recover_script().run(lane_->commands(), settings_.stream, std::move(arguments));
  if (lost.is_error()) co_return;
  std::set<std::string_view> gone;
  for (const answer& id : lost.items) gone.insert(id.text);
  for (const auto& [id, verdict] : found) {
    if (stopped_) co_return;
    if (gone.contains(id)) continue;
    std::vector<std::string> fetch{"XRANGE", settings_.stream, id, id};
    const answer range = co_await execute(lane_->commands(), std::move(fetch));
    if (range.items.empty() || stopped_) continue;
    const entry each = entry::from_answer(range.items[0]);
    if (verdict.exhausted) {
      lane_->condemn(each, verdict.attempts, settings_.consumer, now);
    } else {
      lane_->take(each, verdict.attempts, now);
    }
  }
}

// On Redis 6.2 whoever claims such a request is answered a bare nil and has it pending from then on, and
// Python servers claim nothing more as long as it is there. So it has to go before it is old enough to be
// claimed, which leaves time for one look each period; what is held by a server that lives is younger.
asio::awaitable<void> lane_takeover::acknowledge_deleted() {
  std::vector<std::string> arguments{settings_.service, std::to_string(settings_.claim_idle.count() * 2 / 3)};
  const answer gone =
      co_await deleted_script().run(lane_->commands(), settings_.stream, std::move(arguments));
  if (gone.is_error()) lane_->note_refused(gone.text);
  if (gone.is_error())
    lane_->say(log_level::debug, "looking for deleted requests of " + settings_.stream + ": " + gone.text);
  say_deleted(gone);
}

void lane_takeover::say_deleted(const answer& ids) const {
  for (const answer& id : ids.items) {
    lane_->note(event::request_deleted, id.text);
    lane_->say(log_level::warning, "request " + id.text + " of " + settings_.stream +
                                       " was deleted before it was handled: acknowledged");
  }
}

// A claim counts as a delivery, so no more is claimed than there are workers to begin it.
asio::awaitable<void> lane_takeover::reclaim() {
  for (;;) {
    const bool anything = co_await anything_to_claim();
    if (!anything) co_return;
    const std::size_t free = co_await lane_->wait_free_worker();
    if (free == 0) co_return;
    std::vector<std::string> arguments{settings_.service,
                                       settings_.consumer,
                                       std::to_string(settings_.claim_idle.count()),
                                       std::to_string(free),
                                       std::to_string(settings_.max_attempts),
                                       std::to_string(settings_.concurrency)};
    arguments.insert(arguments.end(), strays_.begin(), strays_.end());
    const auto now = std::chrono::steady_clock::now();
    claim_in_doubt_ = true;
    const answer claimed =
        co_await claim_script().run(lane_->commands(), settings_.stream, std::move(arguments));
    claim_in_doubt_ = false;
    if (claimed.is_error()) lane_->note_refused(claimed.text);
    if (claimed.is_error())
      lane_->say(log_level::debug, "reclaiming from " + settings_.stream + ": " + claimed.text);
    if (claimed.items.size() != 2) co_return;
    say_deleted(claimed.items[0]);
    co_await take_claimed(claimed.items[1], now);
    if (stopped_) co_return;
  }
}

// What is exhausted and comes too late is left to the next server, which finds it as it is.
asio::awaitable<void> lane_takeover::take_claimed(const answer& claimed,
                                                  std::chrono::steady_clock::time_point since) {
  std::vector<stream_id> too_late;
  for (const answer& item : claimed.items) {
    if (item.items.size() != 5) continue;
    const entry found = entry::from_answer(item);
    const auto attempts = static_cast<unsigned>(item.items[2].integer);
    const bool exhausted = item.items[3].integer != 0;
    if (stopped_) {
      if (!exhausted) too_late.push_back(stream_id::parse(found.id));
    } else if (exhausted) {
      lane_->condemn(found, attempts, item.items[4].text, since);
    } else {
      lane_->take(found, attempts, since);
    }
  }
  co_await lane_->release(too_late);
}

// Looked up first, so that reading does not pause for nothing. What this server is at is not there to be
// claimed; what is its own and unknown to it was given up here, unless it is its predecessor's.
asio::awaitable<bool> lane_takeover::anything_to_claim() {
  constexpr std::size_t page = 100;
  strays_.clear();
  std::string begin = "-";
  for (;;) {
    std::vector<std::string> look{"XPENDING",
                                  settings_.stream,
                                  settings_.service,
                                  "IDLE",
                                  std::to_string(settings_.claim_idle.count()),
                                  begin,
                                  "+",
                                  std::to_string(page)};
    const answer pending = co_await execute(lane_->commands(), std::move(look));
    if (pending.error_code() == "NOGROUP") co_await lane_->repair();
    bool of_others = false;
    for (const answer& item : pending.items) {
      if (item.items.size() != 4) continue;
      const std::string& id = item.items[0].text;
      if (item.items[1].text != settings_.consumer) {
        of_others = true;
      } else if (predecessor_.gone() && !lane_->holds(stream_id::parse(id))) {
        strays_.push_back(id);
      }
    }
    if (of_others || !strays_.empty()) co_return true;
    if (pending.items.size() < page) co_return false;
    begin = "(" + pending.items.back().items.front().text;
  }
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
