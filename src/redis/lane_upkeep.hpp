// What a lane does from time to time: claims what others left behind, trims what is finished, follows Redis's
// clock.
#pragma once

#include <memory>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include "redis/service_lane.hpp"

namespace clamator::redis::detail {

// Lives on the lane's strand.
class lane_upkeep final : public std::enable_shared_from_this<lane_upkeep> {
 public:
  // Finished entries after which a trim is due at once; otherwise it comes with the next look around.
  static constexpr std::size_t trim_every = 1000;
  // Finished entries that an old pending one may keep in the stream.
  static constexpr std::size_t finished_kept = 10'000;

  explicit lane_upkeep(std::shared_ptr<service_lane> lane);

  void start();
  void stop();
  // Looks at Redis's clock, which deadlines are told by. Throws transport_error.
  asio::awaitable<void> follow_clock();
  // Takes what Redis has handed to this server and the server does not know of: the answer to a read went
  // down with its connection, or a server of the same name died before.
  static asio::awaitable<void> recover(std::shared_ptr<lane_upkeep> self);

 private:
  static asio::awaitable<void> reclaim_loop(std::shared_ptr<lane_upkeep> self);
  static asio::awaitable<void> trim_loop(std::shared_ptr<lane_upkeep> self);
  asio::awaitable<void> recover_all();
  asio::awaitable<void> reclaim();
  asio::awaitable<bool> anything_to_claim();
  asio::awaitable<unsigned> delivery_count(std::string_view id);
  asio::awaitable<void> trim(bool exact);
  asio::awaitable<void> delete_finished();
  asio::awaitable<void> pause(asio::steady_timer& timer, std::chrono::milliseconds time);

  std::shared_ptr<service_lane> lane_;
  asio::steady_timer reclaim_timer_;
  asio::steady_timer trim_timer_;
  bool stopped_ = false;
};

}  // namespace clamator::redis::detail
