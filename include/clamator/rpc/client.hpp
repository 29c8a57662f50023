// The client, whatever carries its calls: clamator::redis::client and clamator::memory::client are made, this
// is what they have in common. Code that should work over any transport takes a clamator::client&.
//
//   AddResult r = co_await client.call(add, {2, 3}, {.timeout = 3s});
//   co_await client.notify(ping, {});
//
// Every asynchronous function takes any Asio completion token and completes with (std::exception_ptr,
// result): use_awaitable and use_future throw, callbacks get the pointer. The handler runs on its associated
// executor (the client's where it has none), never inside the call that began the operation.
//
// What g++ 12 miscompiles in an expression with co_await and no library can refuse: a conditional that makes
// an object with a destructor (name it first, or choose between two variables), and a lambda with captures
// that have one.
#pragma once

#include <memory>
#include <string_view>
#include <type_traits>

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/value.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/call_options.hpp>
#include <clamator/rpc/client_transport.hpp>
#include <clamator/rpc/detail/client_core.hpp>
#include <clamator/rpc/detail/launch_operation.hpp>
#include <clamator/rpc/detail/typed_call.hpp>
#include <clamator/rpc/health.hpp>
#include <clamator/rpc/method.hpp>

namespace clamator {

// What the functions below do without a completion token: nothing, until their result is co_awaited. Params
// are encoded at once, so they need not live until then. (Not asio::deferred: Boost 1.81 cannot co_await a
// deferred operation that completes with an exception_ptr and a result.)
using default_token = asio::use_awaitable_t<>;

// All functions may be called from any thread, also from completion handlers; two threads must not call one
// that moves or destroys the client, or while it does.
//
// Destroying a client without stop() begins stop() in the background: what is pending fails with
// transport_error(stopped), what is starting or stopping ends as if the client were there. A completion
// handler may destroy it. A moved-from client may only be destroyed.
//
// The execution context of the executor must outlive the client. What is still to be done in the background
// when it is destroyed is not done, and pending completion handlers are destroyed, not called.
class CLAMATOR_EXPORT client {
 public:
  // A client over a transport of one's own. Throws usage_error for settings out of range.
  client(const asio::any_io_executor& executor, std::unique_ptr<client_transport> transport,
         detail::client_settings settings = {});
  client(client&&) noexcept = default;
  client& operator=(client&&) = delete;
  // Without waiting; see above for what was not stopped.
  ~client();

  // Whose threads run completion handlers that have no executor of their own.
  const asio::any_io_executor& get_executor() const noexcept { return core_->executor(); }

  // How it fares at this moment, for a probe. Cheap, and does not wait; the executor is given something to
  // run, by which the next call of this knows whether it does. Throws nothing but std::bad_alloc.
  client_health health() const { return core_->health(); }

  // Connects. Completes with transport_error(connect_failed) where that fails within the connect timeout,
  // or with usage_error where the URL or an option of the connection is wrong, and the client is stopped
  // then: each call fails with the same. Idempotent; after stop() it fails with transport_error(stopped), and
  // so does one that stop() overtakes. Cancelling it has no effect once it has begun; the connect timeout
  // bounds it.
  template <class Token = default_token>
  auto start(Token&& token = Token()) {
    return asio::async_initiate<Token, void(std::exception_ptr)>(
        detail::launch_operation<Token, detail::client_core>(&detail::start_client, core_), token);
  }

  // Fails what is pending with transport_error(stopped), removes the reply stream, and disconnects what is
  // the client's own. Idempotent: a second one completes when the first has. Before start() it is for good as
  // well; it makes a start() that is connecting give up. Cancelling it has no effect once it has begun.
  template <class Token = default_token>
  auto stop(Token&& token = Token()) {
    return asio::async_initiate<Token, void(std::exception_ptr)>(
        detail::launch_operation<Token, detail::client_core>(&detail::stop_client, core_), token);
  }

  // Calls a method and completes with its result. Ends once, at the latest when the timeout is over, with
  // - rpc_error: what the other side answered,
  // - protocol_error: with invalid_params nothing was sent; with invalid_result and malformed_reply it has
  // run,
  // - transport_error: see transport_errc for what is known of the call's fate,
  // - usage_error: a handler awaits a call that only it could answer (see service_options::concurrency),
  // - std::bad_alloc, or whatever a codec of yours throws: before sending, or while the reply was read.
  //
  // Cancelling it (any type) ends it at once with operation_aborted; the request may still run. `which` and
  // `params` need not live on.
  template <class Params, class Result, class Token = default_token>
  auto call(const method<Params, Result>& which, const std::type_identity_t<Params>& params,
            call_options options = {}, Token&& token = Token()) {
    detail::require_payload<Params>();
    detail::require_received<Result>();
    return begin<Result>(detail::prepare(which.full_name(), params, true, options, core_->settings()),
                         std::forward<Token>(token));
  }

  // Sends a notification and completes when it is where servers will find it; whether it ever ran, nobody
  // will know. Errors and cancellation as for call().
  template <class Params, class Token = default_token>
  auto notify(const notification<Params>& which, const std::type_identity_t<Params>& params,
              call_options options = {}, Token&& token = Token()) {
    detail::require_payload<Params>();
    return begin<void>(detail::prepare(which.full_name(), params, false, options, core_->settings()),
                       std::forward<Token>(token));
  }

  // Calls a method by name, with any JSON object, for tools. No contract is checked; otherwise as above.
  template <class Token = default_token>
  auto call(std::string_view service, std::string_view method, const boost::json::value& params,
            call_options options = {}, Token&& token = Token()) {
    return begin<boost::json::value>(
        detail::prepare(service, method, params, true, options, core_->settings()),
        std::forward<Token>(token));
  }
  // Sends a notification in the same way.
  template <class Token = default_token>
  auto notify(std::string_view service, std::string_view method, const boost::json::value& params,
              call_options options = {}, Token&& token = Token()) {
    return begin<void>(detail::prepare(service, method, params, false, options, core_->settings()),
                       std::forward<Token>(token));
  }

 private:
  template <class Result, class Token>
  auto begin(detail::prepared_call call, Token&& token) {
    return asio::async_initiate<Token, detail::call_signature<Result>>(
        detail::launch_call<Result, Token>(core_), token, std::move(call));
  }

  std::shared_ptr<detail::client_core> core_;
};

}  // namespace clamator
