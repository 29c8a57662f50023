#include "redis/keeper.hpp"

#include <utility>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/protocol/error.hpp>

#include "redis/keeper_scripts.hpp"
#include "redis/keeper_times.hpp"

namespace clamator::redis::detail {
namespace {

std::string_view problem_of(const answer& done) {
  return done.is_error() ? std::string_view(done.text) : std::string_view();
}

std::string what(keeper_step step, const lane_settings& settings) {
  switch (step) {
    case keeper_step::election:
      return "electing a keeper for " + settings.stream;
    case keeper_step::consumers:
      return "removing idle consumers of " + settings.stream;
    case keeper_step::notes:
      return "looking for old streams of " + settings.reply_streams;
    case keeper_step::reply_streams:
      return "deleting old streams of " + settings.reply_streams;
    case keeper_step::trimming:
      break;
  }
  return "trimming " + settings.stream;
}

}  // namespace

keeper::keeper(std::shared_ptr<service_lane> lane)
    : lane_(std::move(lane)), settings_(lane_->settings()), timer_(lane_->strand()) {}

void keeper::start() {
  asio::co_spawn(lane_->strand(), loop(shared_from_this()), asio::detached);
}

void keeper::stop() {
  stopped_ = true;
  timer_.cancel();
}

// A server that starts trims its stream by itself.
asio::awaitable<void> keeper::loop(std::shared_ptr<keeper> self) {
  bool first = true;
  while (!self->stopped_) {
    try {
      if (co_await self->elected()) co_await self->tidy(!first);
    } catch (const std::exception& error) {
      // Mostly a connection that broke, which says so itself.
      if (!self->stopped_)
        self->lane_->say(log_level::debug, "tidying up " + self->settings_.stream + ": " + error.what());
    }
    first = false;
    if (self->stopped_) co_return;
    self->timer_.expires_after(tidying_period(self->settings_.cleanup_after));
    boost::system::error_code canceled;
    co_await self->timer_.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
  }
}

asio::awaitable<bool> keeper::elected() {
  const auto expiry = office_expiry(settings_.cleanup_after);
  std::vector<std::string> arguments{settings_.instance_id, std::to_string(expiry.count())};
  const bool before = std::exchange(elected_, true);
  const answer asked = co_await elect_script().run(lane_->commands(), settings_.keeper, std::move(arguments));
  ended(keeper_step::election, problem_of(asked));
  elected_ = asked.integer == 1;
  if (elected_ && !before) lane_->note(event::keeper_elected);
  co_return elected_;
}

asio::awaitable<void> keeper::tidy(bool trimming) {
  if (!stopped_) co_await remove_consumers();
  if (!stopped_) co_await delete_reply_streams();
  if (!stopped_ && trimming) co_await trim();
}

asio::awaitable<void> keeper::remove_consumers() {
  std::vector<std::string> arguments{settings_.service, settings_.consumer,
                                     std::to_string(settings_.cleanup_after.count())};
  const answer removed =
      co_await remove_consumers_script().run(lane_->commands(), settings_.stream, std::move(arguments));
  ended(keeper_step::consumers, problem_of(removed));
  if (removed.integer == 0) co_return;
  lane_->note(event::consumer_removed, {}, {}, static_cast<std::uint64_t>(removed.integer));
  lane_->say(log_level::info, "removed " + std::to_string(removed.integer) + " consumers of " +
                                  settings_.stream + " that were idle for " +
                                  std::to_string(settings_.cleanup_after.count()) + " ms");
}

// Whatever is looked at is not old any more, so that this ends.
asio::awaitable<void> keeper::delete_reply_streams() {
  std::int64_t deleted = 0;
  bool more = true;
  while (more && !stopped_) {
    std::vector<std::string> arguments{settings_.reply_prefix,
                                       std::to_string(settings_.cleanup_after.count()),
                                       std::to_string(streams_at_a_time)};
    const answer done = co_await delete_reply_streams_script().run(lane_->commands(), settings_.reply_streams,
                                                                   std::move(arguments));
    const bool answered = done.items.size() == 3;
    ended(keeper_step::notes, problem_of(done));
    if (!answered) break;
    deleted += done.items[1].integer;
    const std::string& problem = done.items[2].text;
    // Where there was nothing to delete, nothing is known to have been mended.
    if (deleted > 0 || !problem.empty()) ended(keeper_step::reply_streams, problem);
    more = problem.empty() && done.items[0].integer == streams_at_a_time;
  }
  if (deleted == 0) co_return;
  lane_->note(event::reply_stream_removed, {}, {}, static_cast<std::uint64_t>(deleted));
  lane_->say(log_level::info, "deleted " + std::to_string(deleted) + " reply streams without a reply for " +
                                  std::to_string(settings_.cleanup_after.count()) + " ms");
}

// Each server trims after its own work; this is for what others finished, and do not trim.
asio::awaitable<void> keeper::trim() {
  std::vector<std::string> arguments{settings_.service, "="};
  const answer trimmed =
      co_await trim_script().run(lane_->commands(), settings_.stream, std::move(arguments));
  // A stream that was deleted is made again by those who read it.
  if (trimmed.text.find("no such key") != std::string::npos) co_return;
  ended(keeper_step::trimming, problem_of(trimmed));
  const std::int64_t removed = trimmed.items.size() == 4 ? trimmed.items[3].integer : 0;
  if (removed > 0) lane_->note(event::stream_trimmed, {}, {}, static_cast<std::uint64_t>(removed));
}

void keeper::ended(keeper_step step, std::string_view problem) {
  if (!problem.empty()) lane_->note_refused(problem);
  if (!faults_.is_news(step, problem)) return;
  lane_->say(log_level::warning,
             what(step, settings_) + " is refused, and will be tried again: " + std::string(problem));
}

asio::awaitable<void> keeper::resign() {
  if (!std::exchange(elected_, false)) co_return;
  std::vector<std::string> arguments{settings_.instance_id};
  std::string problem;
  try {
    const answer done =
        co_await resign_script().run(lane_->commands(), settings_.keeper, std::move(arguments));
    problem = problem_of(done);
  } catch (const transport_error& error) {
    problem = error.what();
  }
  if (problem.empty()) co_return;
  lane_->say(log_level::info, "another server tidies up " + settings_.stream + " only after " +
                                  std::to_string(office_expiry(settings_.cleanup_after).count()) +
                                  " ms: " + problem);
}

}  // namespace clamator::redis::detail
