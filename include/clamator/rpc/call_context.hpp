// What a handler may know of the request that it works on.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/call_options.hpp>

namespace clamator {

namespace asio = boost::asio;

// Who sent a request, how often it was handed out, and until when its caller waits.
struct request_origin {
  std::string_view caller;           // the caller's name (the wire's x-from), empty where it gave none
  std::string_view caller_instance;  // the caller's instance id, empty for a notification
  unsigned delivery_count = 1;       // 1 the first time; more where an earlier server did not finish it
  std::optional<std::chrono::steady_clock::time_point> deadline;  // from the caller's x-ttl
};

namespace detail {

// Emits the cancellation signal of a handler at a time.
class CLAMATOR_EXPORT cancellation_timer {
 public:
  virtual void cancel_at(std::chrono::steady_clock::time_point when) = 0;

 protected:
  ~cancellation_timer() = default;
};

}  // namespace detail

// Lives until its handler has finished, and its views with it; use it from the handler only.
class call_context {
 public:
  // For the server, and for whoever calls a handler without one: cancel_at_deadline() does nothing then.
  // `origin` and `timer` must outlive it.
  call_context(asio::any_io_executor executor, const request_origin& origin, asio::cancellation_slot slot,
               detail::cancellation_timer* timer = nullptr)
      : executor_(std::move(executor)), origin_(&origin), slot_(slot), timer_(timer) {}
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

  // Options for calls that this request is the reason for: they wait no longer than its caller does. A call
  // takes the context itself: `co_await stock.reserve(params, ctx)`; where the caller has gone, it fails with
  // transport_errc::not_sent.
  operator call_options()
      const noexcept {  // NOLINT(google-explicit-constructor): so that ctx may stand there
    call_options inherited;
    if (origin_->deadline) inherited.deadline = *origin_->deadline;
    return inherited;
  }

  // What the handler runs on: a strand of the server's executor.
  const asio::any_io_executor& get_executor() const noexcept { return executor_; }

  // Emits when nobody needs the result any more: the caller cancelled its call or its time is over (known
  // where the caller is a C++ client), another server has the request, or this one is stopping and its grace
  // time is over. Bind it to what the handler waits for:
  // bind_cancellation_slot(ctx.cancellation_slot(), use_awaitable).
  asio::cancellation_slot cancellation_slot() const noexcept { return slot_; }

  // Has the slot emit at deadline() too, by this server's clock, also where the caller cannot be heard any
  // more. Nothing happens where there is no deadline. From the handler's executor.
  void cancel_at_deadline() {
    if (timer_ != nullptr && origin_->deadline) timer_->cancel_at(*origin_->deadline);
  }

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
  detail::cancellation_timer* timer_;
  std::string_view service_;
  std::string_view method_;
  std::string_view request_id_;
};

}  // namespace clamator
