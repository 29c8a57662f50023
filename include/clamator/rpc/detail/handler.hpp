// Handlers of any form, behind one type: decode the params where they stand, run, encode the result.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include <boost/asio/awaitable.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/codec.hpp>
#include <clamator/protocol/issue.hpp>
#include <clamator/rpc/call_context.hpp>
#include <clamator/rpc/detail/invocation_slot.hpp>
#include <clamator/rpc/detail/payload.hpp>

namespace clamator::detail {

// One request with its params decoded, ready to run once.
class CLAMATOR_EXPORT invocation {
 public:
  virtual ~invocation() = default;
  // Whether run_suspending() is the one to call.
  virtual bool suspends() const noexcept { return false; }
  // Runs the handler and writes its result; what does not fit the contract goes to `issues`. Throws what the
  // handler throws.
  virtual void run(call_context& context, json::writer& out, issue_list& issues);
  virtual asio::awaitable<void> run_suspending(call_context& context, json::writer& out, issue_list& issues);
};

// What a service knows of one method.
class CLAMATOR_EXPORT method_handler {
 public:
  explicit method_handler(bool notification) noexcept : notification_(notification) {}
  virtual ~method_handler() = default;
  // Consumes one value and makes the invocation in `to`. What does not fit the contract goes to `issues`, and
  // then that must not be run; nor where this throws.
  virtual void decode(json::reader& in, issue_list& issues, invocation_slot& to) const = 0;
  bool notification() const noexcept { return notification_; }

 private:
  bool notification_;
};

template <class T>
struct awaited {
  using type = T;
  static constexpr bool suspends = false;
};
template <class T, class Executor>
struct awaited<asio::awaitable<T, Executor>> {
  using type = T;
  static constexpr bool suspends = true;
};

// Handlers take (params) or (params, call_context&).
template <class F, class Params>
decltype(auto) invoke_handler(F& handler, Params&& params, call_context& context) {
  if constexpr (std::is_invocable_v<F&, Params&&, call_context&>) {
    return handler(std::forward<Params>(params), context);
  } else {
    static_assert(std::is_invocable_v<F&, Params&&>,
                  "a handler takes its method's params, and a clamator::call_context& if it wants one");
    return handler(std::forward<Params>(params));
  }
}

template <class F, class Params>
using handler_result =
    decltype(invoke_handler(std::declval<F&>(), std::declval<Params>(), std::declval<call_context&>()));

template <class Params, class Result, class F>
class plain_invocation final : public invocation {
 public:
  explicit plain_invocation(std::shared_ptr<F> handler) : handler_(std::move(handler)) {}
  void run(call_context& context, json::writer& out, issue_list& issues) override {
    if constexpr (std::is_void_v<Result>) {
      invoke_handler(*handler_, std::move(params), context);
      out.null();
    } else {
      const Result result = invoke_handler(*handler_, std::move(params), context);
      encode(out, result, issues);
    }
  }
  Params params{};

 private:
  std::shared_ptr<F> handler_;
};

template <class Params, class Result, class F>
class suspending_invocation final : public invocation {
 public:
  explicit suspending_invocation(std::shared_ptr<F> handler) : handler_(std::move(handler)) {}
  bool suspends() const noexcept override { return true; }
  asio::awaitable<void> run_suspending(call_context& context, json::writer& out,
                                       issue_list& issues) override {
    if constexpr (std::is_void_v<Result>) {
      co_await invoke_handler(*handler_, std::move(params), context);
      out.null();
    } else {
      const Result result = co_await invoke_handler(*handler_, std::move(params), context);
      encode(out, result, issues);
    }
  }
  Params params{};

 private:
  std::shared_ptr<F> handler_;
};

// Result is void for a notification.
template <class Params, class Result, class F>
class typed_handler final : public method_handler {
  using returned = awaited<handler_result<F, Params>>;
  static_assert(std::is_void_v<Result> || std::is_convertible_v<typename returned::type, Result>,
                "the handler does not return its method's result type");
  using invocation_type = std::conditional_t<returned::suspends, suspending_invocation<Params, Result, F>,
                                             plain_invocation<Params, Result, F>>;

 public:
  explicit typed_handler(F handler)
      : method_handler(std::is_void_v<Result>), handler_(std::make_shared<F>(std::move(handler))) {
    require_received<Params>();
    if constexpr (!std::is_void_v<Result>) require_codec<Result>();
    // A coroutine may make its result in an expression with co_await: `co_return Result{co_await ...}`.
    if constexpr (!std::is_void_v<Result> && returned::suspends) require_safe_payload<Result>();
  }

  void decode(json::reader& in, issue_list& issues, invocation_slot& to) const override {
    clamator::decode(in, to.emplace<invocation_type>(handler_).params, issues);
  }

 private:
  std::shared_ptr<F> handler_;
};

}  // namespace clamator::detail
