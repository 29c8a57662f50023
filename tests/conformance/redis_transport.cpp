#include <gtest/gtest.h>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>

#include "support/loopback_port.hpp"
#include "support/redis_cli.hpp"
#include "support/redis_server.hpp"
#include "transport.hpp"

namespace clamator::test {
namespace {

constexpr auto key_prefix = "conformance";

redis::client_options client_at(const std::string& url) {
  redis::client_options options;
  options.key_prefix = key_prefix;
  options.connection.url = url;
  return options;
}

redis::server_options server_at(const std::string& url) {
  redis::server_options options;
  options.key_prefix = key_prefix;
  options.connection.url = url;
  return options;
}

std::string nowhere() {
  return "redis://127.0.0.1:" + std::to_string(unused_loopback_port());
}

class redis_transport final : public transport {
 public:
  ~redis_transport() override {
    redis_cli cli(redis_);
    for (const std::string& line : redis_.refused(cli))
      ADD_FAILURE() << "docs/security.md gives no right to: " << line;
  }
  clamator::client make_client(const asio::any_io_executor& executor, const client_needs& needs) override {
    redis::client_options options = client_at(redis_.url(redis_role::caller, key_prefix));
    options.default_timeout = needs.default_timeout;
    options.max_in_flight = needs.max_in_flight;
    options.name = needs.caller;
    options.observer = needs.observer;
    return redis::client(executor, options);
  }

  clamator::server make_server(const asio::any_io_executor& executor, const server_needs& needs) override {
    redis::server_options options = server_at(redis_.url(redis_role::worker, key_prefix));
    options.shutdown_grace = needs.shutdown_grace;
    options.observer = needs.observer;
    return redis::server(executor, options);
  }

  clamator::client make_lost_client(const asio::any_io_executor& executor) override {
    return redis::client(executor, client_at(nowhere()));
  }
  clamator::server make_lost_server(const asio::any_io_executor& executor) override {
    return redis::server(executor, server_at(nowhere()));
  }

 private:
  redis_server redis_;
};

// A call that nobody serves waits for who may come to serve it.
const conforming over_redis{{
    .name = "redis",
    .make = [] { return std::make_unique<redis_transport>(); },
    .unserved_ends = "timed_out_queued",
    .tells_caller_instance = true,
    .hands_over = true,
    .withdraws = true,
    .may_not_connect = true,
}};

}  // namespace
}  // namespace clamator::test
