// The part of a client that tells its observer of its calls, and whoever asks how it fares.
#include <algorithm>
#include <array>
#include <charconv>
#include <new>

#include <boost/system/system_error.hpp>

#include <clamator/rpc/detail/client_core.hpp>

namespace clamator::detail {
namespace {

// Of an error of this side.
std::string_view reason_of(const std::exception_ptr& problem) noexcept {
  try {
    std::rethrow_exception(problem);
  } catch (const transport_error& error) {
    return to_string(error.code());
  } catch (const protocol_error& error) {
    return to_string(error.code());
  } catch (const usage_error&) {
    return "usage_error";
  } catch (const std::bad_alloc&) {
    return "bad_alloc";
  } catch (...) {
    return "exception";
  }
}

occurrence of_call(event what, std::string_view full_method) noexcept {
  const method_name name = split_method(full_method);
  return {.what = what, .service = name.service, .subject = name.method};
}

}  // namespace

void client_core::end(call_record& record, std::exception_ptr problem) {
  if (settings_.observer) tell_end(record, problem);
  record.complete(std::move(problem));
}

void client_core::tell(event what, const call_record& record, std::string_view reason) const {
  occurrence told = of_call(what, record.call.full_method);
  told.reason = reason;
  settings_.observer->happened(told);
}

// Without a deadline it was never taken in.
void client_core::tell_end(const call_record& record, const std::exception_ptr& problem) const {
  occurrence end = of_call(event::call_completed, record.call.full_method);
  if (record.due != time_point())
    end.took = std::chrono::steady_clock::now() - (record.due - record.call.timeout);
  std::array<char, 24> code{};
  try {
    if (problem) std::rethrow_exception(problem);
    if (!record.result_fits()) {
      end.what = event::call_failed;
      end.reason = to_string(protocol_errc::invalid_result);
    }
  } catch (const rpc_error& error) {
    end.what = event::call_answered;
    const auto written = std::to_chars(code.data(), code.data() + code.size(), error.code());
    end.reason = std::string_view(code.data(), static_cast<std::size_t>(written.ptr - code.data()));
  } catch (const boost::system::system_error& error) {
    const bool cancelled = error.code() == asio::error::operation_aborted;
    end.what = cancelled ? event::call_cancelled : event::call_failed;
    if (!cancelled) end.reason = "exception";
  } catch (...) {
    end.what = event::call_failed;
    end.reason = reason_of(problem);
  }
  settings_.observer->happened(end);
}

// The call may be over, and gone, when send() comes back.
bool client_core::send_and_tell(const outgoing& message, const call_record& record) {
  const std::string full_method = record.call.full_method;
  if (!transport_->send(message)) return false;
  settings_.observer->happened(of_call(event::call_sent, full_method));
  return true;
}

client_health client_core::health() {
  client_health now;
  const lifecycle state = state_;
  switch (state) {
    case lifecycle::idle:
      now.state = run_state::not_started;
      return now;
    case lifecycle::starting:
      now.state = run_state::starting;
      break;
    case lifecycle::started:
      now.state = run_state::running;
      break;
    case lifecycle::stopping:
      now.state = run_state::stopping;
      break;
    case lifecycle::stopped:
      now.state = run_state::stopped;
      now.reason = start_problem_text_;
      return now;
  }
  probe_executor(probe_, strand_, now);
  now.in_flight = calls_.in_flight();
  now.waiting = calls_.size() - std::min(calls_.size(), now.in_flight);
  transport_->add_health(now);
  return now;
}

}  // namespace clamator::detail
