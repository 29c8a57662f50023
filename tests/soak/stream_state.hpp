// What the driver asks Redis of the soak's keys.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "support/redis_cli.hpp"

namespace clamator::soak {

struct backlog {
  std::int64_t pending = 0;
  std::int64_t unread = 0;  // 1000 stands for more

  bool empty() const noexcept { return pending == 0 && unread == 0; }
};

class stream_state {
 public:
  explicit stream_state(std::uint16_t port) : redis_(port) {}

  // Of all services.
  backlog left();
  // Returns when nothing is pending or unread any more, or the time is over.
  backlog wait_drained(std::chrono::seconds within);

  // used_memory, when servers have cut the stream and connections have given back their buffers.
  std::int64_t resting_memory();
  // Removes what killed processes left: reply streams and consumers with nothing pending.
  void remove_left_behind(const std::vector<std::string>& gone);
  // The keys of requests that became dead letters.
  std::vector<std::string> dead_letters();

  // Redis closes one of its connections, not this one: which it was.
  std::string close_connection(std::uint64_t choice);

 private:
  std::int64_t used_memory();
  std::int64_t longest();

  test::redis_cli redis_;
};

}  // namespace clamator::soak
