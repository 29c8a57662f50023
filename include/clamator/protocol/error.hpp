// Everything that a call can fail with. rpc_error crosses the wire; protocol_error and transport_error are
// local, and their code says what the caller can do next.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/issue.hpp>

namespace clamator {

// Base of all that this library throws or delivers, but for cancellation: a cancelled operation ends with
// boost::system::system_error(boost::asio::error::operation_aborted), as Asio's own do.
class CLAMATOR_EXPORT error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The codes of errors that a server answers by itself: JSON-RPC's, and one of ours.
namespace error_code {
inline constexpr std::int64_t parse_error = -32700;       // the request is not JSON
inline constexpr std::int64_t invalid_request = -32600;   // JSON, but no request
inline constexpr std::int64_t method_not_found = -32601;  // the service has no such method
inline constexpr std::int64_t invalid_params = -32602;    // the params do not fit the contract
inline constexpr std::int64_t internal_error = -32603;  // the handler threw, or its result is not fit to send
// It was begun as often as service_options::max_attempts allows, and each time its server died.
inline constexpr std::int64_t attempts_exhausted = -32090;
}  // namespace error_code

// The other side's answer is an error, or a handler's way to give one: `throw rpc_error(-32100, "no such
// order", {{"id", 7}})`. The code passes through unchanged; -32768..-32000 belongs to the protocol and to
// transports, applications do better to stay out of it.
class CLAMATOR_EXPORT rpc_error : public error {
 public:
  // `message` is for a person, `data` for a program; both are sent as they are. what() is the message with
  // the code.
  rpc_error(std::int64_t code, const std::string& message, boost::json::value data = nullptr);

  // One of error_code, or the handler's own.
  std::int64_t code() const noexcept { return code_; }
  // What the other side says.
  std::string_view message() const noexcept { return message_; }
  // JSON null where there is none.
  const boost::json::value& data() const noexcept { return data_; }

 private:
  std::int64_t code_;
  std::string message_;
  boost::json::value data_;
};

// Which rule was broken, and by whom.
enum class protocol_errc {
  invalid_name,     // a service or method name that the wire does not allow: fix the call
  invalid_params,   // params do not fit the contract, or cannot be JSON (NaN): nothing was sent, fix the call
  invalid_result,   // the reply's result does not fit the contract: the two sides disagree on it
  malformed_reply,  // the reply is not what JSON-RPC allows: the other side is broken
};

// The enumerator's name.
CLAMATOR_EXPORT std::string_view to_string(protocol_errc code) noexcept;

// The call or its reply is not what the protocol or the contract allows.
class CLAMATOR_EXPORT protocol_error : public error {
 public:
  // what() is the message with the issues behind it.
  protocol_error(protocol_errc code, const std::string& message, issue_list issues = {});

  // Which it is.
  protocol_errc code() const noexcept { return code_; }
  // What was wrong with params or result; empty for the other codes.
  const issue_list& issues() const noexcept { return issues_; }

 private:
  protocol_errc code_;
  issue_list issues_;
};

// What is known of a call whose way failed.
enum class transport_errc {
  not_started,        // call start() first; nothing was sent
  stopped,            // stop() was called; the call may or may not have run
  timed_out,          // the request was taken, and no reply came in time; how far it is cannot be told
  timed_out_queued,   // no server had begun it when the time was over: it was withdrawn and will not run
  timed_out_running,  // a server has it, and no reply came in time: it runs, or has run
  not_sent,           // no reply in time, and the request surely never left: safe to call again
  outcome_unknown,    // the connection broke around the request, and no reply came in time: it may have run
  refused,            // the transport did not take it (Redis: OOM, NOPERM, ...): it did not run
  connect_failed,     // start() could not reach the transport
  connection_lost,    // a command's answer will not come
};

// The enumerator's name.
CLAMATOR_EXPORT std::string_view to_string(transport_errc code) noexcept;

// Whether a call that failed so may have run, or may run yet. Where not, calling again repeats nothing.
CLAMATOR_EXPORT bool may_have_run(transport_errc code) noexcept;

// The way between the two sides failed. The message names the root cause.
class CLAMATOR_EXPORT transport_error : public error {
 public:
  // `message` is what().
  transport_error(transport_errc code, const std::string& message);

  // Which it is.
  transport_errc code() const noexcept { return code_; }

 private:
  transport_errc code_;
};

// The library is used against its rules: an option out of range, two services of one name, a registration
// after start. The message says which and what to do.
class CLAMATOR_EXPORT usage_error : public error {
 public:
  using error::error;
};

}  // namespace clamator
