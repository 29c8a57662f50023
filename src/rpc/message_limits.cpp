#include <string>

#include <clamator/protocol/error.hpp>
#include <clamator/protocol/json/nesting.hpp>
#include <clamator/rpc/detail/message_limits.hpp>

namespace clamator::detail {
namespace {

// What an error reply needs: envelope, error, data, the list of errors, one of them.
constexpr unsigned least_depth = 5;
// An envelope and a little in it.
constexpr std::size_t least_bytes = 1024;

}  // namespace

void check_messages(unsigned max_depth, std::size_t max_message_bytes) {
  if (max_depth < least_depth || max_depth > json::deepest) {
    throw usage_error("option max_depth must be from " + std::to_string(least_depth) + " to " +
                      std::to_string(json::deepest));
  }
  if (max_message_bytes < least_bytes) {
    throw usage_error("option max_message_bytes must be at least " + std::to_string(least_bytes));
  }
}

}  // namespace clamator::detail
