#include <clamator/protocol/codec.hpp>
#include <clamator/protocol/error.hpp>

namespace clamator::detail {

void require_json(json::reader& in, issue_list issues) {
  if (!in.finish()) {
    throw protocol_error(
        protocol_errc::invalid_params,
        "not JSON: " + std::string(in.error().message) + " at offset " + std::to_string(in.error().offset));
  }
  if (!issues.empty()) {
    throw protocol_error(protocol_errc::invalid_params, "the JSON does not fit its type", std::move(issues));
  }
}

void require_encoded(issue_list issues) {
  if (issues.empty()) return;
  throw protocol_error(protocol_errc::invalid_params, "the value cannot be written as JSON",
                       std::move(issues));
}

}  // namespace clamator::detail
