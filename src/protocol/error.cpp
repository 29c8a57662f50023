#include <clamator/protocol/error.hpp>

namespace clamator {

rpc_error::rpc_error(std::int64_t code, const std::string& message, boost::json::value data)
    : error(message), code_(code), message_(message), data_(std::move(data)) {}

protocol_error::protocol_error(protocol_errc code, const std::string& message, issue_list issues)
    : error(issues.empty() ? message : message + ": " + issues.text()),
      code_(code),
      issues_(std::move(issues)) {}

transport_error::transport_error(transport_errc code, const std::string& message)
    : error(message), code_(code) {}

std::string_view to_string(protocol_errc code) noexcept {
  switch (code) {
    case protocol_errc::invalid_name:
      return "invalid_name";
    case protocol_errc::invalid_params:
      return "invalid_params";
    case protocol_errc::invalid_result:
      return "invalid_result";
    case protocol_errc::malformed_reply:
      break;
  }
  return "malformed_reply";
}

std::string_view to_string(transport_errc code) noexcept {
  switch (code) {
    case transport_errc::not_started:
      return "not_started";
    case transport_errc::stopped:
      return "stopped";
    case transport_errc::timed_out:
      return "timed_out";
    case transport_errc::timed_out_queued:
      return "timed_out_queued";
    case transport_errc::timed_out_running:
      return "timed_out_running";
    case transport_errc::not_sent:
      return "not_sent";
    case transport_errc::outcome_unknown:
      return "outcome_unknown";
    case transport_errc::refused:
      return "refused";
    case transport_errc::connect_failed:
      return "connect_failed";
    case transport_errc::connection_lost:
      break;
  }
  return "connection_lost";
}

bool may_have_run(transport_errc code) noexcept {
  switch (code) {
    case transport_errc::not_started:
    case transport_errc::timed_out_queued:
    case transport_errc::not_sent:
    case transport_errc::refused:
    case transport_errc::connect_failed:
      return false;
    case transport_errc::stopped:
    case transport_errc::timed_out:
    case transport_errc::timed_out_running:
    case transport_errc::outcome_unknown:
    case transport_errc::connection_lost:
      break;
  }
  return true;
}

}  // namespace clamator
