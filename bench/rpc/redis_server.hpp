// A server of the benchmark's services over Redis.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bench {

struct serving {
  int port = 0;
  std::string prefix;
  std::vector<std::string> services{"arith"};  // of arith, echo, work
  std::size_t copies = 0;                      // further services with nothing in them
  std::size_t concurrency = 1;                 // of each service
  std::size_t threads = 1;                     // of the executor
  std::size_t reply_maxlen = 1024;
};

// Prints "ready" and how many seconds start() took, and serves until it gets SIGTERM.
void serve(const serving& what);

}  // namespace bench
