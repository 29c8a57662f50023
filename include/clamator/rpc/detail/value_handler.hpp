// Handlers of services that are put together at run time: any JSON, checked by functions instead of types.
#pragma once

#include <memory>
#include <utility>

#include <boost/json/value.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/service.hpp>

namespace clamator::detail {

// Runs another method's invocation and looks at what it wrote.
class checked_invocation final : public invocation {
 public:
  explicit checked_invocation(const json_check& check) : check_(check) {}
  invocation_slot& inner() noexcept { return inner_; }
  bool suspends() const noexcept override { return inner_->suspends(); }
  void run(call_context& context, json::writer& out, issue_list& issues) override;
  asio::awaitable<void> run_suspending(call_context& context, json::writer& out, issue_list& issues) override;

 private:
  invocation_slot inner_;
  const json_check& check_;
};

// A handler over boost::json::value with the user's checks around it.
class CLAMATOR_EXPORT checked_handler final : public method_handler {
 public:
  checked_handler(std::unique_ptr<method_handler> inner, json_check params, json_check result)
      : method_handler(inner->notification()),
        inner_(std::move(inner)),
        params_(std::move(params)),
        result_(std::move(result)) {}
  void decode(json::reader& in, issue_list& issues, invocation_slot& to) const override;

 private:
  std::unique_ptr<method_handler> inner_;
  json_check params_;
  json_check result_;
};

}  // namespace clamator::detail

namespace clamator {

template <class F>
service& service::handle_value(std::string_view method, F handler, json_check params, json_check result) {
  using boost::json::value;
  auto typed = std::make_unique<detail::typed_handler<value, value, F>>(std::move(handler));
  add(name_ + "." + std::string(method),
      std::make_unique<detail::checked_handler>(std::move(typed), std::move(params), std::move(result)));
  return *this;
}

template <class F>
service& service::handle_value_notification(std::string_view method, F handler, json_check params) {
  auto typed = std::make_unique<detail::typed_handler<boost::json::value, void, F>>(std::move(handler));
  add(name_ + "." + std::string(method),
      std::make_unique<detail::checked_handler>(std::move(typed), std::move(params), json_check{}));
  return *this;
}

}  // namespace clamator
