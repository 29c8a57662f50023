#include "redis/connection_core.hpp"

#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/resp/command.hpp>

namespace clamator::redis::detail {
namespace {

using boost::system::error_code;

// A write of this much at once keeps Redis busy, and a client's replies coming, while the rest is prepared.
constexpr std::size_t flush_bytes = 16 * 1024;
constexpr std::size_t read_bytes = 64 * 1024;

const connection_options& checked(const connection_options& options) {
  const std::chrono::milliseconds zero(0);
  if (options.connect_timeout <= zero) throw usage_error("option connect_timeout must be more than 0 ms");
  if (options.command_timeout <= zero) throw usage_error("option command_timeout must be more than 0 ms");
  if (options.reconnect_min <= zero) throw usage_error("option reconnect_min must be more than 0 ms");
  if (options.reconnect_max < options.reconnect_min) {
    throw usage_error("option reconnect_max must not be less than reconnect_min");
  }
  return options;
}

}  // namespace

connection_core::connection_core(asio::any_io_executor strand, connection_options options, log_sink log,
                                 std::chrono::milliseconds blocking)
    : strand_(std::move(strand)),
      options_(checked(options)),
      address_(parse_url(options_.url.empty() ? default_url() : options_.url)),
      log_(std::move(log)),
      silence_(options_.command_timeout + blocking),
      retry_(strand_),
      watchdog_(strand_),
      backoff_(options_.reconnect_min, options_.reconnect_max) {}

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

void connection_core::opened(std::exception_ptr problem) {
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
    const auto answers = std::exchange(core_.awaited_, {});
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
      self->opened(std::current_exception());
      if (!self->was_ready_ && self->state_ != state::closed) {
        // Nobody has used it yet: whoever opens it next begins anew.
        self->set_trouble(reason);
        self->state_ = state::idle;
        self->socket_.reset();
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
    self->say(log_level::warning, reason + "; connecting again in " + std::to_string(pause.count()) + " ms");
    self->retry_.expires_after(pause);
    error_code canceled;
    co_await self->retry_.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
  }
  self->socket_.reset();
}

asio::awaitable<void> connection_core::connect() {
  const auto deadline = std::chrono::steady_clock::now() + options_.connect_timeout;
  socket opened_socket = co_await open_socket(strand_, address_, deadline);
  if (state_ == state::closed) co_return;
  socket_.emplace(std::move(opened_socket));
  in_.clear();
  parser_ = resp::parser();
  co_await log_in(deadline);
  if (state_ == state::closed) co_return;
  out_.clear();
  written_ = 0;
  taken_before_ = submitted_to_ = 0;
  state_ = state::ready;
  set_trouble({});
  if (was_ready_) say(log_level::info, "connected to " + address_.text() + " again");
  was_ready_ = true;
  backoff_.reset();
  opened(nullptr);
  tell([](connection_listener& listener) { listener.connected(); });
}

asio::awaitable<void> connection_core::log_in(std::chrono::steady_clock::time_point deadline) {
  buffer command;
  if (!address_.password.empty()) {
    if (address_.username.empty()) {
      resp::append_command(command, {"AUTH", address_.password});
    } else {
      resp::append_command(command, {"AUTH", address_.username, address_.password});
    }
    const std::string refused = co_await exchange_one(command.view(), deadline);
    if (!refused.empty()) {
      throw transport_error(transport_errc::connect_failed, "log in at " + address_.text() + ": " + refused);
    }
  }
  command.clear();
  if (address_.database == 0) {
    // Redis without credentials where it wants some says so here, and not at the first call.
    resp::append_command(command, {"PING"});
  } else {
    resp::append_command(command, {"SELECT", std::to_string(address_.database)});
  }
  const std::string refused = co_await exchange_one(command.view(), deadline);
  const bool permission = refused.starts_with("NOPERM") && address_.database == 0;
  if (!refused.empty() && !permission) {
    throw transport_error(transport_errc::connect_failed, "connect " + address_.text() + ": " + refused);
  }
}

// Sends one command before the connection is ready; what comes back is Redis's error, empty where there is
// none.
asio::awaitable<std::string> connection_core::exchange_one(std::string_view command,
                                                           std::chrono::steady_clock::time_point deadline) {
  watchdog_.expires_at(deadline);
  const auto late = std::make_shared<bool>(false);
  watchdog_.async_wait([self = shared_from_this(), late](error_code canceled) {
    if (canceled) return;
    *late = true;
    if (self->socket_) self->socket_->close();
  });
  error_code error;
  co_await asio::async_write(*socket_, asio::buffer(command.data(), command.size()),
                             asio::redirect_error(asio::use_awaitable, error));
  while (!error) {
    const auto result = parser_.parse(in_.view());
    if (result == resp::parser::result::complete) break;
    if (result == resp::parser::result::malformed) error = asio::error::invalid_argument;
    if (error) break;
    char* const room = in_.reserve(1024);
    const std::size_t bytes = co_await socket_->async_read_some(
        asio::buffer(room, 1024), asio::redirect_error(asio::use_awaitable, error));
    in_.commit(bytes);
  }
  watchdog_.cancel();
  if (*late || error) {
    const std::string cause = *late ? "Redis did not answer within the connect timeout" : error.message();
    throw transport_error(transport_errc::connect_failed, "connect " + address_.text() + ": " + cause);
  }
  const resp::reply_view reply(parser_.nodes(), in_.view());
  std::string refused = reply.is_error() ? std::string(reply.text()) : std::string();
  in_.consume(parser_.consumed());
  parser_.next();
  co_return refused;
}

asio::awaitable<void> connection_core::read_until_broken() {
  watch();
  flush_soon();
  while (state_ == state::ready) {
    char* const room = in_.reserve(read_bytes);
    error_code error;
    const std::size_t bytes = co_await socket_->async_read_some(
        asio::buffer(room, in_.capacity() - in_.size()), asio::redirect_error(asio::use_awaitable, error));
    if (state_ != state::ready) co_return;
    if (error) {
      break_off("connection to " + address_.text() +
                " lost: " + (error == asio::error::eof ? "closed by Redis" : error.message()));
      co_return;
    }
    in_.commit(bytes);
    last_progress_ = std::chrono::steady_clock::now();
    take_answers();
    flush();
  }
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
    deliver(resp::reply_view(parser_.nodes(), rest));
    if (state_ != state::ready) return;
    taken += parser_.consumed();
    parser_.next();
  }
  in_.consume(taken);
}

void connection_core::deliver(resp::reply_view reply) {
  if (awaited_.empty())
    return break_off("connection to " + address_.text() + " lost: an answer to nothing came");
  awaited& first = awaited_.front();
  if (--first.commands > 0) {
    if (reply.is_error() && first.first_error.empty()) first.first_error = reply.text();
    return;
  }
  const awaited done = std::move(first);
  awaited_.pop_front();
  done.sink->answered(done.tag, reply, done.first_error);
}

// Throws only where nothing has changed yet.
void connection_core::submitted(std::size_t commands, std::shared_ptr<answer_sink> sink, const call_id& tag) {
  if (awaited_.empty()) last_progress_ = std::chrono::steady_clock::now();
  awaited_.push_back({std::move(sink), tag, submitted_to_, commands, {}});
  submitted_to_ = taken_before_ + out_.size();
  if (out_.size() - written_ >= flush_bytes) flush();
  flush_soon();
}

void connection_core::flush_soon() {
  if (flush_scheduled_ || out_.empty()) return;
  flush_scheduled_ = true;
  flush_seen_ = out_.size();
  try {
    asio::post(strand_, [self = shared_from_this()] {
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
  if (state_ != state::ready || write_waiting_) return;
  while (written_ < out_.size()) {
    error_code error;
    const std::size_t bytes =
        socket_->send(asio::buffer(out_.data() + written_, out_.size() - written_), 0, error);
    if (error == asio::error::would_block || error == asio::error::try_again) return schedule_write_wait();
    // A socket that is broken tells the reader so as well, which then breaks off.
    if (error) return;
    written_ += bytes;
  }
  taken_before_ += out_.size();
  out_.clear();
  written_ = 0;
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
    const bool silent = std::chrono::steady_clock::now() - self->last_progress_ > self->silence_;
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
  if (socket_) {
    error_code ignored_after_shutdown;
    socket_->close(ignored_after_shutdown);
  }
  watchdog_.cancel();
  write_waiting_ = false;
  const std::uint64_t taken = taken_before_ + written_;
  for (const awaited& lost : std::exchange(awaited_, {}))
    lost.sink->lost(lost.tag, lost.begin < taken, reason);
  out_.clear();
  written_ = 0;
  if (was_connected) tell([&reason](connection_listener& listener) { listener.disconnected(reason); });
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

std::string connection_core::trouble() const {
  const std::lock_guard lock(trouble_mutex_);
  return trouble_;
}

void connection_core::set_trouble(std::string reason) {
  const std::lock_guard lock(trouble_mutex_);
  trouble_ = std::move(reason);
}

void connection_core::say(log_level level, const std::string& text) const {
  if (log_) log_(level, text);
}

}  // namespace clamator::redis::detail
