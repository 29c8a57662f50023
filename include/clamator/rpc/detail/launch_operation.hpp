// Begins what is not cancelled halfway: start() and stop() of a client or server.
#pragma once

#include <exception>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

#include <clamator/export.hpp>
#include <clamator/rpc/detail/waiting_caller.hpp>

namespace clamator::detail {

// Who waits for an operation.
class CLAMATOR_EXPORT operation_end {
 public:
  operation_end() = default;
  operation_end(const operation_end&) = delete;
  operation_end& operator=(const operation_end&) = delete;
  virtual ~operation_end() = default;

  // Once.
  virtual void complete(std::exception_ptr problem) = 0;
};

template <class Caller>
class awaited_end final : public operation_end {
 public:
  explicit awaited_end(Caller caller) : caller_(std::move(caller)) {}
  void complete(std::exception_ptr problem) override { caller_.complete(std::move(problem)); }

 private:
  Caller caller_;
};

// Begins an operation of a core. Its coroutine is spawned in a .cpp: with co_spawn here, each type of handler
// would cost whoever includes this a quarter of a second. The caller's cancellation slot is left alone: what
// is half started or half stopped could be neither used nor stopped. (Given to co_spawn, a signal that is
// emitted when the coroutine has just ended, and destroyed then, would be used afterwards: Boost 1.81 sends a
// pointer to it to the strand.)
template <class Token, class Core, class... Args>
class launch_operation {
 public:
  using operation = void (*)(std::shared_ptr<Core>, std::unique_ptr<operation_end>, Args...);

  launch_operation(operation begin, std::shared_ptr<Core> core, Args... args)
      : begin_(begin), core_(std::move(core)), args_(args...) {}

  template <class Handler>
  void operator()(Handler&& handler) const {
    using caller = caller_for<Token, std::decay_t<Handler>>;
    std::unique_ptr<operation_end> waiting =
        std::make_unique<awaited_end<caller>>(caller(std::forward<Handler>(handler), core_->executor()));
    std::apply([&](const Args&... args) { begin_(core_, std::move(waiting), args...); }, args_);
  }

 private:
  operation begin_;
  std::shared_ptr<Core> core_;
  std::tuple<Args...> args_;
};

}  // namespace clamator::detail
