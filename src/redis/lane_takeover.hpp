// How a lane comes to requests that it did not read: those that a broken read, or a server of the same name,
// left pending for it, and those that others held too long without a sign of life.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include "redis/predecessor.hpp"
#include "redis/service_lane.hpp"

namespace clamator::redis::detail {

// Lives on the lane's strand.
class lane_takeover final : public std::enable_shared_from_this<lane_takeover> {
 public:
  explicit lane_takeover(std::shared_ptr<service_lane> lane);

  // Claims from others, from time to time.
  void start();
  void stop();
  // There is something to take now, somebody says.
  void look_now();
  // Looks at Redis's clock, which deadlines are told by. Throws transport_error.
  asio::awaitable<void> follow_clock();
  // Takes all that is pending for this server and that it is not at; tries until it succeeds. Null does
  // nothing: the server has stopped.
  static asio::awaitable<void> recover(std::shared_ptr<lane_takeover> self);

 private:
  static asio::awaitable<void> reclaim_loop(std::shared_ptr<lane_takeover> self);
  asio::awaitable<void> look_around();
  asio::awaitable<void> recover_all();
  asio::awaitable<void> recover_page(const answer& pending);
  asio::awaitable<void> acknowledge_deleted();
  asio::awaitable<void> reclaim();
  asio::awaitable<void> take_claimed(const answer& claimed, std::chrono::steady_clock::time_point since);
  asio::awaitable<bool> anything_to_claim();
  void say_deleted(const answer& ids) const;
  asio::awaitable<void> pause(std::chrono::milliseconds time);

  const std::shared_ptr<service_lane> lane_;
  const lane_settings& settings_;
  asio::steady_timer timer_;
  predecessor predecessor_;
  std::vector<std::string> strays_;  // pending for this server, and it is not at them
  bool claim_in_doubt_ = false;      // its answer was lost, and what it claimed was not begun
  bool stopped_ = false;
  bool look_now_ = false;
};

}  // namespace clamator::redis::detail
