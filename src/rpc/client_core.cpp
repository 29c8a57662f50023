#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/system/system_error.hpp>

#include <clamator/rpc/detail/client_core.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>

#include "rpc/failure_text.hpp"

namespace clamator::detail {
namespace {

std::exception_ptr problem(transport_errc code, const std::string& message) {
  return std::make_exception_ptr(transport_error(code, message));
}

std::exception_ptr canceled() {
  return std::make_exception_ptr(boost::system::system_error(asio::error::operation_aborted));
}

}  // namespace

// Waits for the first deadline, as it always does while there are calls. Where it is destroyed instead of
// called, the execution context is being destroyed: the calls go with it, since a caller's frame may own the
// client.
class client_core::deadline_wait {
 public:
  deadline_wait(std::shared_ptr<client_core> core, time_point deadline)
      : core_(std::move(core)), deadline_(deadline) {}
  deadline_wait(deadline_wait&&) = default;
  deadline_wait& operator=(deadline_wait&&) = delete;
  ~deadline_wait() {
    if (core_) core_->forget_calls();
  }
  void operator()(boost::system::error_code error) {
    const std::shared_ptr<client_core> core = std::move(core_);
    if (!error) core->deadline_reached(deadline_);
  }

 private:
  std::shared_ptr<client_core> core_;
  time_point deadline_;
};

class client_core::timer : public asio::steady_timer {
 public:
  using asio::steady_timer::steady_timer;
};

client_core::client_core(const asio::any_io_executor& executor, std::unique_ptr<client_transport> transport,
                         client_settings settings)
    : executor_(executor),
      strand_(make_serial(executor)),
      transport_(std::move(transport)),
      settings_(std::move(settings)),
      calls_(std::chrono::steady_clock::now(), settings_.max_in_flight),
      timer_(std::make_unique<timer>(strand_)) {}

client_core::~client_core() = default;

bool client_core::waits_for_itself(const prepared_call& call, const asio::cancellation_slot& waiter) const {
  return call.expects_reply && !call.problem &&
         transport_->waits_for_itself(split_method(call.full_method).service, waiter);
}

void client_core::launch(std::unique_ptr<call_record> record) {
  if (runs_here(strand_)) return admit(std::move(record));
  asio::dispatch(strand_, [self = shared_from_this(), record = std::move(record)]() mutable {
    self->admit(std::move(record));
  });
}

void client_core::cancel(const call_id& id) {
  asio::dispatch(strand_, [self = shared_from_this(), id] {
    call_record* record = self->calls_.find(id);
    if (record == nullptr || record->abandoned) return;
    self->end(*record, canceled());
    self->withdraw(*record, true);
    self->calls_.abandon(*record);
    self->send_ready();
  });
}

void client_core::admit(std::unique_ptr<call_record> record) {
  if (settings_.observer) tell(event::call_begun, *record);
  if (record->call.problem) return end(*record, record->call.problem);
  if (start_problem_) return end(*record, start_problem_);
  if (state_ == lifecycle::idle || state_ == lifecycle::starting) {
    return fail(std::move(record), transport_errc::not_started,
                "not started: start() the client before calling");
  }
  if (state_ != lifecycle::started)
    return fail(std::move(record), transport_errc::stopped, "transport stopped");
  try {
    calls_.make_room();
  } catch (const std::bad_alloc&) {
    return end(*record, std::current_exception());
  }
  const auto deadline = std::chrono::steady_clock::now() + record->call.timeout;
  calls_.add(std::move(record), deadline);
  send_ready();
  arm_timer();
  keep_awake();
}

void client_core::send_ready() {
  if (state_ != lifecycle::started) return;
  while (call_record* record = calls_.next_to_send()) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(record->due - std::chrono::steady_clock::now());
    const outgoing message{record->call.id, record->call.expects_reply, record->service(),
                           record->call.envelope.view(), std::max(left, std::chrono::milliseconds(1))};
    try {
      if (settings_.observer ? send_and_tell(message, *record) : transport_->send(message)) continue;
    } catch (...) {
      // No memory for it: this call fails, the others go on.
      const auto failed = calls_.take(*record);
      if (!failed->abandoned) end(*failed, std::current_exception());
      continue;
    }
    calls_.return_unsent(*record);
    return;
  }
}

void client_core::expire() {
  const auto now = std::chrono::steady_clock::now();
  while (auto record = calls_.take_expired(now)) {
    if (record->abandoned) continue;
    end(*record, expiry_problem(*record));
    if (record->state == call_state::begun) withdraw(*record, true);
  }
  while (const call_record* closing = calls_.next_closing()) withdraw(*closing, closing->abandoned);
  send_ready();
}

// Where there is no memory for that, it is as if nobody had asked: the deadline ends the call.
void client_core::withdraw(const call_record& record, bool cancel) {
  if (!record.place || !record.call.expects_reply || record.state == call_state::withdrawn) return;
  try {
    transport_->withdraw(record.call.id, record.service(), record.place, cancel);
  } catch (const std::bad_alloc& error) {
    if (settings_.log)
      settings_.log(log_level::warning, record.call.full_method + " was not withdrawn: " + error.what());
  }
}

std::exception_ptr client_core::expiry_problem(const call_record& record) const {
  const std::string timeout = "call timeout: " + record.call.full_method + " got no reply within " +
                              std::to_string(record.call.timeout.count()) + " ms";
  switch (record.state) {
    case call_state::waiting:
      return problem(transport_errc::not_sent, timeout + ": not sent, " + std::to_string(calls_.in_flight()) +
                                                   " calls were in flight before it");
    case call_state::unsent:
      return problem(transport_errc::not_sent, timeout + ": not sent, " + transport_->trouble());
    case call_state::sent:
      return problem(transport_errc::outcome_unknown, timeout + ": sent, and not acknowledged");
    case call_state::doubtful:
      return problem(transport_errc::outcome_unknown, timeout + ": outcome unknown, " + record.doubt);
    case call_state::withdrawn:
      return problem(transport_errc::timed_out_queued,
                     timeout + ": no server had begun it, and it was withdrawn");
    case call_state::begun:
      return problem(transport_errc::timed_out_running, timeout + ": a server has it");
    case call_state::accepted:
      break;
  }
  return problem(transport_errc::timed_out, timeout);
}

void client_core::arm_timer() {
  const auto next = calls_.next_wake();
  if (!next || (armed_for_ && *armed_for_ <= *next)) return;
  armed_for_ = next;
  timer_->expires_at(*next);
  timer_->async_wait(deadline_wait(shared_from_this(), *next));
}

void client_core::deadline_reached(time_point deadline) {
  if (armed_for_ != deadline) return;
  armed_for_.reset();
  expire();
  arm_timer();
}

void client_core::fail(std::unique_ptr<call_record> record, transport_errc code, const std::string& message) {
  if (!record->abandoned) end(*record, problem(code, record->call.full_method + ": " + message));
}

// What is on its way has no place yet by which to withdraw it: it stays, abandoned, until accepted() tells.
void client_core::fail_all() {
  call_table::queue on_their_way;
  while (auto record = calls_.take_any()) {
    withdraw(*record, true);
    if (!record->abandoned)
      end(*record, problem(transport_errc::stopped, record->call.full_method + ": transport stopped"));
    if (record->state == call_state::sent && record->call.expects_reply)
      on_their_way.push_back(*record.release());
  }
  while (!on_their_way.empty()) {
    std::unique_ptr<call_record> record(&on_their_way.front());
    on_their_way.pop_front();
    calls_.put_back_abandoned(std::move(record));
  }
  timer_->cancel();
  armed_for_.reset();
}

void client_core::forget_calls() noexcept {
  while (calls_.take_any()) {
  }
}

void client_core::accepted(const call_id& id, const queue_place& place) {
  call_record* record = calls_.find(id);
  if (record == nullptr) return;
  record->state = call_state::accepted;
  record->place = place;
  if (record->call.expects_reply) {
    if (record->abandoned) withdraw(*record, true);
    return;
  }
  const auto done = calls_.take(*record);
  if (!done->abandoned) end(*done, nullptr);
  send_ready();
}

void client_core::withdrawn(const call_id& id) {
  call_record* record = calls_.find(id);
  if (record == nullptr) return;
  record->state = call_state::withdrawn;
  if (settings_.observer) tell(event::call_withdrawn, *record);
  if (!record->abandoned) return;
  calls_.take(*record);
  send_ready();
}

void client_core::begun(const call_id& id) {
  call_record* record = calls_.find(id);
  if (record != nullptr && record->state == call_state::accepted) record->state = call_state::begun;
}

void client_core::refused(const call_id& id, std::string_view reason) {
  call_record* record = calls_.find(id);
  if (record == nullptr) return;
  fail(calls_.take(*record), transport_errc::refused, std::string(reason));
  send_ready();
}

void client_core::unsent(const call_id& id, std::string_view) {
  call_record* record = calls_.find(id);
  if (record == nullptr) return;
  if (record->abandoned) {
    calls_.take(*record);
  } else {
    calls_.return_unsent(*record);
  }
}

void client_core::doubtful(const call_id& id, std::string_view reason) {
  call_record* record = calls_.find(id);
  if (record == nullptr) return;
  record->state = call_state::doubtful;
  record->doubt = reason;
  if (settings_.observer) tell(event::call_doubtful, *record, reason);
  // What breaks the connection itself is not sent for ever.
  constexpr unsigned resends_at_most = 5;
  if (settings_.resend && !record->abandoned && record->resends++ < resends_at_most)
    return calls_.hold(*record);
  if (record->call.expects_reply) return;
  fail(calls_.take(*record), transport_errc::outcome_unknown, "outcome unknown, " + std::string(reason));
}

void client_core::writable() {
  send_again();
  send_ready();
}

void client_core::send_again() {
  const auto now = std::chrono::steady_clock::now();
  std::vector<outgoing> messages;
  while (call_record* record = calls_.next_held()) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(record->due - now);
    if (settings_.observer) tell(event::call_sent_again, *record);
    messages.push_back({record->call.id, record->call.expects_reply, record->service(),
                        record->call.envelope.view(), std::max(left, std::chrono::milliseconds(1))});
  }
  if (!messages.empty()) transport_->resend(messages);
}

void client_core::reply(std::string_view envelope) {
  replied_ = nullptr;
  decoding_threw_ = nullptr;
  std::exception_ptr problem;
  try {
    reply_envelope found = parse_reply(envelope, settings_.max_depth, *this);
    if (found.status == reply_envelope::state::unexpected) {
      if (settings_.observer) settings_.observer->happened({.what = event::reply_unclaimed});
      return;
    }
    problem = reply_problem(found);
  } catch (...) {
    if (replied_ == nullptr) throw;
    problem = std::current_exception();
  }
  const auto record = calls_.take(*replied_);
  if (!record->abandoned) {
    end(*record, problem);
  } else if (settings_.observer) {
    tell(event::reply_unclaimed, *record);
  }
  send_ready();
  keep_awake();
}

std::exception_ptr client_core::reply_problem(reply_envelope& found) const {
  switch (found.status) {
    case reply_envelope::state::result:
      return decoding_threw_;
    case reply_envelope::state::error:
      return std::make_exception_ptr(rpc_error(found.code, found.message, std::move(found.data)));
    default:
      return std::make_exception_ptr(
          protocol_error(protocol_errc::malformed_reply,
                         replied_->call.full_method + ": malformed reply: " + found.problem));
  }
}

bool client_core::expects(const call_id& id) {
  replied_ = calls_.find(id);
  return replied_ != nullptr && replied_->call.expects_reply;
}

void client_core::take(json::reader& in) {
  if (replied_->abandoned) {
    in.skip();
    return;
  }
  const json::reader::place result = in.save();
  try {
    replied_->decode_result(in);
  } catch (...) {
    // A codec of the user's: its call ends with that, the transport's reading goes on.
    decoding_threw_ = std::current_exception();
    in.restore(result);
    in.skip();
  }
}

asio::awaitable<void> client_core::start() {
  while (state_ == lifecycle::starting || state_ == lifecycle::stopping) co_await wait_for_change();
  if (state_ == lifecycle::started) co_return;
  if (state_ == lifecycle::stopped) {
    if (start_problem_) std::rethrow_exception(start_problem_);
    throw transport_error(transport_errc::stopped, "the client has been stopped: make a new one");
  }
  change(lifecycle::starting);
  std::exception_ptr failure;
  try {
    co_await transport_->start(strand_, *this);
  } catch (...) {
    failure = std::current_exception();
  }
  if (!failure) {
    change(lifecycle::started);
    co_return;
  }
  co_await transport_->stop();
  if (start_abandoned_) failure = problem(transport_errc::stopped, "the client was stopped while it started");
  start_problem_text_ = failure_text(failure);
  if (!start_abandoned_) start_problem_ = failure;
  change(lifecycle::stopped);
  std::rethrow_exception(failure);
}

asio::awaitable<void> client_core::stop() {
  if (state_ == lifecycle::starting && !std::exchange(start_abandoned_, true)) transport_->abandon_start();
  while (state_ == lifecycle::starting || state_ == lifecycle::stopping) co_await wait_for_change();
  if (state_ != lifecycle::started) {
    state_ = lifecycle::stopped;
    co_return;
  }
  change(lifecycle::stopping);
  fail_all();
  co_await transport_->stop();
  forget_calls();
  change(lifecycle::stopped);
}

void client_core::abandon() {
  // Whoever is destroyed without stop() has nobody left to tell what went wrong while disconnecting.
  asio::co_spawn(
      strand_, [self = shared_from_this()]() -> asio::awaitable<void> { return self->stop(); },
      asio::detached);
}

asio::awaitable<void> client_core::wait_for_change() {
  const auto event = std::make_shared<async_event>();
  state_waiters_.push_back(event);
  co_await event->wait();
}

void client_core::change(lifecycle next) {
  state_ = next;
  for (const auto& event : std::exchange(state_waiters_, {})) event->notify();
}

}  // namespace clamator::detail
