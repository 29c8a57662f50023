// A contract that a class implements: which member function handles which method.
//
//   struct ArithService {
//     virtual ~ArithService() = default;
//     virtual asio::awaitable<AddResult> add(AddParams params, clamator::call_context& context) = 0;
//     virtual asio::awaitable<void> ping(PingParams params, clamator::call_context& context) = 0;
//   };
//   inline const clamator::contract<ArithService> arith_contract{
//       "arith", clamator::handles(add, &ArithService::add), clamator::handles(ping, &ArithService::ping)};
//
//   server.register_service(arith_contract, std::make_shared<Arith>());
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <clamator/rpc/service.hpp>

namespace clamator {

namespace detail {

// Calls a member function on the instance that it keeps alive.
template <class Service, class MemberFunction>
class bound_member {
 public:
  bound_member(std::shared_ptr<Service> instance, MemberFunction function)
      : instance_(std::move(instance)), function_(function) {}

  template <class Params>
  auto operator()(Params&& params, call_context& context) const
    requires std::is_invocable_v<MemberFunction, Service&, Params&&, call_context&>
  {
    return std::invoke(function_, *instance_, std::forward<Params>(params), context);
  }
  template <class Params>
  auto operator()(Params&& params) const
    requires std::is_invocable_v<MemberFunction, Service&, Params&&>
  {
    return std::invoke(function_, *instance_, std::forward<Params>(params));
  }

 private:
  std::shared_ptr<Service> instance_;
  MemberFunction function_;
};

}  // namespace detail

// One line of a contract: adds a method's handler to a service, bound to an instance.
template <class Service>
using contract_entry = std::function<void(service&, const std::shared_ptr<Service>&)>;

// A contract's line for one method: `which` is a method or a notification, `function` a member function of
// Service that takes its params, and a call_context& if it wants one, and returns the result or an awaitable
// of it.
template <class Method, class Service, class Function>
contract_entry<Service> handles(Method which, Function Service::* function) {
  return [which, function](service& target, const std::shared_ptr<Service>& instance) {
    target.handle(which, detail::bound_member<Service, Function Service::*>(instance, function));
  };
}

// Immutable once made; any thread.
template <class Service>
class contract {
 public:
  // `service` is its name; `entries` are made by handles(), one for each method.
  template <class... Entries>
  explicit contract(std::string service, Entries... entries)
      : service_(std::move(service)), entries_{contract_entry<Service>(std::move(entries))...} {}

  // The name on the wire.
  const std::string& service_name() const noexcept { return service_; }

  // The service with all its handlers bound to `instance`, which they share. Throws usage_error where the
  // contract names a method twice or one of another service.
  service bind(const std::shared_ptr<Service>& instance) const {
    service bound(service_);
    for (const contract_entry<Service>& entry : entries_) entry(bound, instance);
    return bound;
  }

 private:
  std::string service_;
  std::vector<contract_entry<Service>> entries_;
};

}  // namespace clamator
