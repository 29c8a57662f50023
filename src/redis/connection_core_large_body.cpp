// Commands with large bodies: they go from where they stand, and only what the socket does not take is
// copied.
#include <boost/asio/post.hpp>
#include <sys/socket.h>

#include "redis/connection_core.hpp"
#include "redis/tls_stream.hpp"

namespace clamator::redis::detail {
namespace {

// A head of a few bytes is not to be a packet of its own.
#ifdef MSG_MORE
constexpr int more_follows = MSG_MORE;
#else
constexpr int more_follows = 0;
#endif

}  // namespace

void connection_core::submit_large(std::size_t commands, std::shared_ptr<answer_sink> sink,
                                   const call_id& tag, std::string_view head, std::string_view body,
                                   std::string_view tail, urgency how) {
  flush();
  if (tls_ || !out_.empty()) {
    const auto append = [&](buffer& out) {
      out.reserve(head.size() + body.size() + tail.size());
      for (const std::string_view part : {head, body, tail}) out.append(part);
    };
    return submit(commands, std::move(sink), tag, append, how);
  }
  await_answer(commands, std::move(sink), tag, how);
  submitted_to_ += head.size() + body.size() + tail.size();
  send_at_once({head, body, tail});
}

// What the socket does not take waits in out_, which is empty.
void connection_core::send_at_once(std::initializer_list<std::string_view> parts) {
  error_code error;
  try {
    for (const std::string_view& part : parts) {
      const int more = &part + 1 == parts.end() ? 0 : more_follows;
      std::string_view left = part;
      while (!left.empty() && !error) {
        const std::size_t bytes = socket_->send(asio::buffer(left), more, error);
        taken_before_ += bytes;
        left.remove_prefix(bytes);
      }
      out_.append(left);
    }
  } catch (const std::bad_alloc&) {
    // As where TLS has no memory for it: part of a command has gone.
    write_given_up_ = true;
    return close_stream();
  }
  if (out_.size() >= unsent_at_most) full_ = true;
  if (error == asio::error::would_block || error == asio::error::try_again) schedule_write_wait();
}

}  // namespace clamator::redis::detail
