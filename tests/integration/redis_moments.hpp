// Moments on Redis's side that a test waits for.
#pragma once

#include <string>

#include "redis_keys.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {

// Until some server's read, or other blocking command of that name, waits in Redis.
inline void wait_for_blocked(redis_cli& cli, const std::string& command = "xreadgroup") {
  eventually("a blocked " + command, [&] {
    for (const std::string& line : connections(cli)) {
      const bool blocked = client_field(line, "flags").find('b') != std::string::npos;
      if (blocked && client_field(line, "cmd") == command) return true;
    }
    return false;
  });
}

// On Redis's clock. What a stream is given later has another id than what it was given before, even if the
// stream was deleted in between; a client reads on behind the last reply's id.
inline void wait_for_next_millisecond(redis_cli& cli) {
  const auto now = [&] {
    const auto time = cli.text({"TIME"});
    return std::stoll(std::string(time.at(0).as_string())) * 1000 +
           std::stoll(std::string(time.at(1).as_string())) / 1000;
  };
  const auto begin = now();
  eventually("the next millisecond", [&] { return now() != begin; });
}

}  // namespace clamator::test
