// Clients and servers over Redis whose events and health a test looks at.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "over_redis.hpp"
#include "redis_moments.hpp"
#include "workload/observed_events.hpp"

namespace clamator::test {

class observed_redis : public over_redis {
 protected:
  using over_redis::over_redis;

  redis::server_options serving_observed(std::chrono::milliseconds claim_idle = 60s) {
    redis::server_options options = serving(claim_idle);
    options.observer = at_server;
    return options;
  }
  redis::client_options calling_observed() {
    redis::client_options options = calling();
    options.observer = at_client;
    return options;
  }
  // The same, as a user whose rights are taken later.
  redis::server_options serving_as_user(std::chrono::milliseconds claim_idle = 60s) {
    cli.text({"ACL", "SETUSER", "app", "on", ">pw", "~*", "&*", "+@all"});
    redis::server_options options = serving_observed(claim_idle);
    options.connection.url = "redis://app:pw@127.0.0.1:" + std::to_string(redis.port());
    return options;
  }
  void set_rights(const std::vector<std::string>& rights) {
    std::vector<std::string> command{"ACL", "SETUSER", "app"};
    command.insert(command.end(), rights.begin(), rights.end());
    cli.text(command);
  }
  std::string replies_of(const std::string& client) const { return prefix + ":replies:" + client; }

  const std::shared_ptr<observed_events> at_server = std::make_shared<observed_events>();
  const std::shared_ptr<observed_events> at_client = std::make_shared<observed_events>();
};

}  // namespace clamator::test
