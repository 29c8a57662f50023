// Tidies up what servers and clients leave in Redis when they crash: consumers, reply streams, and entries
// that nobody needs any more. One server of a service does at a time, the keeper, which they elect.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include "redis/keeper_faults.hpp"
#include "redis/service_lane.hpp"

namespace clamator::redis::detail {

// Lives on the lane's strand.
class keeper final : public std::enable_shared_from_this<keeper> {
 public:
  explicit keeper(std::shared_ptr<service_lane> lane);

  // Asks for the office from time to time, and tidies up as long as it has it.
  void start();
  void stop();
  // Gives the office back, so that another server has it with its next question. After stop().
  asio::awaitable<void> resign();

 private:
  // Reply streams of one script run, for which Redis does nothing else.
  static constexpr std::int64_t streams_at_a_time = 100;

  static asio::awaitable<void> loop(std::shared_ptr<keeper> self);
  asio::awaitable<bool> elected();
  asio::awaitable<void> tidy(bool trimming);
  asio::awaitable<void> remove_consumers();
  asio::awaitable<void> delete_reply_streams();
  asio::awaitable<void> trim();
  void ended(keeper_step step, std::string_view problem);

  const std::shared_ptr<service_lane> lane_;
  const lane_settings& settings_;
  keeper_faults faults_;
  asio::steady_timer timer_;
  bool elected_ = false;  // as far as is known: a question that got no answer may have made it so
  bool stopped_ = false;
};

}  // namespace clamator::redis::detail
