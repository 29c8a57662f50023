// So many calls in flight for so long: what bench/rpc/load.hpp does with coroutines, for libraries that
// complete calls on threads of their own.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace bench {

struct figures {
  double calls_per_second = 0;
  double p50_us = 0;
  double p99_us = 0;
  std::size_t calls = 0;
  double cpu_us_per_call = 0;  // of this process
};

// A call holds its slot, a number below the window, while it is in flight.
class closed_loop {
 public:
  closed_loop(std::size_t window, double seconds) : slots_(window), seconds_(seconds) {}

  std::size_t window() const noexcept { return slots_.size(); }

  // Warms up for a quarter of the time, then measures. `start` begins the call of a slot and must not
  // complete it before it returns; it is called from here and from whichever threads complete calls.
  figures run(std::function<void(std::size_t slot)> start);

  // For the library's completion, from any thread: starts the slot's next call while there is time.
  void completed(std::size_t slot);

  // Instead of completed(): makes run() throw this once the other slots' calls have ended.
  void failed(const std::string& why);

 private:
  using clock = std::chrono::steady_clock;

  // A cache line each, since neighbouring slots may be completed by different threads.
  struct alignas(64) slot {
    clock::time_point sent;
    std::vector<float> latencies_us;
  };

  void phase(double seconds);
  void end_slot();
  figures summary(double took, double cpu_us) const;

  std::vector<slot> slots_;
  double seconds_;
  std::function<void(std::size_t)> start_;
  clock::time_point end_;
  std::atomic<std::size_t> running_{0};
  std::atomic<bool> failing_{false};

  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  std::string problem_;
};

}  // namespace bench
