// From a request's bytes to its reply's: parse, find the method, validate, run, validate again.
#pragma once

#include <cstddef>
#include <exception>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>

#include <clamator/protocol/buffer.hpp>
#include <clamator/protocol/request.hpp>
#include <clamator/rpc/call_context.hpp>
#include <clamator/rpc/detail/handler.hpp>
#include <clamator/rpc/log.hpp>
#include <clamator/rpc/service.hpp>

namespace clamator::detail {

// Works on one request at a time, in the order: read(), then run() or run_suspending() if it says so, then
// the reply stands in reply(). Reused from request to request for its memory.
class request_dispatch final : private params_target {
 public:
  enum class next { done, run, run_suspending };

  request_dispatch(const service& served, unsigned max_depth, const log_sink& log,
                   std::size_t max_message_bytes = std::numeric_limits<std::size_t>::max())
      : service_(served), max_depth_(max_depth), max_message_bytes_(max_message_bytes), log_(log) {}

  // Reads a request; `envelope` must stay valid until the reply has been taken. `done` means that the reply,
  // an error or nothing, is ready. Like the others it throws only where there is no memory to write even an
  // error.
  next read(std::string_view envelope);
  // Instead of read(): nothing is run, and nothing answered.
  next skip();
  void run(call_context& context);
  asio::awaitable<void> run_suspending(call_context& context);

  // Makes reply() an error that says so; for a reply that could not be handed over.
  void answer_instead(const std::exception_ptr& thrown) { answer_exception(thrown); }

  // Whether reply() is an error, or would be one if the request were no notification.
  bool failed() const noexcept { return failed_; }

  // The method that is asked for, as far as it is known. Valid until the next read().
  std::string_view method() const noexcept { return request_.method().method; }

  // The reply envelope, valid until the next read(); empty where nothing is to be answered.
  std::string_view reply() const noexcept { return out_.view(); }
  // Where it stands, for whoever keeps that.
  buffer& reply_memory() noexcept { return out_; }

  // Whether it was no request, or a notification that failed: nobody can be told, or could mend it by calling
  // otherwise.
  bool rejected() const noexcept { return rejected_; }
  // Why, for a person; where it was rejected. Valid until the next read().
  std::string_view reason() const noexcept { return reason_; }

 private:
  void take(const method_name& method, json::reader& in) override;
  next refuse();
  void begin(call_context& context);
  void conclude(const std::exception_ptr& thrown);
  void bound_reply();
  void answer_exception(const std::exception_ptr& thrown);
  void answer_error(std::int64_t code, std::string_view message, const boost::json::value& data);
  void note_failure(std::string_view what);

  const service& service_;
  unsigned max_depth_;
  std::size_t max_message_bytes_;
  const log_sink& log_;
  request_envelope request_;
  const method_handler* handler_ = nullptr;
  invocation_slot call_;
  std::exception_ptr thrown_;  // while the params were read
  issue_list issues_;
  bool failed_ = false;
  buffer out_;
  bool rejected_ = false;
  std::string reason_;
};

}  // namespace clamator::detail
