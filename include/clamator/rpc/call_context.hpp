// What a handler may know of the request that it works on.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>

namespace clamator {

namespace asio = boost::asio;

// Who sent a request, how often it was handed out, and until when its caller waits.
struct request_origin {
  std::string caller;           // the caller's name (the wire's x-from), empty where it gave none
  std::string caller_instance;  // the caller's instance id, empty for a notification
  unsigned delivery_count = 1;  // 1 the first time; more where an earlier server did not finish it
  std::optional<std::chrono::steady_clock::time_point> deadline;  // from the caller's x-ttl
};

// Lives until its handler has finished, and its views with it; use it from the handler only.
class call_context {
 public:
  // For the server. `origin` must outlive it.
  call_context(asio::any_io_executor executor, const request_origin& origin, asio::cancellation_slot slot)
      : executor_(std::move(executor)), origin_(&origin), slot_(slot) {}
  call_context(const call_context&) = delete;
  call_context& operator=(const call_context&) = delete;

  std::string_view service() const noexcept { return service_; }  // the service's name
  std::string_view method() const noexcept { return method_; }    // the method's, without the service
  // The id as it stands in the request's JSON; empty for a notification.
  std::string_view request_id() const noexcept { return request_id_; }
  // Whether nobody waits for the result.
  bool is_notification() const noexcept { return request_id_.empty(); }

  // The name that the caller's client has in its options; empty where it gave none.
  std::string_view caller() const noexcept { return origin_->caller; }
  // The instance id of the caller's client; empty for a notification.
  std::string_view caller_instance() const noexcept { return origin_->caller_instance; }
  // 1 the first time that the request is handed to a server; more where an earlier one did not finish it, and
  // its work may be half done.
  unsigned delivery_count() const noexcept { return origin_->delivery_count; }
  // When the caller stops waiting, by this machine's clock; nothing where it did not say.
  std::optional<std::chrono::steady_clock::time_point> deadline() const noexcept { return origin_->deadline; }

  // What the handler runs on: a strand of the server's executor.
  const asio::any_io_executor& get_executor() const noexcept { return executor_; }

  // Emits when nobody needs the result any more: the server is stopping and its grace time is over. Bind it
  // to what the handler waits for: bind_cancellation_slot(ctx.cancellation_slot(), use_awaitable).
  asio::cancellation_slot cancellation_slot() const noexcept { return slot_; }

  // For the server, before the handler runs.
  void set_request(std::string_view service, std::string_view method, std::string_view id) noexcept {
    service_ = service;
    method_ = method;
    request_id_ = id;
  }

 private:
  asio::any_io_executor executor_;
  const request_origin* origin_;
  asio::cancellation_slot slot_;
  std::string_view service_;
  std::string_view method_;
  std::string_view request_id_;
};

}  // namespace clamator
