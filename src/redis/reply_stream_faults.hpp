// Which reply streams cannot be written, so that each is said once, and not with each reply.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace clamator::redis::detail {

// Any thread.
class reply_stream_faults {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  // After which a fault that is still there is said again.
  static constexpr std::chrono::minutes period{10};
  // Streams that are remembered. Anybody may name any stream: more than that in a period are not said.
  static constexpr std::size_t most = 256;

  // Whether this is to be said: it was not, of this stream, within a period.
  bool is_news(std::string_view stream, std::string_view problem, time_point now);

 private:
  struct fault {
    std::string problem;
    time_point said;
  };

  std::mutex mutex_;
  std::map<std::string, fault, std::less<>> faults_;
};

}  // namespace clamator::redis::detail
