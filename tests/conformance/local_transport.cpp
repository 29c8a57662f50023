// The transport that examples/custom_transport shows.
#include "custom_transport/local_transport.hpp"

#include "support/temp_directory.hpp"
#include "transport.hpp"

namespace clamator::test {
namespace {

class local_transport final : public transport {
 public:
  clamator::client make_client(const asio::any_io_executor& executor, const client_needs& needs) override {
    clamator::detail::client_settings settings;
    settings.default_timeout = needs.default_timeout;
    settings.max_in_flight = needs.max_in_flight;
    settings.observer = needs.observer;
    return {executor, custom_transport::local_client(socket(), needs.caller), settings};
  }

  clamator::server make_server(const asio::any_io_executor& executor, const server_needs& needs) override {
    clamator::detail::server_settings settings;
    settings.shutdown_grace = needs.shutdown_grace;
    settings.observer = needs.observer;
    return {executor, custom_transport::local_server(socket()), settings};
  }

  clamator::client make_lost_client(const asio::any_io_executor& executor) override {
    return {executor, custom_transport::local_client(nowhere())};
  }
  clamator::server make_lost_server(const asio::any_io_executor& executor) override {
    return {executor, custom_transport::local_server(nowhere())};
  }

 private:
  std::string socket() const { return directory_.path() / "socket"; }
  std::string nowhere() const { return directory_.path() / "missing" / "socket"; }

  temp_directory directory_{"conformance"};
};

const conforming over_local_socket{{
    .name = "local_socket",
    .make = [] { return std::make_unique<local_transport>(); },
    .unserved_ends = "refused",
    .may_not_connect = true,
}};

}  // namespace
}  // namespace clamator::test
