// Renews the leases of all that a server has read and not finished, from a thread and a connection of its
// own: a handler that blocks the server's executor must not lose its request by that.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include "redis/connection_core.hpp"
#include "redis/lease_thread.hpp"
#include "redis/service_lane.hpp"

namespace clamator::redis::detail {

class lease_keeper {
 public:
  lease_keeper(const connection_options& options, log_sink log, std::shared_ptr<observer> watching,
               std::chrono::milliseconds claim_idle, std::vector<std::shared_ptr<service_lane>> lanes);
  // Ends the thread and waits for it, for no longer than a command's answer.
  ~lease_keeper();
  lease_keeper(const lease_keeper&) = delete;
  lease_keeper& operator=(const lease_keeper&) = delete;

  // Connects; throws transport_error. Any strand.
  asio::awaitable<void> open() { return connection_->open(); }
  // Lets open() fail. Any thread.
  void close() { connection_->close(); }

 private:
  // Ids of one script run.
  static constexpr std::size_t batch = 200;

  asio::awaitable<void> keep();
  // False where it has to be tried again.
  asio::awaitable<bool> renew(std::shared_ptr<service_lane> lane);

  lease_thread thread_;
  const std::shared_ptr<connection_core> connection_;
  asio::steady_timer timer_;
  const std::chrono::milliseconds claim_idle_;
  const std::vector<std::shared_ptr<service_lane>> lanes_;
  const log_sink log_;
  std::atomic<bool> stopping_ = false;
};

}  // namespace clamator::redis::detail
