#include "redis/dead_letter_writer.hpp"

#include <chrono>
#include <exception>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "redis/dead_letter_scripts.hpp"
#include "redis/occurrences.hpp"

namespace clamator::redis::detail {
namespace {

// A handler's exception may say anything, and 10,000 letters say it again.
std::string shortened(std::string_view reason) {
  constexpr std::size_t most = 1000;
  if (reason.size() <= most) return std::string(reason);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(reason[end]) & 0xC0U) == 0x80U) --end;
  return std::string(reason.substr(0, end)) + "...";
}

}  // namespace

dead_letter_writer::dead_letter_writer(std::shared_ptr<connection_core> connection,
                                       const asio::any_io_executor& strand, lane_settings settings,
                                       listener done)
    : connection_(std::move(connection)),
      settings_(std::move(settings)),
      done_(std::move(done)),
      pause_(strand) {}

void dead_letter_writer::add(rejected_request request) {
  std::list<rejected_request> added;
  added.push_back(std::move(request));
  const auto place = added.begin();
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    waiting_.splice(waiting_.end(), added);
    first = !std::exchange(writing_, true);
  }
  if (!first) return;
  try {
    asio::co_spawn(pause_.get_executor(), write_all(shared_from_this()), asio::detached);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    writing_ = false;
    waiting_.erase(place);
    throw;
  }
}

asio::awaitable<void> dead_letter_writer::write_all(std::shared_ptr<dead_letter_writer> self) {
  for (;;) {
    const rejected_request* const request = self->next();
    if (request == nullptr) co_return;
    co_await self->write(*request);
  }
}

const rejected_request* dead_letter_writer::next() {
  const std::lock_guard lock(mutex_);
  writing_ = !waiting_.empty() && !closed_;
  return writing_ ? &waiting_.front() : nullptr;
}

asio::awaitable<void> dead_letter_writer::write(const rejected_request& request) {
  bool in_doubt = false;  // whether it may have been kept already
  while (!closed_) {
    try {
      const answer kept = co_await keep(request);
      if (settle(request, kept, in_doubt)) co_return;
    } catch (const std::exception& error) {
      in_doubt = true;
      say(log_level::debug, "keeping a dead letter of " + settings_.stream + ": " + error.what());
    }
    pause_.expires_after(std::chrono::milliseconds(200));
    boost::system::error_code canceled;
    co_await pause_.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
  }
}

asio::awaitable<answer> dead_letter_writer::keep(const rejected_request& request) {
  std::vector<std::string> arguments{settings_.service,
                                     request.id.text(),
                                     settings_.dead_letters,
                                     request.reply_to,
                                     request.reply,
                                     std::to_string(settings_.reply_stream_maxlen),
                                     shortened(request.reason),
                                     std::to_string(request.attempts),
                                     request.consumer,
                                     settings_.reply_streams};
  co_return co_await keep_letter_script().run(connection_, settings_.stream, std::move(arguments));
}

bool dead_letter_writer::settle(const rejected_request& request, const answer& kept, bool in_doubt) {
  if (kept.items.size() != 2) return refuse(request, kept.text);
  if (refusal_.clear())
    say(log_level::info, "keeping dead letters of " + settings_.stream + " succeeds again");
  const std::string& what = kept.items[0].text;
  const std::string& unanswered = kept.items[1].text;
  const std::string name = "request " + request.id.text() + " of " + settings_.stream;
  if (what == "kept") note(event::request_dead_lettered, request.id.text(), request.reason);
  if (what == "deleted") note(event::request_deleted, request.id.text(), {});
  if (what == "deleted")
    say(log_level::warning, name + " was deleted before it could be kept as a dead letter: acknowledged");
  if (!unanswered.empty()) note(event::reply_dropped, request.reply_to, unanswered);
  if (!unanswered.empty() &&
      settings_.reply_faults->is_news(request.reply_to, unanswered, std::chrono::steady_clock::now()))
    say(log_level::error, "the reply to " + request.reply_to + " cannot be written: " + unanswered);
  conclude(what == "not pending" && !in_doubt ? fate::left : fate::settled);
  return true;
}

bool dead_letter_writer::refuse(const rejected_request& request, const std::string& error) {
  tell_refused(settings_.observer, settings_.service, error);
  if (passes(error)) {
    if (refusal_.set(error)) {
      say(log_level::error,
          "keeping dead letters of " + settings_.stream + " is refused, and will be tried again: " + error);
    }
    return false;
  }
  note(event::dead_letter_refused, request.id.text(), error);
  if (settings_.reply_faults->is_news(settings_.dead_letters, error, std::chrono::steady_clock::now())) {
    say(log_level::error, "request " + request.id.text() + " of " + settings_.stream +
                              " cannot be kept as a dead letter in " + settings_.dead_letters + ": " + error);
  }
  conclude(fate::refused);
  return true;
}

// Out of the list first, so that it counts no more for those who are told; back again where they fail.
void dead_letter_writer::conclude(fate what) {
  std::list<rejected_request> done;
  {
    const std::lock_guard lock(mutex_);
    done.splice(done.end(), waiting_, waiting_.begin());
  }
  try {
    done_(done.front(), what);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    waiting_.splice(waiting_.begin(), done);
    throw;
  }
  if (empty_ && empty()) empty_();
}

std::size_t dead_letter_writer::unsettled() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

void dead_letter_writer::close() {
  closed_ = true;
  pause_.cancel();
}

void dead_letter_writer::add_health(health& now) const {
  refusal_.add_to(now, "keeping dead letters of " + settings_.stream + " is refused: ");
}

void dead_letter_writer::note(event what, std::string_view subject, std::string_view reason) const {
  tell(settings_.observer,
       {.what = what, .service = settings_.service, .subject = subject, .reason = reason});
}

void dead_letter_writer::say(log_level level, const std::string& text) const {
  if (settings_.log) settings_.log(level, text);
}

}  // namespace clamator::redis::detail
