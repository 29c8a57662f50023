#include "redis/lane_trimmer.hpp"

#include <algorithm>
#include <limits>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <clamator/protocol/error.hpp>

#include "redis/occurrences.hpp"
#include "redis/script.hpp"

namespace clamator::redis::detail {

lane_trimmer::lane_trimmer(std::shared_ptr<connection_core> commands, const asio::any_io_executor& strand,
                           const lane_settings& settings, std::function<void(stream_id)> learned)
    : commands_(std::move(commands)),
      stream_(settings.stream),
      group_(settings.service),
      log_(settings.log),
      observer_(settings.observer),
      learned_(std::move(learned)),
      timer_(strand),
      wanted_(std::make_shared<clamator::detail::async_event>()) {}

void lane_trimmer::start() {
  asio::co_spawn(timer_.get_executor(), loop(shared_from_this()), asio::detached);
}

void lane_trimmer::stop() {
  stopped_ = true;
  timer_.cancel();
  wanted_->notify();
}

void lane_trimmer::completed(const std::vector<stream_id>& ids) {
  // Where trimming is refused, what is not remembered here goes with the first trim that succeeds.
  const std::size_t room = finished_kept * 4 - std::min(finished_.size(), finished_kept * 4);
  finished_.insert(finished_.end(), ids.begin(),
                   ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), room)));
  finished_since_trim_ += ids.size();
  if (finished_since_trim_ >= trim_every || bytes_since_trim_ >= trim_every_bytes) wanted_->notify();
}

asio::awaitable<void> lane_trimmer::loop(std::shared_ptr<lane_trimmer> self) {
  constexpr std::chrono::milliseconds look_around{5'000};
  bool untrimmed = true;
  while (!self->stopped_) {
    self->timer_.expires_after(look_around);
    self->timer_.async_wait([wanted = self->wanted_](boost::system::error_code canceled) {
      if (!canceled) wanted->notify();
    });
    co_await self->wanted_->wait();
    if (self->stopped_) co_return;
    const bool busy = self->finished_since_trim_ > 0;
    if (!busy && !untrimmed) continue;
    try {
      self->finished_since_trim_ = self->bytes_since_trim_ = 0;
      co_await self->trim(!busy);
      untrimmed = busy;
    } catch (const std::exception& error) {
      if (self->log_)
        self->log_(log_level::debug, "trimming " + self->stream_ + ": " + std::string(error.what()));
    }
  }
}

asio::awaitable<void> lane_trimmer::trim(bool exact) {
  std::vector<std::string> arguments{group_, exact ? "=" : "~"};
  const answer done = co_await trim_script().run(commands_, stream_, std::move(arguments));
  if (done.items.size() != 4) {
    refused(done);
    co_return;
  }
  problem_.clear();
  trimmed(done.items[3].integer);
  learned_(stream_id::parse(done.items[0].text));
  const stream_id gone = stream_id::parse(done.items[1].text);
  while (!finished_.empty() && finished_.front() < gone) finished_.pop_front();
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const std::string& others = done.items[2].text;
  co_await delete_finished(others.empty() ? stream_id{most, most} : stream_id::parse(others));
}

// Not what another group of the stream has still to read or to finish.
asio::awaitable<void> lane_trimmer::delete_finished(stream_id below) {
  constexpr std::size_t batch = 500;
  while (finished_.size() > finished_kept && finished_.front() < below && !stopped_) {
    std::vector<std::string> command{"XDEL", stream_};
    while (command.size() < batch + 2 && finished_.front() < below) {
      command.push_back(finished_.front().text());
      finished_.pop_front();
    }
    const answer deleted = co_await execute(commands_, std::move(command));
    deleted.is_error() ? refused(deleted) : trimmed(deleted.integer);
  }
}

void lane_trimmer::refused(const answer& said) {
  tell_refused(observer_, group_, said.text);
  if (problem_.set(said.text) && log_) log_(log_level::warning, "trimming " + stream_ + ": " + said.text);
}

void lane_trimmer::trimmed(std::int64_t entries) const {
  if (entries <= 0) return;
  tell(observer_,
       {.what = event::stream_trimmed, .service = group_, .times = static_cast<std::uint64_t>(entries)});
}

}  // namespace clamator::redis::detail
