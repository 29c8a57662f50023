// The part of a lane that reads its stream.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <clamator/redis/resp/command.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>

#include "redis/service_lane.hpp"

namespace clamator::redis::detail {
namespace {

constexpr call_id read_tag{};
constexpr call_id client_id_tag{0, 1};

// An envelope of which so much is left where it was received. With 1 MB that is 0.9 of a server's CPU time;
// with 256 KB, which are copied from the core's own cache, it is nothing.
constexpr std::size_t large_envelope = 512 * 1024;

}  // namespace

void service_lane::connected() {
  reading_now_ = read_held_ = false;
  read_ended_.notify();
  reading_->submit(1, shared_from_this(), client_id_tag,
                   [](buffer& out) { resp::append_command(out, {"CLIENT", "ID"}); });
  begin_recovery();
}

void service_lane::begin_recovery() {
  auto run = [self = shared_from_this()]() -> asio::awaitable<void> { return self->recover(); };
  ++recoveries_;
  try {
    asio::co_spawn(reading_->strand(), std::move(run), asio::detached);
  } catch (...) {
    --recoveries_;
    throw;
  }
}

// What was handed out before goes first, so that the order stays.
asio::awaitable<void> service_lane::recover() {
  try {
    co_await recover_();
  } catch (const std::exception& error) {
    say(log_level::error, "recovering from " + settings_.stream + " was given up: " + error.what());
  }
  --recoveries_;
  read();
}

void service_lane::lost(const call_id& tag, bool, const std::string&) {
  if (tag == client_id_tag) return;
  reading_now_ = false;
  read_ended_.notify();
}

void service_lane::read() {
  if (intake_stopped_ || reading_now_ || read_held_ || repairing_ || recoveries_ > 0 || !reading_->ready())
    return;
  waiting_for_room_ = true;
  const completion_writer::backlog unsettled = writer_->unsettled();
  if (unsettled.count + letters_->unsettled() >= unsettled_at_most) return;
  if (unsettled.bytes >= unsettled_bytes_at_most) return;
  if (worker_wanted_) return;
  const service_load load = sink_->load(index_);
  const std::size_t held = load.queued + load.running;
  std::size_t count = 0;
  {
    const std::lock_guard lock(mutex_);
    count = ahead_.count(held);
  }
  count > 0 ? send_read(count, true) : read_early(held);
}

// Takes what is in the stream while all workers are busy, once one of them is about to be free: it does not
// wait for more, since a handler may take longer than was expected.
void service_lane::read_early(std::size_t held) {
  std::size_t count = 0;
  std::optional<std::chrono::steady_clock::time_point> next;
  {
    const std::lock_guard lock(mutex_);
    next = ahead_.next_look(held);
    if (next) count = ahead_.early_count(held, std::chrono::steady_clock::now());
  }
  if (count > 0) return send_read(count, false);
  if (!next || *next <= std::chrono::steady_clock::now()) return;
  try {
    early_.expires_at(*next);
    early_.async_wait([self = shared_from_this()](boost::system::error_code canceled) {
      if (!canceled) self->read();
    });
  } catch (const std::bad_alloc&) {
    // The next is read once a worker is free.
  }
}

void service_lane::send_read(std::size_t count, bool waits) {
  // Before Redis can have it: a process that is stopped in here must not take the answer for a fresh one.
  read_sent_ = std::chrono::steady_clock::now();
  try {
    reading_->submit(1, shared_from_this(), read_tag, [&](buffer& out) {
      resp::append_array_header(out, waits ? 11 : 9);
      out.append(read_head_.view());
      resp::append_bulk(out, static_cast<std::int64_t>(count));
      if (waits) out.append(read_block_.view());
      out.append(read_tail_.view());
    });
  } catch (const std::bad_alloc& error) {
    say(log_level::warning, "reading " + settings_.stream + ": " + error.what());
    return read_later();
  }
  waiting_for_room_ = false;
  reading_now_ = true;
  asked_for_ = count;
}

void service_lane::answered(const call_id& tag, resp::reply_view reply, std::string_view) {
  if (tag == client_id_tag) {
    client_id_ = reply.integer();
    return;
  }
  reading_now_ = false;
  read_ended_.notify();
  if (reply.is_error() || (!reply.is_null() && reply.size() == 0)) {
    return reading_failed(reply.is_error() ? reply.text() : "the answer is none to XREADGROUP");
  }
  not_read_.clear();
  if (!reply.is_null() && read_is_late()) {
    note(event::read_late);
    // The thread was blocked, or Redis, and others may have claimed by now what Redis handed out meanwhile.
    begin_recovery();
  } else {
    std::shared_ptr<const buffer> received;  // where one of them is large
    std::size_t found = 0;
    for (const resp::reply_view stream : reply) {
      for (const resp::reply_view each : stream[1]) {
        const entry request = entry::from_reply(each);
        const bool large = request.envelope.size() >= large_envelope;
        if (large && !received) received = reading_->keep_received();
        take(request, 1, read_sent_, found_by::reading, large ? received : nullptr);
        ++found;
      }
    }
    if (found > 0 && read_is_late()) return forget_unbegun(reply);
    writer_->expect(found);
    {
      const std::lock_guard lock(mutex_);
      ahead_.came(asked_for_, found, std::chrono::steady_clock::now() - read_sent_);
    }
    // A single request has Redis's CPU fall asleep: the read wakes it while that is handled, which is worth a
    // tenth of the latency. Where it came back full, more waits in the stream.
    found > 1 && found < asked_for_ ? hold_read() : read();
  }
}

bool service_lane::read_is_late() const {
  return std::chrono::steady_clock::now() - read_sent_ > settings_.claim_idle / 2;
}

// The process was stopped while it took them. Those of whose leases were looked at meanwhile are gone; the
// others must not begin before it is known whose they are.
void service_lane::forget_unbegun(resp::reply_view reply) {
  note(event::read_late);
  for (const resp::reply_view stream : reply) {
    for (const resp::reply_view each : stream[1]) {
      const stream_id id = stream_id::parse(entry::from_reply(each).id);
      std::unique_ptr<delivery> unbegun;
      const std::lock_guard lock(mutex_);
      unbegun = sink_->take_back(index_, id.place());
      if (unbegun) ledger_.forget(id);
    }
  }
  begin_recovery();
}

// The next read waits for what the worker can finish of this one in its turn, and goes out in one write with
// that. Nobody misses it: all that was in the stream has just been read.
void service_lane::hold_read() {
  if (commands_->strand() != reading_->strand()) return read();
  read_held_ = true;
  try {
    clamator::detail::post_behind(strand(), [self = shared_from_this()] {
      // It is promised, whether somebody else has ended the gap or not.
      try {
        self->writer_->flush();
      } catch (const std::bad_alloc& error) {
        self->say(log_level::warning, "completing on " + self->settings_.stream + ": " + error.what());
      }
      self->end();
    });
    writer_->flush_is_coming();
  } catch (const std::bad_alloc&) {
    end();
  }
}

// What is taken back goes over the other connection, and must not come behind an acknowledgement.
bool service_lane::open() const {
  return read_held_ && taking_back_ == 0 && reading_->ready();
}

void service_lane::end() {
  if (!std::exchange(read_held_, false)) return;
  read();
}

void service_lane::resume_reading() {
  worker_wanted_ = false;
  read();
}

void service_lane::reading_failed(std::string_view error) {
  const std::string_view code = error.substr(0, error.find(' '));
  note_refused(error);
  if (not_read_.set(error))
    say(log_level::warning, "reading " + settings_.stream + ": " + std::string(error));
  // Redis unblocks a read also where it becomes a replica; the stream is still there then.
  if (code == "UNBLOCKED" && error.find("no longer exists") != std::string_view::npos) {
    const std::lock_guard lock(mutex_);
    ledger_.forget_history();
  }
  if (code == "NOGROUP" || code == "UNBLOCKED") {
    asio::co_spawn(
        reading_->strand(), [self = shared_from_this()]() -> asio::awaitable<void> { return self->repair(); },
        asio::detached);
  } else {
    read_later();
  }
}

void service_lane::read_later() {
  retry_.expires_after(std::chrono::milliseconds(200));
  retry_.async_wait([self = shared_from_this()](boost::system::error_code canceled) {
    if (!canceled) self->read();
  });
}

}  // namespace clamator::redis::detail
