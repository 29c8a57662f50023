// What each scenario stands on: a Redis, a ledger of what was called and of what ran, and programs to be
// killed. When a scenario is over, the ledger must hold.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "faults/job_handlers.hpp"
#include "faults/noted_calls.hpp"
#include "faults/scenario_ledger.hpp"
#include "over_redis.hpp"
#include "support/child_process.hpp"

namespace clamator::test {

// For servers that shall lose theirs. No living one does, however slow the machine is.
inline constexpr std::chrono::milliseconds short_lease = 2s;

class scenario : public over_redis {
 protected:
  // The claim idle is that of all servers, and longer than any scenario unless it says so.
  explicit scenario(redis_server_options options = {}, std::chrono::milliseconds claim_idle = 60s);
  void TearDown() override;

  // Options of those that get to Redis by `url`.
  redis::server_options serving_by(const std::string& url);
  redis::client_options calling_by(const std::string& url);

  // A service whose handlers are written down as that server's.
  service noted_work(const std::string& server, job_handler handler);

  // A server in a process of its own, see peer_main.cpp. `handling` is "gated", or how many milliseconds it
  // takes.
  child_process serving_process(const std::string& name, const std::string& handling,
                                std::size_t concurrency = 1);
  child_process calling_process(const std::string& name);

  // All have ended, in time.
  void settle(const noted_calls& calls);
  // The same, and so many each.
  void expect_ended(const noted_calls& calls, std::size_t results, std::size_t noted = 0);
  // Nothing but such endings.
  void expect_only(const noted_calls& calls, const std::vector<std::string_view>& allowed);
  // Calls go through as if nothing had been. They are from 1,000,000 on.
  void expect_served(running_client& client);
  // All that is on the stream was read and acknowledged.
  void wait_all_handled();

  const std::chrono::milliseconds claim_idle;
  scenario_ledger ledger;
};

}  // namespace clamator::test
