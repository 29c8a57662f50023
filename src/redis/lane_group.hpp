// The consumer group of a service's stream: made, and made again where it was lost.
#pragma once

#include <memory>
#include <utility>

#include <boost/asio/awaitable.hpp>

#include "redis/command.hpp"
#include "redis/connection_core.hpp"
#include "redis/lane_settings.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

class lane_group {
 public:
  // `settings` lives longer.
  lane_group(const lane_settings& settings, std::shared_ptr<connection_core> connection)
      : settings_(settings), connection_(std::move(connection)) {}

  // Makes it, and the stream, where it is not there. Completes with what a pool that was here before has
  // handled everything up to; 0-0 where there was none. Throws transport_error.
  asio::awaitable<stream_id> create();

  // Makes one that was lost, to begin behind `handled`, or at 0 where the stream is a new one. Its answer is
  // where it began, or an error. Throws transport_error.
  asio::awaitable<answer> create_again(stream_id handled);

  // Up to 100 entries of the millisecond of `begun_at`, up to that id. Throws transport_error.
  asio::awaitable<answer> entries_before(stream_id begun_at);

  // Hands out all of the stream once more. Throws transport_error.
  asio::awaitable<answer> rewind();

 private:
  const lane_settings& settings_;
  const std::shared_ptr<connection_core> connection_;
};

}  // namespace clamator::redis::detail
