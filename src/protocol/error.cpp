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

}  // namespace clamator
