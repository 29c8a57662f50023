// The part of a connection that reads what Redis answers.
#include <algorithm>
#include <utility>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sys/socket.h>

#include "redis/connection_core.hpp"
#include "redis/tls_stream.hpp"

namespace clamator::redis::detail {
namespace {

constexpr std::size_t read_bytes = 64 * 1024;
// What is taken on an announcement alone, before its bytes are there.
constexpr std::size_t announced_bytes_at_most = 16 * 1024 * 1024;

}  // namespace

// Room for all of a large bulk string, so that it is not moved again and again while it comes.
asio::mutable_buffer connection_core::room() {
  const std::size_t missing = parser_.at_least() - std::min(in_.size(), parser_.at_least());
  char* const free = in_.reserve(std::clamp(missing, read_bytes, announced_bytes_at_most));
  return {free, in_.capacity() - in_.size()};
}

// Reads what has come, at least one byte, behind what is in in_.
asio::awaitable<connection_core::error_code> connection_core::read_more() {
  const asio::mutable_buffer free = room();
  error_code error;
  std::size_t bytes = 0;
  if (tls_) {
    bytes = co_await tls_->read_some(free, error);
  } else {
    bytes = co_await socket_->async_read_some(free, asio::redirect_error(asio::use_awaitable, error));
  }
  in_.commit(bytes);
  co_return error;
}

// The same once the system wakes us, unless look() was faster.
asio::awaitable<connection_core::error_code> connection_core::read_when_told() {
  for (;;) {
    error_code error;
    co_await socket_->async_wait(socket::wait_read, asio::redirect_error(asio::use_awaitable, error));
    if (error || state_ != state::ready) co_return error;
    in_.commit(socket_->read_some(room(), error));
    if (error != asio::error::would_block && error != asio::error::try_again) co_return error;
  }
}

asio::awaitable<void> connection_core::read_until_broken() {
  watch();
  flush_soon();
  while (state_ == state::ready) {
    const error_code error = patient() ? co_await read_when_told() : co_await read_more();
    if (state_ != state::ready) co_return;
    if (error) {
      const std::string why = write_given_up_             ? "out of memory"
                              : error == asio::error::eof ? "closed by Redis"
                                                          : error.message();
      break_off("connection to " + address_.text() + " lost: " + why);
      co_return;
    }
    take_what_came();
  }
}

void connection_core::take_what_came() {
  last_progress_.store(std::chrono::steady_clock::now(), std::memory_order_relaxed);
  taking_ = true;
  take_answers();
  taking_ = false;
  awaiting_.store(!awaited_.empty(), std::memory_order_relaxed);
  if (patient()) await_patiently();
  flush();
}

void connection_core::take_answers() {
  std::size_t taken = 0;
  for (;;) {
    const std::string_view rest = in_.view().substr(taken);
    const auto result = parser_.parse(rest);
    if (result == resp::parser::result::need_more) break;
    if (result == resp::parser::result::malformed) {
      break_off("connection to " + address_.text() + " lost: what it sends is not RESP2, " +
                std::string(parser_.malformed_reason()));
      return;
    }
    alone_ = parser_.consumed() == in_.size();
    deliver(resp::reply_view(parser_.nodes(), rest));
    if (state_ != state::ready) return;
    taken += parser_.consumed();
    parser_.next();
    if (in_.empty()) return;
  }
  in_.consume(taken);
  if (in_.empty()) in_.recycle();
}

// The next answer is expected to be as large.
std::shared_ptr<const buffer> connection_core::keep_received() {
  if (!alone_ || in_.size() < in_.capacity() / 2) return nullptr;
  buffer next;
  next.reserve(in_.size());
  auto kept = std::make_shared<buffer>(std::move(in_));
  in_ = std::move(next);
  return kept;
}

// Whether it is a message rather than an answer.
bool connection_core::push(resp::reply_view reply) {
  if (!reply.is_array() || reply.size() != 3 || reply[0].text() != "message") return false;
  if (const auto sink = pushes_.lock()) sink->pushed(reply);
  return true;
}

void connection_core::deliver(resp::reply_view reply) {
  if (takes_pushes_ && push(reply)) return;
  if (awaited_.empty())
    return break_off("connection to " + address_.text() + " lost: an answer to nothing came");
  awaited& first = awaited_.front();
  if (--first.commands > 0) {
    if (reply.is_error() && first.first_error.empty()) first.first_error = reply.text();
    return;
  }
  const awaited done = std::move(first);
  awaited_.pop_front();
  if (done.how == urgency::now) --urgent_;
  done.sink->answered(done.tag, reply, done.first_error);
}

// Where the socket has broken, the reading coroutine is told so, too.
void connection_core::look() {
  if (!patient() || awaited_.empty() || taking_ || state_ != state::ready) return;
  try {
    error_code error;
    in_.commit(socket_->read_some(room(), error));
    if (!error) take_what_came();
  } catch (const std::exception& error) {
    // It must not end whoever looks: as where the reading coroutine is thrown at.
    break_off("connection to " + address_.text() + " lost: " + error.what());
  }
}

// Where the system does not wake us for those that are awaited, we look at them by ourselves; also where the
// last one for which it did has just come.
void connection_core::await_patiently() noexcept {
  set_low_water();
  if (urgent_ == 0 && !awaited_.empty()) look_in_time();
}

// Asks the system to wake us for a single byte, or for many.
void connection_core::set_low_water() noexcept {
  const int wanted = urgent_ > 0 ? 1 : answer_bytes_at_once;
  if (std::exchange(low_water_, wanted) == wanted) return;
  // Where it cannot be set, each byte wakes us as before.
  if (::setsockopt(socket_->native_handle(), SOL_SOCKET, SO_RCVLOWAT, &wanted, sizeof wanted) != 0)
    low_water_ = 0;
}

// Where there is no memory for a timer, each byte wakes us.
void connection_core::look_in_time() noexcept {
  if (std::exchange(look_is_due_, true)) return;
  try {
    next_look_.expires_after(answers_wait_at_most);
    next_look_.async_wait([self = shared_from_this()](error_code) {
      self->look_is_due_ = false;
      self->look();
      if (self->patient() && !self->awaited_.empty()) self->look_in_time();
    });
  } catch (const std::exception&) {
    look_is_due_ = false;
    ++urgent_;
    set_low_water();
    --urgent_;
  }
}

}  // namespace clamator::redis::detail
