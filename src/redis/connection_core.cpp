#include "redis/connection_core.hpp"

#include <algorithm>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/protocol/error.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>

#include "redis/checked_options.hpp"
#include "redis/login.hpp"
#include "redis/tls_stream.hpp"

namespace clamator::redis::detail {
namespace {

using boost::system::error_code;

// A write of this much at once keeps Redis busy, and a client's replies coming, while the rest is prepared.
constexpr std::size_t flush_bytes = 16 * 1024;

// A file that went or changed since is a reason not to connect, and to try again later.
std::shared_ptr<tls_stream> secured(socket connected, const address& to) {
  try {
    return std::make_shared<tls_stream>(std::move(connected), to);
  } catch (const usage_error& error) {
    throw cannot_connect(to, error.what());
  }
}

}  // namespace

connection_core::connection_core(asio::any_io_executor strand, connection_options options, log_sink log,
                                 std::chrono::milliseconds blocking, std::shared_ptr<observer> watching)
    : strand_(std::move(strand)),
      options_(checked(std::move(options))),
      address_(checked_address(options_)),
      log_(std::move(log)),
      observer_(std::move(watching)),
      blocking_(blocking),
      silence_(options_.command_timeout + blocking),
      retry_(strand_),
      watchdog_(strand_),
      backoff_(options_.reconnect_min, options_.reconnect_max),
      next_look_(strand_) {}

asio::awaitable<void> connection_core::open() {
  const auto self = shared_from_this();
  const auto waiting = std::make_shared<opener>();
  asio::dispatch(strand_, [self, waiting] {
    self->openers_.push_back(waiting);
    if (self->state_ == state::closed) return self->opened(self->closed_problem());
    if (self->state_ == state::ready) return self->opened(nullptr);
    if (self->state_ == state::waiting) self->retry_.cancel();
    if (self->state_ != state::idle) return;
    self->state_ = state::connecting;
    asio::co_spawn(self->strand_, run(self), asio::detached);
  });
  co_await waiting->done.wait();
  if (waiting->problem) std::rethrow_exception(waiting->problem);
}

void connection_core::opened(const std::exception_ptr& problem) {
  for (const auto& waiting : std::exchange(openers_, {})) {
    waiting->problem = problem;
    waiting->done.notify();
  }
}

std::exception_ptr connection_core::closed_problem() const {
  return std::make_exception_ptr(
      transport_error(transport_errc::stopped, "the connection to " + address_.text() + " was closed"));
}

void connection_core::close() {
  asio::dispatch(strand_, [self = shared_from_this()] {
    if (self->state_ == state::closed) return;
    self->state_ = state::closed;
    self->break_off("the connection was closed");
    self->retry_.cancel();
    self->opened(self->closed_problem());
  });
}

// Whoever waits for an answer or for the connection may hold it in turn. Nobody does when run() ends; where
// its frame is destroyed instead, the execution context is being destroyed, and what it would have told them
// goes too.
class connection_core::letting_go {
 public:
  explicit letting_go(connection_core& core) : core_(core) {}
  letting_go(const letting_go&) = delete;
  letting_go& operator=(const letting_go&) = delete;
  ~letting_go() {
    const auto answers = std::exchange(core_.awaited_, awaited_answers());
    const auto openers = std::exchange(core_.openers_, {});
  }

 private:
  connection_core& core_;
};

asio::awaitable<void> connection_core::run(std::shared_ptr<connection_core> self) {
  const letting_go at_the_end(*self);
  while (self->state_ != state::closed) {
    std::string reason;
    try {
      self->state_ = state::connecting;
      co_await self->connect();
      co_await self->read_until_broken();
      reason = self->trouble();
    } catch (const transport_error& error) {
      reason = error.what();
      if (self->state_ != state::closed) self->observe(event::connection_failed, reason);
      self->let_go();
      self->opened(std::current_exception());
      if (!self->was_ready_ && self->state_ != state::closed) {
        // Nobody has used it yet: whoever opens it next begins anew.
        self->set_trouble(reason);
        self->state_ = state::idle;
        co_return;
      }
    } catch (const std::exception& error) {
      // No memory for what came, or for what is to be done about it: all begins anew.
      reason = "connection to " + self->address_.text() + " lost: " + error.what();
      self->break_off(reason);
      self->opened(std::current_exception());
    }
    if (self->state_ == state::closed) break;
    self->state_ = state::waiting;
    self->set_trouble(reason);
    const auto pause = self->backoff_.next();
    self->say_lost(reason, pause);
    self->retry_.expires_after(pause);
    error_code canceled;
    co_await self->retry_.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
  }
  self->let_go();
}

asio::awaitable<void> connection_core::connect() {
  const auto deadline = std::chrono::steady_clock::now() + options_.connect_timeout;
  socket opened_socket = co_await open_socket(strand_, address_, deadline, options_.keepalive);
  if (state_ == state::closed) co_return;
  if (address_.secure) {
    tls_ = secured(std::move(opened_socket), address_);
    co_await tls_->handshake(deadline);
    if (state_ == state::closed) co_return;
  } else {
    socket_.emplace(std::move(opened_socket));
  }
  in_.clear();
  parser_ = resp::parser();
  co_await log_in(deadline);
  if (state_ == state::closed) co_return;
  out_.clear();
  written_ = 0;
  write_given_up_ = flush_scheduled_ = false;
  taken_before_ = submitted_to_ = 0;
  low_water_ = 1;
  state_ = state::ready;
  set_trouble({});
  if (was_ready_) say(log_level::info, "connected to " + address_.text() + " again");
  said_.clear();
  observe(event::connection_made);
  was_ready_ = true;
  backoff_.reset();
  opened(nullptr);
  tell([](connection_listener& listener) { listener.connected(); });
}

asio::awaitable<void> connection_core::log_in(std::chrono::steady_clock::time_point deadline) {
  const auto self = shared_from_this();
  const time_limit limit(strand_, deadline, [self] { self->close_stream(); });
  login steps(address_, options_.client_name);
  out_.clear();
  out_.append(steps.commands());
  written_ = 0;
  write_waiting_ = false;
  write_out();
  while (!steps.done()) {
    const auto result = parser_.parse(in_.view());
    if (result == resp::parser::result::complete) {
      steps.answered(resp::reply_view(parser_.nodes(), in_.view()));
      in_.consume(parser_.consumed());
      parser_.next();
      continue;
    }
    if (result == resp::parser::result::malformed)
      throw cannot_connect(address_, login::not_redis(in_.view(), parser_.malformed_reason(), address_));
    const error_code error = co_await read_more();
    if (limit.over()) throw cannot_connect(address_, "Redis did not answer within the connect timeout");
    if (!error) continue;
    const bool closed = error == asio::error::eof || error == asio::error::connection_reset;
    if (!closed) throw cannot_connect(address_, tls_ ? tls_problem(error, address_) : error.message());
    throw cannot_connect(address_, login::not_redis(in_.view(), "it ended within a reply", address_));
  }
}

// Throws only where nothing has changed yet.
void connection_core::await_answer(std::size_t commands, std::shared_ptr<answer_sink>&& sink,
                                   const call_id& tag, urgency how) {
  if (awaited_.empty()) {
    last_progress_.store(std::chrono::steady_clock::now(), std::memory_order_relaxed);
    awaiting_.store(true, std::memory_order_relaxed);
  }
  if (awaited_.full()) awaited_.set_capacity(std::max<std::size_t>(16, 2 * awaited_.capacity()));
  awaited_.push_back({std::move(sink), tag, submitted_to_, commands, how, {}});
  if (how == urgency::now) ++urgent_;
  if (patient()) await_patiently();
}

void connection_core::submitted(std::size_t commands, std::shared_ptr<answer_sink> sink, const call_id& tag,
                                urgency how) {
  await_answer(commands, std::move(sink), tag, how);
  submitted_to_ = taken_before_ + out_.size();
  // Redis is woken while what follows is prepared: at 64 calls in flight that is worth a tenth of the
  // throughput.
  const bool alone = awaited_.size() == 1 && gatherings_ == 0;
  if (alone || out_.size() - written_ >= flush_bytes) {
    flush();
    if (out_.size() - written_ >= unsent_at_most) full_ = true;
  }
  if (gatherings_ == 0) flush_soon();
}

void connection_core::flush_soon() {
  if (flush_scheduled_ || out_.empty()) return;
  flush_scheduled_ = true;
  flush_seen_ = out_.size();
  try {
    clamator::detail::post_behind(strand_, [self = shared_from_this()] {
      self->flush_scheduled_ = false;
      if (self->out_.size() > self->flush_seen_) return self->flush_soon();
      self->flush();
    });
  } catch (const std::bad_alloc&) {
    flush_scheduled_ = false;
    flush();
  }
}

void connection_core::flush() {
  if (state_ == state::ready) write_out();
}

void connection_core::write_out() {
  if (write_waiting_) return;
  if (tls_) return write_tls();
  while (written_ < out_.size()) {
    error_code error;
    const std::size_t bytes =
        socket_->send(asio::buffer(out_.data() + written_, out_.size() - written_), 0, error);
    if (error == asio::error::would_block || error == asio::error::try_again) return schedule_write_wait();
    // A socket that is broken tells the reader so as well, which then breaks off.
    if (error) return;
    written_ += bytes;
    if (written_ >= unsent_at_most) drop_written();
  }
  taken_before_ += out_.size();
  out_.recycle();
  written_ = 0;
  if (full_) say_drained();
}

// Whoever hears it submits more, which must not happen within a submit().
void connection_core::say_drained() {
  try {
    asio::post(strand_, [self = shared_from_this()] {
      if (!self->full_ || self->out_.size() - self->written_ >= unsent_at_most) return;
      self->full_ = false;
      self->tell([](connection_listener& listener) { listener.drained(); });
    });
  } catch (const std::bad_alloc&) {
    // Those who wait are woken by their next reply or deadline.
    full_ = false;
  }
}

// Where there is always something left to write, the rest would never go.
void connection_core::drop_written() {
  out_.consume(written_);
  taken_before_ += std::exchange(written_, 0);
}

// TLS keeps the bytes until it has sent them: they count as taken at once.
void connection_core::write_tls() {
  if (out_.empty()) return;
  taken_before_ += out_.size();
  write_waiting_ = true;
  auto written = [self = shared_from_this(), stream = tls_](error_code error) {
    if (self->tls_ != stream) return;
    self->write_waiting_ = false;
    // The reader is told of a broken stream as well, and breaks off.
    if (!error) self->flush();
  };
  try {
    tls_->write(std::exchange(out_, {}), std::move(written));
    if (full_) say_drained();
  } catch (const std::bad_alloc&) {
    // What was to be written is gone: only the connection's end tells those who wait for answers. The reader
    // sees to it, since whoever submits something now is not among them yet.
    write_given_up_ = true;
    close_stream();
  }
}

void connection_core::schedule_write_wait() {
  write_waiting_ = true;
  try {
    socket_->async_wait(socket::wait_write, [self = shared_from_this()](error_code error) {
      if (error == asio::error::operation_aborted) return;
      self->write_waiting_ = false;
      self->flush();
    });
  } catch (const std::bad_alloc&) {
    // The next flush tries again, with the next command or answer.
    write_waiting_ = false;
  }
}

void connection_core::watch() {
  if (state_ != state::ready) return;
  watchdog_.expires_after(silence_ / 4);
  watchdog_.async_wait([self = shared_from_this()](error_code canceled) {
    if (canceled || self->state_ != state::ready) return;
    const auto last = self->last_progress_.load(std::memory_order_relaxed);
    const bool silent = std::chrono::steady_clock::now() - last > self->silence_;
    if (!self->awaited_.empty() && silent) {
      return self->break_off("connection to " + self->address_.text() + " lost: no answer for " +
                             std::to_string(self->silence_.count()) + " ms");
    }
    self->watch();
  });
}

void connection_core::break_off(const std::string& reason) {
  set_trouble(reason);
  const bool was_connected = state_ == state::ready;
  if (was_connected) state_ = state::waiting;
  if (was_connected) observe(event::connection_lost, reason);
  awaiting_.store(false, std::memory_order_relaxed);
  close_stream();
  watchdog_.cancel();
  next_look_.cancel();
  write_waiting_ = taking_ = false;
  urgent_ = 0;
  const std::uint64_t taken = taken_before_ + written_;
  for (const awaited& lost : std::exchange(awaited_, awaited_answers())) {
    try {
      lost.sink->lost(lost.tag, lost.begin < taken,
                      lost.first_error.empty() ? reason : reason + ", after " + lost.first_error);
    } catch (const std::bad_alloc&) {
      // The others hear of it all the same; this one has its deadline.
    }
  }
  out_.clear();
  written_ = 0;
  full_ = false;
  if (was_connected) tell([&reason](connection_listener& listener) { listener.disconnected(reason); });
}

// Only closes: the coroutine that uses it notices, and lets it go.
void connection_core::close_stream() {
  error_code nothing_to_lose;
  if (socket_) socket_->close(nothing_to_lose);
  if (tls_) tls_->close();
}

void connection_core::let_go() {
  close_stream();
  socket_.reset();
  tls_.reset();
}

void connection_core::add_listener(const std::shared_ptr<connection_listener>& listener) {
  std::erase_if(listeners_, [](const auto& each) { return each.expired(); });
  listeners_.push_back(listener);
  if (ready()) listener->connected();
}

template <class Function>
void connection_core::tell(Function function) {
  // A copy: a listener may add another.
  for (const auto& weak : std::vector(listeners_)) {
    if (const auto listener = weak.lock()) function(*listener);
  }
}

}  // namespace clamator::redis::detail
