// A service: a name and a handler for each method.
//
//   clamator::service arith{"arith"};
//   arith.handle(add, [](AddParams p) { return AddResult{p.a + p.b}; });
//   arith.handle(ping, [](PingParams) -> asio::awaitable<void> { co_return; });
//   server.register_service(std::move(arith));
//
// A handler takes the params, by value or const reference, and a call_context& if it wants one. It returns
// the result or an awaitable of it; a coroutine is for handlers that wait. It throws rpc_error to answer with
// an error of its own; anything else that it throws is answered as -32603 "Internal error" with the
// exception's type and message. Handlers run on the server's executor, and must not block it for long.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/detail/handler.hpp>
#include <clamator/rpc/method.hpp>

namespace clamator {

// How a server runs one service.
struct service_options {
  // Requests that run at the same time. 1 keeps them in stream order, each seeing all effects of those
  // before. A handler that awaits a call to its own service needs more: the call waits behind the handler. In
  // memory such a call fails with usage_error, where the handler's own coroutine awaits it; elsewhere it ends
  // at its timeout, unless another server of the pool takes it.
  std::size_t concurrency = 1;
  // How often a request may be begun by servers that then died; 0: without limit. After that it is not handed
  // out again but kept as a dead letter, and its caller gets error_code::attempts_exhausted. Counted by the
  // Redis transport; the same in all servers of a pool.
  unsigned max_attempts = 5;
};

// Looks at a JSON value and says what is wrong with it by adding issues.
using json_check = std::function<void(const boost::json::value& value, issue_list& issues)>;

// Not for two threads at once; movable; after its registration it belongs to the server.
class CLAMATOR_EXPORT service {
 public:
  // Throws usage_error for a name that the wire does not allow.
  explicit service(std::string name);
  service(service&&) = default;
  service& operator=(service&&) = default;

  // The name on the wire.
  const std::string& name() const noexcept { return name_; }

  // Adds the handler of a method. Throws usage_error where the method is another service's or has one
  // already.
  template <class Params, class Result, class F>
  service& handle(const method<Params, Result>& which, F handler) {
    add(which.full_name(), std::make_unique<detail::typed_handler<Params, Result, F>>(std::move(handler)));
    return *this;
  }
  // The same for a notification; the handler returns nothing, or an awaitable of nothing.
  template <class Params, class F>
  service& handle(const notification<Params>& which, F handler) {
    add(which.full_name(), std::make_unique<detail::typed_handler<Params, void, F>>(std::move(handler)));
    return *this;
  }

  // For services put together at run time: JSON in and out, under a name that is not known before. The
  // checks, where given, stand in for the types: params that fail are answered with -32602, a result with
  // -32603. `handler` takes a boost::json::value and returns one, or an awaitable of one.
  template <class F>
  service& handle_value(std::string_view method, F handler, json_check params = {}, json_check result = {});
  // The same for a notification; the handler returns nothing.
  template <class F>
  service& handle_value_notification(std::string_view method, F handler, json_check params = {});

  // The handler of a method, by its name without the service; null where there is none.
  const detail::method_handler* find(std::string_view method) const noexcept;

 private:
  void add(std::string_view full_name, std::unique_ptr<detail::method_handler> handler);

  std::string name_;
  std::map<std::string, std::unique_ptr<detail::method_handler>, std::less<>> methods_;
};

}  // namespace clamator

#include <clamator/rpc/detail/value_handler.hpp>
