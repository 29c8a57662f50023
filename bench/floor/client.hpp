#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace bench_floor {

struct load {
  int port = 0;
  std::string prefix;
  std::size_t window = 1;  // calls in flight at most
  std::chrono::duration<double> seconds{5};
};

struct figures {
  double calls_per_second = 0;
  double p50_us = 0;  // from before the request's pipeline is written until its reply has been read
  double p99_us = 0;
  std::size_t calls = 0;
};

// Warms up for half a second, then calls for as long as `work` says: on one connection as many XADDs as the
// window allows in one pipeline, all their answers, then on a second connection XREAD COUNT 1024 BLOCK 1000;
// again. Throws std::runtime_error where Redis fails or no server answers.
figures measure(const load& work);

}  // namespace bench_floor
