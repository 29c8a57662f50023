#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>

#include "transport.hpp"

namespace clamator::test {
namespace {

class memory_transport final : public transport {
 public:
  clamator::client make_client(const asio::any_io_executor& executor, const client_needs& needs) override {
    return memory::client(executor, bus_,
                          {.default_timeout = needs.default_timeout,
                           .max_in_flight = needs.max_in_flight,
                           .name = needs.caller,
                           .observer = needs.observer});
  }

  clamator::server make_server(const asio::any_io_executor& executor, const server_needs& needs) override {
    return memory::server(executor, bus_,
                          {.shutdown_grace = needs.shutdown_grace, .observer = needs.observer});
  }

 private:
  memory::bus bus_;
};

const conforming in_memory{{
    .name = "memory",
    .make = [] { return std::make_unique<memory_transport>(); },
    .unserved_ends = "rpc_error -32601",
    .tells_caller_instance = true,
    .withdraws = true,
}};

}  // namespace
}  // namespace clamator::test
