#include "redis/request_sender.hpp"

#include <utility>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

#include <clamator/redis/resp/command.hpp>

#include "redis/keys.hpp"
#include "redis/occurrences.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

request_sender::request_sender(std::shared_ptr<connection_core> connection, asio::any_io_executor strand,
                               client_sink& sink, std::string key_prefix, const std::string& reply_stream,
                               const std::string& name, std::shared_ptr<request_resend> resend,
                               std::shared_ptr<observer> watching)
    : connection_(std::move(connection)),
      own_strand_(connection_->strand() == strand),
      client_strand_(std::move(strand), connection_->strand()),
      sink_(&sink),
      key_prefix_(std::move(key_prefix)),
      from_(name),
      resend_(std::move(resend)),
      observer_(std::move(watching)) {
  resp::append_bulk(tail_, "reply-to");
  resp::append_bulk(tail_, reply_stream);
  resp::append_bulk(tail_, "x-ttl");
}

// XADD <stream> * type rpc envelope: what follows are the envelope, for a call reply-to and x-ttl with their
// values, x-from with its value where the client has a name, and x-id where it may be sent again.
const buffer& request_sender::head(std::string_view service, bool expects_reply) {
  auto& heads = expects_reply ? call_heads_ : notification_heads_;
  const auto found = heads.find(service);
  if (found != heads.end()) return found->second;
  const std::string stream = command_stream(key_prefix_, service);
  buffer made;
  resp::append_array_header(made,
                            7 + (expects_reply ? 4u : 0u) + (from_.empty() ? 0u : 2u) + (resend_ ? 2u : 0u));
  for (const std::string_view word : {"XADD", stream.c_str(), "*", "type", "rpc", "envelope"}) {
    resp::append_bulk(made, word);
  }
  return heads.emplace(std::string(service), std::move(made)).first->second;
}

void request_sender::append(buffer& out, const outgoing& message) {
  out.append(head(message.service, message.expects_reply).view());
  resp::append_bulk(out, message.envelope);
  append_tail(out, message);
}

void request_sender::append_tail(buffer& out, const outgoing& message) {
  if (message.expects_reply) {
    out.append(tail_.view());
    resp::append_bulk(out, message.time_left.count());
  }
  if (!from_.empty()) {
    resp::append_bulk(out, "x-from");
    resp::append_bulk(out, from_);
  }
  if (resend_) {
    resp::append_bulk(out, "x-id");
    resp::append_bulk(out, message.id.text());
  }
}

bool request_sender::send(const outgoing& message) {
  if (!connection_->ready() || connection_->full() || (resend_ && !resend_->introduced())) return false;
  // What is large would keep replies waiting.
  const bool large = message.envelope.size() >= connection_core::large_body;
  if (replies_ && !large && over_commands_.unanswered == 0 && replies_->between_reads()) {
    submit(*replies_->connection(), over_replies_, message);
    replies_->request_submitted();
    return true;
  }
  if (over_replies_.unanswered > 0) {
    waits_for_replies_path_ = true;
    return false;
  }
  if (own_strand_) {
    large ? submit_large(message) : submit(*connection_, over_commands_, message);
    return true;
  }
  // What waits for the connection's strand is not among what it knows of.
  if (handed_over_ >= connection_core::unsent_at_most) return false;
  auto command = std::make_unique<buffer>();
  append(*command, message);
  handed_over_ += command->size();
  asio::dispatch(connection_->strand(),
                 [self = shared_from_this(), command = std::move(command), id = message.id] {
                   self->submit(id, command->view());
                   self->taken_over(command->size());
                 });
  return true;
}

void request_sender::submit(connection_core& connection, path& over, const outgoing& message) {
  connection.submit(1, std::shared_ptr<answer_sink>(shared_from_this(), &over), message.id,
                    [this, &message](buffer& out) { append(out, message); });
  ++over.unanswered;
}

void request_sender::submit_large(const outgoing& message) {
  around_.clear();
  around_.append(head(message.service, message.expects_reply).view());
  resp::append_bulk_header(around_, message.envelope.size());
  const std::size_t begin = around_.size();
  around_.append("\r\n");
  append_tail(around_, message);
  const std::string_view around = around_.view();
  connection_->submit_large(1, std::shared_ptr<answer_sink>(shared_from_this(), &over_commands_), message.id,
                            around.substr(0, begin), message.envelope, around.substr(begin));
  ++over_commands_.unanswered;
}

// Where `function` throws, the connection breaks over it, and those who wait for this path must not wait for
// ever.
template <class Function>
void request_sender::path::told(Function function) {
  --unanswered;
  const auto end = [this] {
    if (this == &sender_.over_replies_) sender_.replies_path_answered();
  };
  try {
    function();
  } catch (...) {
    end();
    throw;
  }
  end();
}

void request_sender::path::answered(const call_id& id, resp::reply_view reply, std::string_view first_error) {
  told([&] { sender_.answered(id, reply, first_error); });
}

void request_sender::path::lost(const call_id& id, bool sent, const std::string& reason) {
  // What was not sent can go over the other connection at once.
  if (!sent && this == &sender_.over_replies_) sender_.waits_for_replies_path_ = true;
  told([&] { sender_.lost(id, sent, reason); });
}

void request_sender::replies_path_answered() {
  if (over_replies_.unanswered > 0) return;
  if (std::exchange(waits_for_replies_path_, false)) drained();
  all_answered_.notify();
}

asio::awaitable<void> request_sender::answered_beside_replies() {
  while (over_replies_.unanswered > 0) co_await all_answered_.wait();
}

void request_sender::submit(const call_id& id, std::string_view command) {
  if (!connection_->ready()) return lost(id, false, connection_->trouble());
  try {
    connection_->submit(1, shared_from_this(), id, [command](buffer& out) { out.append(command); });
  } catch (const std::bad_alloc&) {
    tell([id](client_sink& sink) { sink.refused(id, "out of memory"); });
  }
}

// Whoever hears it sends more, which comes behind what this one stands before.
void request_sender::taken_over(std::size_t bytes) {
  const std::size_t before = handed_over_.fetch_sub(bytes);
  if (before < connection_core::unsent_at_most || before - bytes >= connection_core::unsent_at_most) return;
  try {
    asio::post(connection_->strand(), [self = shared_from_this()] { self->drained(); });
  } catch (const std::bad_alloc&) {
    // The next reply or deadline wakes it.
  }
}

template <class Function>
void request_sender::tell(Function function) {
  if (own_strand_) {
    if (sink_ != nullptr) function(*sink_);
    return;
  }
  client_strand_.dispatch([self = shared_from_this(), function = std::move(function)] {
    if (self->sink_ != nullptr) function(*self->sink_);
  });
}

void request_sender::answered(const call_id& id, resp::reply_view reply, std::string_view) {
  if (!reply.is_error()) {
    return tell([id, resend = resend_, at = stream_id::parse(reply.text())](client_sink& sink) {
      if (resend) resend->acknowledged(at);
      sink.accepted(id, at.place());
    });
  }
  tell_refused(observer_, {}, reply.text());
  std::string reason = "Redis refused the request: " + std::string(reply.text());
  if (reply.text().starts_with("NOPERM"))
    reason += " (the client's user needs XADD on " + command_stream(key_prefix_, "*") + ")";
  tell([id, reason = std::move(reason)](client_sink& sink) { sink.refused(id, reason); });
}

void request_sender::lost(const call_id& id, bool sent, const std::string& reason) {
  if (sent) return tell([id, reason](client_sink& sink) { sink.doubtful(id, reason); });
  tell([id, reason](client_sink& sink) { sink.unsent(id, reason); });
}

void request_sender::connected() {
  if (!resend_) return tell([](client_sink& sink) { sink.writable(); });
  tell([self = shared_from_this()](client_sink&) {
    self->resend_->connected([self] {
      if (self->sink_ != nullptr) self->sink_->writable();
    });
  });
}

void request_sender::drained() {
  tell([](client_sink& sink) { sink.writable(); });
}

void request_sender::disconnected(const std::string&) {
  if (resend_) tell([resend = resend_](client_sink&) { resend->disconnected(); });
}

}  // namespace clamator::redis::detail
