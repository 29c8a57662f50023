// An executor that does not outlive its execution context.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/intrusive/list.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>

namespace clamator::detail {

namespace asio = boost::asio;

class weak_executor_roster;

// The way from one execution context into another, which may be destroyed first: a strand of Asio's must
// neither be used nor freed after its context, and what is reached through this neither uses nor frees one.
class CLAMATOR_EXPORT weak_executor : public boost::intrusive::list_base_hook<> {
 public:
  // For callers on any execution context.
  explicit weak_executor(asio::any_io_executor target);
  // For callers on that of `caller`. Where it is the target's own, they cannot outlive it, and are spared a
  // turn of the event loop.
  weak_executor(asio::any_io_executor target, const asio::any_io_executor& caller);
  ~weak_executor();
  weak_executor(const weak_executor&) = delete;
  weak_executor& operator=(const weak_executor&) = delete;

  // Runs `function` on the executor, or destroys it where the context has gone. Inside the call only where
  // asio::dispatch would and the caller's context is the target's.
  template <class Function>
  void dispatch(Function function) {
    if (!roster_) return asio::dispatch(target_, std::move(function));
    const std::unique_lock<std::recursive_mutex> open = lock();
    if (target_) asio::post(target_, std::move(function));
  }

  // The same, never inside the call, where the executor is one of make_serial(): as post_behind().
  template <class Function>
  void post_behind(Function function) {
    std::unique_lock<std::recursive_mutex> open;
    if (roster_) open = lock();
    if (target_) clamator::detail::post_behind(target_, std::move(function));
  }

 private:
  friend class weak_executor_roster;

  std::unique_lock<std::recursive_mutex> lock();

  asio::any_io_executor target_;  // empty once its context has gone
  const std::shared_ptr<weak_executor_roster>
      roster_;  // of the target's context; none where callers share it
};

}  // namespace clamator::detail
