#include "redis/service_lane.hpp"

#include <charconv>
#include <functional>

#include <boost/asio/dispatch.hpp>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/resp/command.hpp>
#include <clamator/rpc/call_options.hpp>

#include "redis/keeper_times.hpp"
#include "redis/redis_delivery.hpp"
#include "redis/script.hpp"

namespace clamator::redis::detail {
namespace {

// Whoever adds an entry may choose its id. One from beyond the year 2100 is no time that a clock can reach.
constexpr std::uint64_t latest_id = 4'102'444'800'000;

}  // namespace

service_lane::service_lane(lane_settings settings, server_sink& sink, std::size_t index,
                           std::shared_ptr<connection_core> commands,
                           std::shared_ptr<connection_core> reading)
    : settings_(std::move(settings)),
      sink_(&sink),
      index_(index),
      commands_(std::move(commands)),
      reading_(std::move(reading)),
      group_(settings_, commands_),
      retry_(reading_->strand()),
      early_(reading_->strand()),
      ahead_(settings_.concurrency),
      flushed_(std::make_shared<clamator::detail::async_event>()) {
  for (const std::string_view word :
       {"XREADGROUP", "GROUP", settings_.service.c_str(), settings_.consumer.c_str(), "COUNT"}) {
    resp::append_bulk(read_head_, word);
  }
  resp::append_bulk(read_block_, "BLOCK");
  resp::append_bulk(read_block_, block(settings_.claim_idle).count());
  for (const std::string_view word : {"STREAMS", settings_.stream.c_str(), ">"})
    resp::append_bulk(read_tail_, word);
}

asio::awaitable<void> service_lane::prepare() {
  writer_ = std::make_shared<completion_writer>(commands_, reading_->strand(), settings_,
                                                [weak = weak_from_this()](const std::vector<stream_id>& ids) {
                                                  if (const auto self = weak.lock()) self->completed(ids);
                                                });
  writer_->on_empty([flushed = flushed_] { flushed->notify(); });
  if (commands_->strand() == reading_->strand()) writer_->use(weak_from_this());
  letters_ = std::make_shared<dead_letter_writer>(
      commands_, reading_->strand(), settings_,
      [weak = weak_from_this()](const rejected_request& request, dead_letter_writer::fate what) {
        if (const auto self = weak.lock()) self->dead_letter_done(request, what);
      });
  letters_->on_empty([flushed = flushed_] { flushed->notify(); });
  writer_->note_reply_streams(settings_.reply_streams, note_period(settings_.cleanup_after));
  trimmer_ = std::make_shared<lane_trimmer>(commands_, reading_->strand(), settings_,
                                            [weak = weak_from_this()](stream_id id) {
                                              const auto self = weak.lock();
                                              if (!self) return;
                                              const std::lock_guard lock(self->mutex_);
                                              self->ledger_.learn_handled(id);
                                            });
  sink_->on_load_dropped(index_, [weak = weak_from_this()] {
    if (const auto self = weak.lock()) self->load_dropped();
  });
  // What the pool has handled must not run again if the group has to be made again.
  const stream_id handled = co_await group_.create();
  {
    const std::lock_guard lock(mutex_);
    ledger_.learn_handled(handled);
  }
  asio::dispatch(commands_->strand(),
                 [commands = commands_, writer = writer_] { commands->add_listener(writer); });
  co_await reading_->open();
}

void service_lane::begin(std::function<asio::awaitable<void>()> recover) {
  recover_ = std::move(recover);
  trimmer_->start();
  reading_->add_listener(shared_from_this());
}

bool service_lane::holds(stream_id id) const {
  const std::lock_guard lock(mutex_);
  return ledger_.holds(id);
}

std::string_view service_lane::reply_stream(const entry& found) const {
  const std::string_view reply_to = found.reply_to;
  if (reply_to.empty() ||
      (reply_to.starts_with(settings_.reply_prefix) && reply_to != settings_.reply_prefix)) {
    return reply_to;
  }
  note(event::reply_dropped, reply_to, "not below the key prefix");
  if (settings_.reply_faults->is_news(reply_to, "none of ours", std::chrono::steady_clock::now())) {
    say(log_level::warning, "request " + std::string(found.id) + " of " + settings_.stream +
                                " names a reply stream that is none of ours, and will not be answered there");
  }
  return {};
}

void service_lane::take(const entry& found, unsigned delivery_count,
                        std::chrono::steady_clock::time_point since, found_by how,
                        std::shared_ptr<const buffer> received) {
  if (found.deleted) return;
  const stream_id id = stream_id::parse(found.id);
  auto request = std::make_unique<redis_delivery>(shared_from_this(), id, found, reply_stream(found),
                                                  settings_.reply_prefix.size(), std::move(received));
  entry_ledger::verdict verdict{};
  {
    const std::lock_guard lock(mutex_);
    const std::size_t before = ledger_.unhandled();
    verdict = ledger_.take(id, request.get(), content_of(found), leased_at(since));
    if (verdict == entry_ledger::verdict::fresh) {
      if (before < settings_.concurrency) ahead_.begin(std::chrono::steady_clock::now(), before);
      ahead_.arrived(found.envelope.size());
    }
  }
  if (verdict != entry_ledger::verdict::fresh) note(event::request_repeated, found.id);
  if (verdict == entry_ledger::verdict::held) return;
  // Not with the mutex locked, since this may send what was added, and read.
  if (verdict == entry_ledger::verdict::finished) return writer_->add({id, {}, {}});
  trimmer_->arrived(found.envelope.size());
  if (how == found_by::takeover) note(event::request_taken_over, found.id);
  if (found.envelope.empty()) {
    say(log_level::warning, "entry " + std::string(found.id) + " of " + settings_.stream +
                                " has no envelope: it becomes a dead letter");
    rejected_request aside;
    aside.id = id;
    aside.reason = "no envelope";
    aside.attempts = delivery_count;
    return keep_aside(std::move(aside));
  }
  request->origin.delivery_count = delivery_count;
  request->origin.deadline = deadline_of(found, id);
  sink_->deliver(index_, std::move(request));
}

std::optional<std::chrono::steady_clock::time_point> service_lane::deadline_of(const entry& found,
                                                                               stream_id id) const {
  std::int64_t left = 0;
  const char* const ttl_end = found.time_to_live.data() + found.time_to_live.size();
  const auto [end, error] = std::from_chars(found.time_to_live.data(), ttl_end, left);
  const bool known = error == std::errc() && end == ttl_end && left >= 0 &&
                     left < clamator::detail::longest_wait.count() && id.milliseconds < latest_id;
  if (!known) return std::nullopt;
  const std::chrono::milliseconds at_redis(static_cast<std::int64_t>(id.milliseconds) + left);
  return std::chrono::steady_clock::time_point(at_redis - clock_offset_);
}

void service_lane::finished(const completion& done) {
  const delivery* what = nullptr;
  bool at_once = false;
  {
    const std::lock_guard lock(mutex_);
    what = ledger_.handled(done.id);
    ahead_.finish(std::chrono::steady_clock::now(), ledger_.unhandled());
    at_once = ahead_.completes_at_once();
  }
  hand_on(done.id, what, [&] { writer_->add(done, at_once); });
}

void service_lane::given_up(stream_id id, const delivery* what) noexcept {
  const std::lock_guard lock(mutex_);
  if (ledger_.find(id) == what) ledger_.forget(id);
}

void service_lane::completed(const std::vector<stream_id>& ids) {
  {
    const std::lock_guard lock(mutex_);
    for (const stream_id id : ids) ledger_.finish(id);
  }
  trimmer_->completed(ids);
  if (waiting_for_room_) read();
}

// On a worker's thread, after each request: no more than a look, unless somebody waits for it.
void service_lane::load_dropped() {
  if (intake_stopped_ || (!waiting_for_room_ && !worker_wanted_)) return;
  const service_load load = sink_->load(index_);
  if (worker_wanted_ && load.queued == 0 && load.running < settings_.concurrency) worker_free_.notify();
  {
    const std::lock_guard lock(mutex_);
    const std::size_t held = load.queued + load.running;
    if (ahead_.count(held) == 0 && !ahead_.next_look(held)) return;
  }
  asio::dispatch(reading_->strand(), [self = shared_from_this()] { self->read(); });
}

asio::awaitable<std::size_t> service_lane::wait_free_worker() {
  worker_wanted_ = true;
  for (;;) {
    if (intake_stopped_) co_return 0;
    const service_load load = sink_->load(index_);
    if (load.queued == 0 && load.running < settings_.concurrency)
      co_return settings_.concurrency - load.running;
    co_await worker_free_.wait();
  }
}

// Redis's clock counts milliseconds. A stream that is deleted and made again within one has entries under the
// ids of requests that are finished, and a group that begins behind those would never hand them out.
asio::awaitable<void> service_lane::begin_anew_where_ids_came_back(stream_id begun_at) {
  const answer found = co_await group_.entries_before(begun_at);
  bool came_back = false;
  {
    const std::lock_guard lock(mutex_);
    for (const answer& item : found.items) {
      const entry each = entry::from_answer(item);
      came_back = came_back || ledger_.contradicts(stream_id::parse(each.id), content_of(each));
    }
    if (came_back) ledger_.forget_history();
  }
  if (!came_back) co_return;
  note(event::stream_begun_anew);
  const answer done = co_await group_.rewind();
  if (done.is_error()) say(log_level::warning, "beginning " + settings_.stream + " anew: " + done.text);
}

asio::awaitable<void> service_lane::repair() {
  if (repairing_ || intake_stopped_) co_return;
  repairing_ = true;
  std::string problem;
  try {
    stream_id handled;
    {
      const std::lock_guard lock(mutex_);
      handled = ledger_.handled_below();
    }
    const answer repaired = co_await group_.create_again(handled);
    if (repaired.is_error()) problem = repaired.text;
    if (!repaired.is_error()) {
      note(event::group_repaired, repaired.text);
      say(log_level::warning, "group " + settings_.service + " of " + settings_.stream +
                                  " was lost and is created again: " + repaired.text);
      writer_->note_again();
      co_await begin_anew_where_ids_came_back(stream_id::parse(repaired.text));
    }
  } catch (const std::exception& error) {
    problem = error.what();
  }
  repairing_ = false;
  if (problem.empty()) {
    unrepaired_.clear();
    read();
  } else {
    note(event::group_unrepaired, {}, problem);
    if (unrepaired_.set(problem)) {
      say(log_level::error,
          "group " + settings_.service + " of " + settings_.stream + " cannot be created again: " + problem);
    }
    read_later();
  }
}

std::vector<stream_id> service_lane::leased_since(std::chrono::steady_clock::time_point since) const {
  const std::lock_guard lock(mutex_);
  return ledger_.leased_since(since);
}

// What waits goes first: a handler that is cancelled makes room for the next.
void service_lane::lost_leases(const std::vector<stream_id>& ids, std::string_view how) {
  std::vector<stream_id> running;
  const auto tell = [&](stream_id id, std::string_view when) {
    say(log_level::warning,
        "request " + id.text() + " of " + settings_.stream + std::string(how) + std::string(when));
  };
  for (const stream_id id : ids) {
    std::unique_ptr<delivery> withdrawn;
    {
      // For as long as this is held, no handler's end can free what the ledger points to.
      const std::lock_guard lock(mutex_);
      if (ledger_.find(id) == nullptr) continue;
      withdrawn = sink_->take_back(index_, id.place());
      withdrawn ? ledger_.forget(id) : ledger_.lose(id);
    }
    note(event::request_lost, id.text());
    withdrawn ? tell(id, " before it began here") : running.push_back(id);
  }
  for (const stream_id id : running) {
    sink_->cancel(index_, id.place(), cancel_reason::lost);
    tell(id, " while it runs here");
  }
}

void service_lane::cancel(const std::vector<stream_id>& ids) {
  for (const stream_id id : ids) {
    const std::unique_ptr<delivery> unbegun = sink_->take_back(index_, id.place());
    if (unbegun) note(event::request_cancelled, id.text());
    unbegun ? unbegun->finish({}) : sink_->cancel(index_, id.place(), cancel_reason::unawaited);
  }
}

asio::awaitable<void> service_lane::stop_intake() {
  intake_stopped_ = true;
  retry_.cancel();
  early_.cancel();
  trimmer_->stop();
  worker_free_.notify();
  if (reading_now_ && client_id_ != 0 && commands_->ready()) {
    std::vector<std::string> unblock{"CLIENT", "UNBLOCK", std::to_string(client_id_)};
    try {
      const answer done = co_await execute(commands_, std::move(unblock));
      if (done.is_error())
        say(log_level::info, "the blocked read ends by itself within a second: " + done.text);
    } catch (const transport_error& error) {
      say(log_level::info, std::string("the blocked read ends by itself within a second: ") + error.what());
    }
  }
  while (reading_now_) co_await read_ended_.wait();
  std::vector<stream_id> not_begun;
  for (const auto& request : sink_->take_back(index_)) {
    not_begun.push_back(static_cast<const redis_delivery&>(*request).id());
    const std::lock_guard lock(mutex_);
    ledger_.forget(not_begun.back());
  }
  co_await release(not_begun);
}

asio::awaitable<void> service_lane::release(const std::vector<stream_id>& ids) {
  if (ids.empty()) co_return;
  note(event::request_given_back, {}, {}, ids.size());
  std::vector<std::string> arguments{settings_.service, settings_.consumer, settings_.control_channel};
  for (const stream_id id : ids) arguments.push_back(id.text());
  std::string problem;
  try {
    const answer released = co_await release_script().run(commands_, settings_.stream, std::move(arguments));
    if (released.is_error()) problem = released.text;
    if (released.is_error()) note_refused(problem);
    if (!released.is_error() && !released.text.empty()) {
      say(log_level::warning,
          "other servers of " + settings_.stream +
              " find what this one gives back only when they look around: " + released.text);
    }
  } catch (const transport_error& error) {
    problem = error.what();
  }
  if (!problem.empty()) {
    say(log_level::warning, "requests of " + settings_.stream + " that were not begun are free only after " +
                                std::to_string(settings_.claim_idle.count()) + " ms: " + problem);
  }
}

asio::awaitable<void> service_lane::stop() {
  intake_stopped_ = true;
  if (!writer_) co_return;
  trimmer_->stop();
  const connection_options& options = commands_->options();
  asio::steady_timer limit(reading_->strand(),
                           commands_->ready() ? options.command_timeout : options.reconnect_max);
  limit.async_wait([flushed = flushed_](boost::system::error_code) { flushed->notify(); });
  const auto deadline = limit.expiry();
  const auto written = [this] { return writer_->empty() && letters_->empty(); };
  while (!written() && std::chrono::steady_clock::now() < deadline) co_await flushed_->wait();
  limit.cancel();
  if (!written()) {
    note(event::completion_abandoned, {}, {}, writer_->unsettled().count + letters_->unsettled());
    say(log_level::warning,
        "completions of " + settings_.stream + " could not be written: those requests run again elsewhere");
  }
  writer_->close();
  letters_->close();
}

}  // namespace clamator::redis::detail
