// The server, whatever brings its requests: clamator::redis::server and clamator::memory::server are made,
// this is what they have in common.
#pragma once

#include <chrono>
#include <memory>
#include <type_traits>

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/contract.hpp>
#include <clamator/rpc/detail/launch_operation.hpp>
#include <clamator/rpc/detail/server_core.hpp>
#include <clamator/rpc/health.hpp>
#include <clamator/rpc/server_transport.hpp>
#include <clamator/rpc/service.hpp>

namespace clamator {

namespace detail {

// Keep the core alive for as long as they run.
CLAMATOR_EXPORT void start_server(std::shared_ptr<server_core> core, std::unique_ptr<operation_end> end);
CLAMATOR_EXPORT void stop_server(std::shared_ptr<server_core> core, std::unique_ptr<operation_end> end,
                                 std::chrono::milliseconds grace);

}  // namespace detail

// All functions may be called from any thread. Handlers run on the executor given to the constructor; where
// that has several threads, handlers of different services, and of one service with a concurrency above 1,
// may run at the same time.
//
// Destroying a server without stop() begins stop() in the background, with no grace time; what is starting or
// stopping ends as if the server were there. A handler may destroy it. A moved-from server may only be
// destroyed. The execution context of the executor must outlive the server.
class CLAMATOR_EXPORT server {
 public:
  // A server over a transport of one's own. Throws usage_error for settings out of range.
  server(const asio::any_io_executor& executor, std::unique_ptr<server_transport> transport,
         detail::server_settings settings = {});
  server(server&&) noexcept = default;
  server& operator=(server&&) = delete;
  // Without waiting; see above for what was not stopped.
  ~server();

  // On whose threads handlers run.
  const asio::any_io_executor& get_executor() const noexcept { return core_->executor(); }

  // How it fares at this moment, for a probe. Cheap, and does not wait; the executor is given something to
  // run, by which the next call of this knows whether it does. Throws nothing but std::bad_alloc.
  server_health health() const { return core_->health(); }

  // Adds a service, before start(). Throws usage_error after it, for a second service of one name, or for an
  // option out of range.
  void register_service(service added, service_options options = {}) {
    core_->register_service(std::move(added), options);
  }
  // The same for a contract and an instance of the class that implements it, which the server keeps alive.
  template <class Service, class Implementation>
  void register_service(const contract<Service>& which, std::shared_ptr<Implementation> instance,
                        service_options options = {}) {
    register_service(which.bind(std::move(instance)), options);
  }

  // Completes with no arguments but an exception_ptr, when all services are being served. Fails with
  // transport_error(connect_failed), with refused where Redis does not let it make its groups, or with
  // usage_error where the URL or an option of the connection is wrong, and the server is stopped then.
  // Idempotent; after stop() it fails with transport_error(stopped), and so does one that stop() overtakes.
  // Cancelling it has no effect once it has begun; the connect timeout bounds it.
  template <class Token = asio::use_awaitable_t<>>
  auto start(Token&& token = Token()) {
    return asio::async_initiate<Token, void(std::exception_ptr)>(
        detail::launch_operation<Token, detail::server_core>(&detail::start_server, core_), token);
  }

  // Takes nothing new, gives back what was not begun, waits up to `grace` for the handlers that run and
  // cancels them then (call_context::cancellation_slot), sends their replies, and disconnects what is the
  // server's own. Idempotent: a second one completes when the first has, by the first one's grace time. It
  // makes a start() that is connecting give up. Cancelling it has no effect once it has begun. A handler of
  // this server may begin it, and is then waited for like the others; one that awaits it waits for itself,
  // until the grace time and a tenth more are over, and its reply may come too late to be sent.
  template <class Token = asio::use_awaitable_t<>>
  auto stop(std::chrono::milliseconds grace, Token&& token = Token()) {
    return asio::async_initiate<Token, void(std::exception_ptr)>(
        detail::launch_operation<Token, detail::server_core, std::chrono::milliseconds>(&detail::stop_server,
                                                                                        core_, grace),
        token);
  }
  // The same with the grace time of the options.
  template <class Token = asio::use_awaitable_t<>>
    requires(!std::is_convertible_v<Token, std::chrono::milliseconds>)
  auto stop(Token&& token = Token()) {
    return stop(core_->settings().shutdown_grace, std::forward<Token>(token));
  }

 private:
  std::shared_ptr<detail::server_core> core_;
};

}  // namespace clamator
