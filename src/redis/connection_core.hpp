// One connection to Redis: commands in a pipeline, answers in order, connecting again when it breaks.
#pragma once

#include <atomic>
#include <chrono>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/circular_buffer.hpp>

#include <clamator/protocol/buffer.hpp>
#include <clamator/redis/connection.hpp>
#include <clamator/redis/resp/parser.hpp>
#include <clamator/redis/url.hpp>
#include <clamator/rpc/detail/async_event.hpp>
#include <clamator/rpc/health.hpp>
#include <clamator/rpc/observer.hpp>

#include "redis/answer_sink.hpp"
#include "redis/backoff.hpp"
#include "redis/socket.hpp"

namespace clamator::redis::detail {

class tls_stream;

// All functions run on strand(), but for on_strand() and those that say otherwise. What is submitted is
// written by the next flush: at once where no answer is awaited or by flush(), else by itself once a turn of
// the event loop has added nothing more. While something is gathered, only flush() writes.
class connection_core : public std::enable_shared_from_this<connection_core> {
 public:
  // Bytes that wait to be written and beyond which it is full.
  static constexpr std::size_t unsent_at_most = 16 * 1024 * 1024;

  // `strand` must be a strand: it is all the synchronisation there is. `blocking` is how long commands of
  // this connection may block in Redis.
  connection_core(asio::any_io_executor strand, connection_options options, log_sink log,
                  std::chrono::milliseconds blocking = std::chrono::milliseconds(0),
                  std::shared_ptr<observer> watching = {});

  const asio::any_io_executor& strand() const noexcept { return strand_; }
  const connection_options& options() const noexcept { return options_; }
  const address& where() const noexcept { return address_; }

  // Completes when it is connected, and goes on connecting until close(). Throws transport_error where the
  // try under way, or the next one, fails: a connection that has been there before goes on trying all the
  // same, another one waits for the next open(). Its caller may be on another strand.
  asio::awaitable<void> open();

  // Breaks and ends it; whatever waits for an answer is told that it is lost. Any thread.
  void close();

  // A hint on any other thread.
  bool ready() const noexcept { return state_ == state::ready; }
  // Whether Redis takes what is written so slowly that who can wait should. A hint on any other thread.
  bool full() const noexcept { return full_; }
  // Why it is not ready; empty where it is. Any thread.
  std::string trouble() const;
  // Since Redis last answered, or was asked when nothing was awaited. Any thread.
  std::chrono::milliseconds last_progress() const noexcept;
  // Adds to `now` that it is not there, or that Redis leaves it without an answer; whether it is there. Any
  // thread.
  bool add_health(health& now) const;

  // Lets answers wait where who submits allows it, and does not wake this process for them alone: they are
  // taken by look(), once there are answer_bytes_at_once of them, or after answers_wait_at_most. Before
  // open().
  static constexpr int answer_bytes_at_once = 4096;
  static constexpr std::chrono::milliseconds answers_wait_at_most{5};
  void let_answers_wait() noexcept { lets_answers_wait_ = true; }
  // Takes the answers that have come, where those that are awaited can wait.
  void look();

  enum class urgency { now, can_wait };

  // `append` appends to a buffer what are `commands` commands whose last answer is for `sink`. Only if
  // ready(). Where it throws, nothing has been submitted.
  template <class Append>
  void submit(std::size_t commands, std::shared_ptr<answer_sink> sink, const call_id& tag, Append append,
              urgency how = urgency::now) {
    const std::size_t before = out_.size();
    try {
      append(out_);
      submitted(commands, std::move(sink), tag, how);
    } catch (...) {
      out_.truncate(before);
      throw;
    }
  }
  // The same for commands with a body of large_body bytes or more: what the socket takes at once is not
  // copied.
  static constexpr std::size_t large_body = 16 * 1024;
  void submit_large(std::size_t commands, std::shared_ptr<answer_sink> sink, const call_id& tag,
                    std::string_view head, std::string_view body, std::string_view tail,
                    urgency how = urgency::now);
  // Writes as much as the socket takes; the rest goes out when it takes more.
  void flush();
  void flush_soon();

  // What is submitted while it is there waits for the flush() of whoever has it, but for what is large enough
  // for a write of its own.
  class gathering {
   public:
    explicit gathering(std::shared_ptr<connection_core> core) noexcept : core_(std::move(core)) {
      ++core_->gatherings_;
    }
    gathering(const gathering&) = delete;
    gathering& operator=(const gathering&) = delete;
    ~gathering() { --core_->gatherings_; }

   private:
    const std::shared_ptr<connection_core> core_;
  };

  // Within answered(): the memory that the reply views, which stays as it is for as long as somebody holds
  // it; for a sink that would copy most of it otherwise. Null where it holds other answers as well, or little
  // in too much memory. Throws std::bad_alloc, and nothing has changed then.
  std::shared_ptr<const buffer> keep_received();

  // Who gets the messages of the channels that this connection subscribes to. Before open().
  void on_push(std::weak_ptr<push_sink> sink) {
    pushes_ = std::move(sink);
    takes_pushes_ = true;
  }

  // Told of each connection made and lost, until it is dead. One that is added while connected is told so.
  void add_listener(const std::shared_ptr<connection_listener>& listener);

 private:
  using error_code = boost::system::error_code;
  enum class state { idle, connecting, ready, waiting, closed };

  // Somebody who waits in open().
  struct opener {
    clamator::detail::async_event done;
    std::exception_ptr problem;
  };

  struct awaited {
    std::shared_ptr<answer_sink> sink;
    call_id tag;
    std::uint64_t begin;   // of its bytes, counted from the connection's first
    std::size_t commands;  // answers that are still to come
    urgency how;
    std::string first_error;  // among those that came
  };

  using awaited_answers = boost::circular_buffer<awaited>;
  class letting_go;

  static asio::awaitable<void> run(std::shared_ptr<connection_core> self);
  asio::awaitable<void> connect();
  asio::awaitable<void> log_in(std::chrono::steady_clock::time_point deadline);
  bool patient() const noexcept { return lets_answers_wait_ && state_ == state::ready && !tls_; }
  asio::mutable_buffer room();
  asio::awaitable<error_code> read_more();
  asio::awaitable<error_code> read_when_told();
  asio::awaitable<void> read_until_broken();
  void await_answer(std::size_t commands, std::shared_ptr<answer_sink>&& sink, const call_id& tag,
                    urgency how);
  void submitted(std::size_t commands, std::shared_ptr<answer_sink> sink, const call_id& tag, urgency how);
  void take_what_came();
  void take_answers();
  void await_patiently() noexcept;
  void set_low_water() noexcept;
  void look_in_time() noexcept;
  void deliver(resp::reply_view reply);
  bool push(resp::reply_view reply);
  void break_off(const std::string& reason);
  void schedule_write_wait();
  void send_at_once(std::initializer_list<std::string_view> parts);
  void write_out();
  void write_tls();
  void drop_written();
  void say_drained();
  void close_stream();
  void let_go();
  void watch();
  void opened(const std::exception_ptr& problem);
  std::exception_ptr closed_problem() const;
  void set_trouble(std::string reason);
  void say(log_level level, const std::string& text) const;
  void say_lost(const std::string& reason, std::chrono::milliseconds pause);
  void observe(event what, std::string_view reason = {}) const;
  template <class Function>
  void tell(Function function);

  const asio::any_io_executor strand_;
  const connection_options options_;
  const address address_;
  const log_sink log_;
  const std::shared_ptr<observer> observer_;
  const std::chrono::milliseconds blocking_;
  const std::chrono::milliseconds silence_;  // how long Redis may be silent while something is awaited
  std::atomic<state> state_ = state::idle;
  mutable std::mutex trouble_mutex_;
  std::string trouble_ = "not connected yet";
  std::chrono::steady_clock::time_point trouble_since_ = std::chrono::steady_clock::now();
  std::string said_;  // why it was lost the last time, which is said once
  // What it goes over: one of these, or none.
  std::optional<socket> socket_;
  std::shared_ptr<tls_stream> tls_;
  asio::steady_timer retry_;
  asio::steady_timer watchdog_;
  backoff backoff_;
  bool was_ready_ = false;
  std::vector<std::shared_ptr<opener>> openers_;
  std::vector<std::weak_ptr<connection_listener>> listeners_;

  buffer out_;
  std::size_t written_ = 0;         // bytes of out_ that the socket has taken
  std::uint64_t taken_before_ = 0;  // bytes that it took before those of out_
  std::uint64_t submitted_to_ = 0;  // where the next command begins
  std::size_t flush_seen_ = 0;
  bool flush_scheduled_ = false;
  std::size_t gatherings_ = 0;
  bool write_waiting_ = false;
  bool write_given_up_ = false;  // for want of memory
  std::atomic<bool> full_ = false;

  buffer in_;
  resp::parser parser_;
  awaited_answers awaited_;
  bool taking_ = false;  // answers, of those
  bool alone_ = false;   // the answer that is being delivered, in in_
  bool lets_answers_wait_ = false;
  std::size_t urgent_ = 0;  // of those that are awaited
  int low_water_ = 1;       // bytes of answers for which the system wakes us
  bool look_is_due_ = false;
  asio::steady_timer next_look_;
  std::weak_ptr<push_sink> pushes_;
  bool takes_pushes_ = false;
  // The next two are written here, once for all answers of one read, and read anywhere.
  std::atomic<std::chrono::steady_clock::time_point> last_progress_{};
  std::atomic<bool> awaiting_ = false;
};

}  // namespace clamator::redis::detail
