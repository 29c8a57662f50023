#include <stdexcept>

#include <clamator/rpc/detail/handler.hpp>

namespace clamator::detail {

void invocation::run(call_context&, json::writer&, issue_list&) {
  throw std::logic_error("this handler suspends: run_suspending() is the one to call");
}

asio::awaitable<void> invocation::run_suspending(call_context&, json::writer&, issue_list&) {
  throw std::logic_error("this handler does not suspend: run() is the one to call");
  co_return;
}

}  // namespace clamator::detail
