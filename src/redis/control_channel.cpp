#include "redis/control_channel.hpp"

#include <algorithm>
#include <utility>

#include <clamator/redis/resp/command.hpp>

#include "redis/occurrences.hpp"

namespace clamator::redis::detail {

control_channel::control_channel(std::shared_ptr<connection_core> connection, log_sink log,
                                 std::shared_ptr<observer> watching)
    : connection_(std::move(connection)),
      log_(std::move(log)),
      observer_(std::move(watching)),
      timer_(connection_->strand()) {}

void control_channel::listen(const std::string& channel, control_listener listener) {
  listeners_.emplace(channel, std::move(listener));
}

void control_channel::start() {
  connection_->on_push(weak_from_this());
  connection_->add_listener(shared_from_this());
}

void control_channel::stop() {
  timer_.cancel();
  listeners_.clear();
}

void control_channel::connected() {
  if (listeners_.empty()) return;
  connection_->submit(listeners_.size(), shared_from_this(), {}, [this](buffer& out) {
    for (const auto& [channel, listener] : listeners_) resp::append_command(out, {"SUBSCRIBE", channel});
  });
  ask_whether_it_lives();
}

// Nothing else would show that the other end of a silent connection has gone.
void control_channel::ask_whether_it_lives() {
  timer_.expires_after(connection_->options().command_timeout);
  timer_.async_wait([weak = weak_from_this()](boost::system::error_code canceled) {
    const auto self = weak.lock();
    if (canceled || !self || !self->connection_->ready()) return;
    try {
      self->connection_->submit(1, self, {}, [](buffer& out) { resp::append_command(out, {"PING"}); });
    } catch (const std::bad_alloc& error) {
      if (self->log_) self->log_(log_level::warning, std::string("control channel: ") + error.what());
    }
    self->ask_whether_it_lives();
  });
}

void control_channel::answered(const call_id&, resp::reply_view reply, std::string_view first_error) {
  const std::string_view error = reply.is_error() ? reply.text() : first_error;
  if (!error.empty()) tell_refused(observer_, {}, error);
  if (error.empty() || error == problem_ || listeners_.empty()) return;
  problem_ = error;
  if (log_) {
    log_(log_level::warning, "cancelled calls are not heard of, and other servers' requests found later (" +
                                 problem_ + "): the server's user needs SUBSCRIBE on the channels " +
                                 listeners_.begin()->first + " and so on");
  }
}

// ["message", channel, what it says]
void control_channel::pushed(resp::reply_view message) {
  if (message.size() != 3) return;
  const auto found = listeners_.find(std::string(message[1].text()));
  if (found == listeners_.end()) return;
  std::string_view text = message[2].text();
  if (text == "free") return found->second.free();
  constexpr std::string_view cancel = "cancel ";
  if (!text.starts_with(cancel)) return;
  std::vector<stream_id> ids;
  for (text.remove_prefix(cancel.size()); !text.empty();) {
    const std::size_t end = std::min(text.find(' '), text.size());
    ids.push_back(stream_id::parse(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  found->second.cancel(ids);
}

}  // namespace clamator::redis::detail
