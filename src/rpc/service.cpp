#include <clamator/rpc/service.hpp>

namespace clamator {

service::service(std::string name) : name_(std::move(name)) {
  if (!valid_service_name(name_)) {
    throw usage_error("\"" + name_ + "\" is no service name: it must match ^[a-z][a-z0-9-]*$");
  }
}

const detail::method_handler* service::find(std::string_view method) const noexcept {
  const auto found = methods_.find(method);
  return found == methods_.end() ? nullptr : found->second.get();
}

void service::add(std::string_view full_name, std::unique_ptr<detail::method_handler> handler) {
  const method_name name = split_method(full_name);
  if (!name.valid()) {
    throw usage_error("\"" + std::string(full_name) +
                      "\" is no method name: <service>.<method>, method ^[a-z][a-zA-Z0-9-]*$");
  }
  if (name.service != name_) {
    throw usage_error("method \"" + std::string(full_name) + "\" cannot be handled by service \"" + name_ +
                      "\"");
  }
  if (!methods_.try_emplace(std::string(name.method), std::move(handler)).second) {
    throw usage_error("method \"" + std::string(full_name) + "\" has a handler already");
  }
}

}  // namespace clamator
