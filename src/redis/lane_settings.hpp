// What one service's part of a server is told.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include <clamator/rpc/log.hpp>
#include <clamator/rpc/observer.hpp>

#include "redis/reply_stream_faults.hpp"

namespace clamator::redis::detail {

struct lane_settings {
  std::string service;  // also the group's name
  std::string stream;
  std::string consumer;
  std::string control_channel;
  std::string instance_id;    // the server's
  std::string reply_prefix;   // what every reply stream's name begins with
  std::string reply_streams;  // the key of those that are written to
  std::string keeper;         // the key of who tidies up
  std::string dead_letters;   // the stream of what nobody could handle
  std::size_t concurrency = 1;
  unsigned max_attempts = 5;  // 0: without limit
  std::chrono::milliseconds claim_idle{60'000};
  std::chrono::milliseconds cleanup_after{3'600'000};
  std::size_t reply_stream_maxlen = 1024;
  bool new_entries_only = false;
  log_sink log;
  std::shared_ptr<clamator::observer> observer;
  // Of all parts of the service's.
  std::shared_ptr<reply_stream_faults> reply_faults = std::make_shared<reply_stream_faults>();
};

}  // namespace clamator::redis::detail
