// The client without its types: launches calls, matches replies, keeps deadlines. Runs on a strand of its
// own; launch() and cancel() may be called from any thread.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <exception>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/reply.hpp>
#include <clamator/rpc/client_transport.hpp>
#include <clamator/rpc/detail/async_event.hpp>
#include <clamator/rpc/detail/call_table.hpp>
#include <clamator/rpc/detail/executor_probe.hpp>
#include <clamator/rpc/health.hpp>
#include <clamator/rpc/log.hpp>
#include <clamator/rpc/observer.hpp>

namespace clamator::detail {

struct client_settings {
  std::chrono::milliseconds default_timeout{30'000};
  std::size_t max_in_flight = 1024;
  unsigned max_depth = json::default_depth;
  log_sink log;
  // Of one request, with its envelope.
  std::size_t max_message_bytes = std::numeric_limits<std::size_t>::max();
  // What may not have arrived is sent again; for transports that have resend().
  bool resend = false;
  // Is told what happens, where there is one.
  std::shared_ptr<clamator::observer> observer = {};
  // How long the thread does not sleep after a call was sent or a reply came, while calls are in flight.
  std::chrono::microseconds busy_poll{0};
};

class client_core final : public std::enable_shared_from_this<client_core>,
                          private client_sink,
                          private result_target {
 public:
  client_core(const asio::any_io_executor& executor, std::unique_ptr<client_transport> transport,
              client_settings settings);
  ~client_core();

  const asio::any_io_executor& executor() const noexcept { return executor_; }
  const client_settings& settings() const noexcept { return settings_; }

  // Whether whoever awaits the call is the handler that it waits for. Any thread.
  CLAMATOR_EXPORT bool waits_for_itself(const prepared_call& call,
                                        const asio::cancellation_slot& waiter) const;
  CLAMATOR_EXPORT void launch(std::unique_ptr<call_record> record);
  CLAMATOR_EXPORT void cancel(const call_id& id);
  // Any thread.
  CLAMATOR_EXPORT client_health health();

  // To be spawned on strand().
  asio::awaitable<void> start();
  asio::awaitable<void> stop();
  const asio::any_io_executor& strand() const noexcept { return strand_; }

  // Stops in the background, for a client that is destroyed without stop().
  void abandon();

 private:
  using time_point = std::chrono::steady_clock::time_point;
  enum class lifecycle { idle, starting, started, stopping, stopped };
  class deadline_wait;
  class timer;  // Asio's, whose header would cost each file that has a client a quarter of its compile time

  void admit(std::unique_ptr<call_record> record);
  void send_ready();
  void keep_awake();
  void stay_awake();
  void send_again();
  void expire();
  void arm_timer();
  void deadline_reached(time_point deadline);
  void fail_all();
  // Takes it back where no server has it.
  void withdraw(const call_record& record, bool cancel);
  std::exception_ptr reply_problem(reply_envelope& found) const;
  // Nobody is told.
  void forget_calls() noexcept;
  void fail(std::unique_ptr<call_record> record, transport_errc code, const std::string& message);
  // Ends it for its caller: with the result where `problem` is null.
  void end(call_record& record, std::exception_ptr problem);
  // Only where there is an observer.
  void tell(event what, const call_record& record, std::string_view reason = {}) const;
  void tell_end(const call_record& record, const std::exception_ptr& problem) const;
  bool send_and_tell(const outgoing& message, const call_record& record);
  std::exception_ptr expiry_problem(const call_record& record) const;

  void accepted(const call_id& id, const queue_place& place) override;
  void withdrawn(const call_id& id) override;
  void begun(const call_id& id) override;
  void refused(const call_id& id, std::string_view reason) override;
  void unsent(const call_id& id, std::string_view reason) override;
  void doubtful(const call_id& id, std::string_view reason) override;
  void writable() override;
  void reply(std::string_view envelope) override;

  bool expects(const call_id& id) override;
  void take(json::reader& in) override;

  asio::any_io_executor executor_;
  asio::any_io_executor strand_;
  std::unique_ptr<client_transport> transport_;
  client_settings settings_;
  call_table calls_;
  std::unique_ptr<timer> timer_;
  std::optional<time_point> armed_for_;
  call_record* replied_ = nullptr;     // whom the reply that is being read belongs to
  std::exception_ptr decoding_threw_;  // what reading its result threw
  std::atomic<lifecycle> state_ = lifecycle::idle;
  std::vector<std::shared_ptr<async_event>> state_waiters_;  // whom to wake when starting or stopping ends
  bool start_abandoned_ = false;                             // stop() came while it was starting
  std::exception_ptr start_problem_;
  std::string start_problem_text_;  // does not change once it is stopped
  executor_probe probe_;
  time_point awake_until_{};
  bool awake_ = false;

  asio::awaitable<void> wait_for_change();
  void change(lifecycle next);
};

}  // namespace clamator::detail
