#include "redis/reply_reader.hpp"

#include <algorithm>

#include <clamator/redis/resp/command.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>

#include "redis/entry.hpp"
#include "redis/occurrences.hpp"

namespace clamator::redis::detail {

reply_reader::reply_reader(std::shared_ptr<connection_core> connection, client_sink& sink, std::string stream,
                           log_sink log, std::shared_ptr<observer> watching)
    : connection_(std::move(connection)),
      sink_(&sink),
      stream_(std::move(stream)),
      log_(std::move(log)),
      observer_(std::move(watching)),
      retry_(connection_->strand()) {
  set_count(most);
}

void reply_reader::set_count(std::size_t count) {
  if (count == count_) return;
  count_ = count;
  head_.clear();
  resp::append_array_header(head_, 8);
  for (const std::string_view word : {"XREAD", "COUNT"}) resp::append_bulk(head_, word);
  resp::append_bulk(head_, static_cast<std::int64_t>(count));
  resp::append_bulk(head_, "BLOCK");
  resp::append_bulk(head_, block.count());
  resp::append_bulk(head_, "STREAMS");
  resp::append_bulk(head_, stream_);
}

void reply_reader::close() {
  sink_ = nullptr;
  retry_.cancel();
  connection_->close();
}

void reply_reader::connected() {
  reading_ = false;
  gap_.reset();
  read();
}

void reply_reader::read() {
  if (sink_ == nullptr || reading_ || gap_ || !connection_->ready()) return;
  connection_->submit(1, shared_from_this(), {}, [this](buffer& out) {
    out.append(head_.view());
    resp::append_bulk(out, last_id_);
  });
  reading_ = true;
}

// A null answer is a read that found nothing in its time.
void reply_reader::answered(const call_id&, resp::reply_view reply, std::string_view) {
  reading_ = false;
  if (reply.is_error()) {
    tell_refused(observer_, {}, reply.text());
    return read_later(std::string(reply.text()));
  }
  if (!reply.is_null() && reply.size() == 0) return read_later("the answer is none to XREAD");
  problem_.clear();
  std::size_t replies = 0;
  std::size_t bytes = 0;
  for (const resp::reply_view stream : reply) {
    for (const resp::reply_view each : stream[1]) {
      const entry found = entry::from_reply(each);
      // Where this throws, the connection breaks, and the next one begins with this entry again.
      if (!found.envelope.empty() && sink_ != nullptr) sink_->reply(found.envelope);
      last_id_ = found.id;
      ++replies;
      bytes += found.envelope.size();
    }
  }
  const bool large = bytes > most_bytes / 8;
  if (large || (count_ != most && replies != 0))
    set_count(std::clamp<std::size_t>(most_bytes * replies / (bytes + 1), 1, most));
  // After a single reply the read wakes Redis's CPU while the caller runs.
  replies > 1 ? hold_read(replies) : read();
}

// Who gets a reply calls again, as often as not. The next read goes out behind the last of these calls, or
// once the callers that run on this executor had their turn.
void reply_reader::hold_read(std::size_t replies) {
  if (sink_ == nullptr) return;
  callers_ = replies;
  gap_.emplace(connection_);
  try {
    clamator::detail::post_behind(connection_->strand(), [self = shared_from_this()] { self->end_gap(); });
  } catch (const std::bad_alloc&) {
    end_gap();
  }
}

void reply_reader::request_submitted() {
  if (--callers_ == 0) end_gap();
}

void reply_reader::end_gap() {
  if (!gap_) return;
  const connection_core::gathering together(connection_);
  gap_.reset();
  try {
    read();
  } catch (const std::bad_alloc& error) {
    read_later(error.what());
  }
  connection_->flush();
}

// Nothing of ours makes XREAD fail: it is loading, busy, or its rights were taken, and may be well again.
void reply_reader::read_later(const std::string& problem) {
  if (problem_.set(problem) && log_) {
    log_(log_level::warning, "reading " + stream_ + ": " + problem + "; it is tried again every 100 ms");
  }
  retry_.expires_after(std::chrono::milliseconds(100));
  retry_.async_wait([self = shared_from_this()](boost::system::error_code canceled) {
    if (canceled) return;
    try {
      self->read();
    } catch (const std::bad_alloc& error) {
      self->read_later(error.what());
    }
  });
}

void reply_reader::add_health(client_health& now) const {
  now.last_read = connection_->last_progress();
  problem_.add_to(now, "reading " + stream_ + ": ");
}

}  // namespace clamator::redis::detail
