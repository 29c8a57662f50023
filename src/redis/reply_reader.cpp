#include "redis/reply_reader.hpp"

#include <clamator/redis/resp/command.hpp>

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
  resp::append_array_header(head_, 8);
  for (const std::string_view word : {"XREAD", "COUNT", "1024", "BLOCK"}) resp::append_bulk(head_, word);
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
  read();
}

void reply_reader::read() {
  if (sink_ == nullptr || reading_ || !connection_->ready()) return;
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
  for (const resp::reply_view stream : reply) {
    for (const resp::reply_view each : stream[1]) {
      const entry found = entry::from_reply(each);
      // Where this throws, the connection breaks, and the next one begins with this entry again.
      if (!found.envelope.empty() && sink_ != nullptr) sink_->reply(found.envelope);
      last_id_ = found.id;
    }
  }
  read();
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
