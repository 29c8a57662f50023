// The typed edge of a client: encodes params, and gives the decoded result to a completion handler.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/json/value.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/codec.hpp>
#include <clamator/protocol/error.hpp>
#include <clamator/rpc/call_options.hpp>
#include <clamator/rpc/detail/client_core.hpp>
#include <clamator/rpc/detail/launch_operation.hpp>
#include <clamator/rpc/detail/payload.hpp>
#include <clamator/rpc/detail/waiting_caller.hpp>

namespace clamator::detail {

template <class Result>
struct call_signature_of {
  using type = void(std::exception_ptr, Result);
};
template <>
struct call_signature_of<void> {
  using type = void(std::exception_ptr);
};
template <class Result>
using call_signature = typename call_signature_of<Result>::type;

// What may go wrong before sending is found here, and reported when the call is launched.
CLAMATOR_EXPORT prepared_call begin_prepare(std::string_view full_method, bool expects_reply,
                                            call_options options, const client_settings& settings);
CLAMATOR_EXPORT void end_prepare(prepared_call& call, std::size_t params_at, const issue_list& issues,
                                 const client_settings& settings);

template <class Params>
prepared_call prepare(std::string_view full_method, const Params& params, bool expects_reply,
                      call_options options, const client_settings& settings) {
  prepared_call call = begin_prepare(full_method, expects_reply, options, settings);
  if (call.problem) return call;
  const std::size_t params_at = call.envelope.size();
  json::writer writer(call.envelope);
  issue_list issues;
  encode(writer, params, issues);
  end_prepare(call, params_at, issues, settings);
  return call;
}
CLAMATOR_EXPORT prepared_call prepare(std::string_view service, std::string_view method,
                                      const boost::json::value& params, bool expects_reply,
                                      call_options options, const client_settings& settings);

// std::bad_alloc where there is no memory for it.
CLAMATOR_EXPORT std::exception_ptr invalid_result(const prepared_call& call, issue_list issues) noexcept;
CLAMATOR_EXPORT std::exception_ptr waiting_for_itself(const prepared_call& call);

template <class Result, class Handler, class Caller>
class typed_call final : public call_record {
 public:
  typed_call(prepared_call prepared, Handler handler, const asio::any_io_executor& fallback)
      : call_record(std::move(prepared)), caller_(std::move(handler), fallback) {}
  Handler& handler() noexcept { return caller_.handler(); }

  void decode_result(json::reader& in) override { decode(in, result_, issues_); }
  bool result_fits() const noexcept override { return issues_.empty(); }
  void complete(std::exception_ptr problem) override {
    if (!problem && !issues_.empty()) problem = invalid_result(call, std::move(issues_));
    if (problem) result_ = Result();
    caller_.complete(std::move(problem), std::move(result_));
  }

 private:
  Caller caller_;
  Result result_{};
  issue_list issues_;
};

template <class Handler, class Caller>
class typed_call<void, Handler, Caller> final : public call_record {
 public:
  typed_call(prepared_call prepared, Handler handler, const asio::any_io_executor& fallback)
      : call_record(std::move(prepared)), caller_(std::move(handler), fallback) {}
  Handler& handler() noexcept { return caller_.handler(); }

  void decode_result(json::reader& in) override { in.skip(); }
  void complete(std::exception_ptr problem) override { caller_.complete(std::move(problem)); }

 private:
  Caller caller_;
};

template <class Result, class Token>
class launch_call {
 public:
  explicit launch_call(std::shared_ptr<client_core> core) : core_(std::move(core)) {}

  // A coroutine that awaits a call keeps this object in its frame, which the call's record keeps in turn: the
  // core must not be kept by it, or nothing would ever free the three.
  template <class Handler>
  void operator()(Handler&& handler, prepared_call call) && {
    launch(std::move(core_), std::forward<Handler>(handler), std::move(call));
  }
  template <class Handler>
  void operator()(Handler&& handler, prepared_call call) const& {
    launch(core_, std::forward<Handler>(handler), std::move(call));
  }

 private:
  template <class Handler>
  // By value, so that it is gone when this returns. NOLINTNEXTLINE(performance-unnecessary-value-param)
  static void launch(std::shared_ptr<client_core> core, Handler&& handler, prepared_call call) {
    const call_id id = call.id;
    using waiting = std::decay_t<Handler>;
    auto record = std::make_unique<typed_call<Result, waiting, caller_for<Token, waiting>>>(
        std::move(call), std::forward<Handler>(handler), core->executor());
    auto slot = asio::get_associated_cancellation_slot(record->handler());
    if (slot.is_connected()) {
      if (core->waits_for_itself(record->call, slot)) record->call.problem = waiting_for_itself(record->call);
      slot.assign([weak = std::weak_ptr<client_core>(core), id](asio::cancellation_type) {
        if (const auto alive = weak.lock()) alive->cancel(id);
      });
    }
    core->launch(std::move(record));
  }

  std::shared_ptr<client_core> core_;
};

// Keep the core alive for as long as they run.
CLAMATOR_EXPORT void start_client(std::shared_ptr<client_core> core, std::unique_ptr<operation_end> end);
CLAMATOR_EXPORT void stop_client(std::shared_ptr<client_core> core, std::unique_ptr<operation_end> end);

}  // namespace clamator::detail
