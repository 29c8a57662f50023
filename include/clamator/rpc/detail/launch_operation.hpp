// Begins what is not cancelled halfway: start() and stop() of a client or server.
#pragma once

#include <exception>
#include <memory>
#include <tuple>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>

#include <clamator/rpc/detail/waiting_caller.hpp>

namespace clamator::detail {

// Spawns a coroutine on its core's strand. The caller's cancellation slot is left alone: what is half started
// or half stopped could be neither used nor stopped. (Given to co_spawn, a signal that is emitted when the
// coroutine has just ended, and destroyed then, would be used afterwards: Boost 1.81 sends a pointer to it to
// the strand.)
template <class Core, class... Args>
class launch_operation {
 public:
  using body = asio::awaitable<void> (*)(std::shared_ptr<Core>, Args...);

  launch_operation(body run, std::shared_ptr<Core> core, Args... args)
      : run_(run), core_(std::move(core)), args_(args...) {}

  template <class Handler>
  void operator()(Handler&& handler) const {
    waiting_caller<std::decay_t<Handler>> caller(std::forward<Handler>(handler), core_->executor());
    asio::co_spawn(core_->strand(),
                   std::apply([this](const Args&... args) { return run_(core_, args...); }, args_),
                   [caller = std::move(caller)](std::exception_ptr problem) mutable {
                     caller.complete(std::move(problem));
                   });
  }

 private:
  body run_;
  std::shared_ptr<Core> core_;
  std::tuple<Args...> args_;
};

}  // namespace clamator::detail
