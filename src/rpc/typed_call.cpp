#include <algorithm>

#include <clamator/protocol/request.hpp>
#include <clamator/rpc/detail/typed_call.hpp>

namespace clamator::detail {
namespace {

std::exception_ptr invalid(protocol_errc code, const std::string& message, issue_list issues = {}) {
  return std::make_exception_ptr(protocol_error(code, message, std::move(issues)));
}

}  // namespace

prepared_call begin_prepare(std::string_view full_method, bool expects_reply, call_options options,
                            const client_settings& settings) {
  prepared_call call;
  call.expects_reply = expects_reply;
  call.full_method = full_method;
  call.timeout =
      std::min(options.timeout.count() == 0 ? settings.default_timeout : options.timeout, longest_wait);
  const bool bounded = options.deadline != std::chrono::steady_clock::time_point::max();
  const auto left =
      bounded
          ? std::chrono::ceil<std::chrono::milliseconds>(options.deadline - std::chrono::steady_clock::now())
          : longest_wait;
  if (!split_method(full_method).valid()) {
    call.problem = invalid(protocol_errc::invalid_name, "\"" + call.full_method +
                                                            "\" is no method: <service>.<method>, service "
                                                            "[a-z][a-z0-9-]*, method [a-z][a-zA-Z0-9-]*");
  } else if (call.timeout.count() < 0) {
    call.problem = std::make_exception_ptr(usage_error("option timeout of a call must not be negative"));
  } else if (left.count() <= 0) {
    call.problem = std::make_exception_ptr(transport_error(
        transport_errc::not_sent, call.full_method + ": not sent, the deadline that it was given is over"));
  } else {
    call.timeout = std::min(call.timeout, left);
    call.id = call_id::random();
    begin_request(call.envelope, full_method);
  }
  return call;
}

void end_prepare(prepared_call& call, std::size_t params_at, const issue_list& issues,
                 const client_settings& settings) {
  if (!issues.empty()) {
    call.problem = invalid(protocol_errc::invalid_params, call.full_method + ": invalid params", issues);
  } else if (call.envelope.data()[params_at] != '{') {
    call.problem =
        invalid(protocol_errc::invalid_params, call.full_method + ": params must be a JSON object");
  } else if (call.expects_reply) {
    end_request(call.envelope, call.id);
  } else {
    end_notification(call.envelope);
  }
  if (!call.problem && call.envelope.size() > settings.max_message_bytes) {
    call.problem =
        invalid(protocol_errc::invalid_params,
                call.full_method + ": params too large: the request would have " +
                    std::to_string(call.envelope.size()) + " bytes, and option max_message_bytes allows " +
                    std::to_string(settings.max_message_bytes));
  }
}

prepared_call prepare(std::string_view service, std::string_view method, const boost::json::value& params,
                      bool expects_reply, call_options options, const client_settings& settings) {
  return prepare(std::string(service) + "." + std::string(method), params, expects_reply, options, settings);
}

std::exception_ptr invalid_result(const prepared_call& call, issue_list issues) noexcept {
  try {
    return invalid(protocol_errc::invalid_result, call.full_method + ": the result does not fit the contract",
                   std::move(issues));
  } catch (...) {
    return std::current_exception();
  }
}

std::exception_ptr waiting_for_itself(const prepared_call& call) {
  const std::string service(split_method(call.full_method).service);
  return std::make_exception_ptr(usage_error(
      call.full_method + ": awaited by a handler of \"" + service +
      "\", which runs one request at a time, so that it would wait for itself: raise option concurrency of "
      "the service, or call the handler's function directly"));
}

}  // namespace clamator::detail
