// The load that a client is measured under: so many calls in flight, for so long.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/describe.hpp>

#include <clamator/rpc/client.hpp>
#include <clamator/rpc/service.hpp>

namespace bench {

namespace asio = boost::asio;
using clock = std::chrono::steady_clock;

class add_params {
 public:
  add_params() = default;
  add_params(std::int64_t left, std::int64_t right) : a(left), b(right) {}
  std::int64_t a = 0;
  std::int64_t b = 0;
};
BOOST_DESCRIBE_STRUCT(add_params, (), (a, b))

struct add_result {
  std::int64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(add_result, (), (sum))

inline constexpr clamator::method<add_params, add_result> add{"arith.add"};

inline clamator::service arith() {
  clamator::service served("arith");
  served.handle(add, [](const add_params& p) { return add_result{p.a + p.b}; });
  return served;
}

class load {
 public:
  load(clamator::client& client, std::size_t window, double seconds)
      : client_(client), window_(window), length_(seconds) {}

  // A warm-up of a quarter of the time, then what is counted; prints one line of JSON.
  asio::awaitable<void> run() {
    co_await phase(length_ / 4);
    latencies_.clear();
    const clock::time_point begin = clock::now();
    co_await phase(length_);
    const double took = std::chrono::duration<double>(clock::now() - begin).count();
    std::sort(latencies_.begin(), latencies_.end());
    std::printf("{\"calls_per_second\":%.0f,\"p50_us\":%.1f,\"p99_us\":%.1f,\"calls\":%zu}\n",
                static_cast<double>(latencies_.size()) / took, percentile(0.50), percentile(0.99),
                latencies_.size());
  }

 private:
  asio::awaitable<void> phase(double seconds) {
    end_ = clock::now() + std::chrono::duration_cast<clock::duration>(std::chrono::duration<double>(seconds));
    running_ = window_;
    for (std::size_t i = 0; i < window_; ++i) {
      asio::co_spawn(client_.get_executor(), one_after_another(), asio::detached);
    }
    co_await done_.wait();
  }

  asio::awaitable<void> one_after_another() {
    clock::time_point sent = clock::now();
    while (sent < end_) {
      const add_result result = co_await client_.call(add, {2, 3});
      if (result.sum != 5) throw std::runtime_error("2 + 3 is not 5 here");
      const clock::time_point now = clock::now();
      latencies_.push_back(std::chrono::duration<float, std::micro>(now - sent).count());
      sent = now;
    }
    if (--running_ == 0) done_.notify();
  }

  double percentile(double part) const {
    const auto last = static_cast<double>(latencies_.size() - 1);
    return static_cast<double>(latencies_.at(static_cast<std::size_t>(part * last)));
  }

  clamator::client& client_;
  std::size_t window_;
  double length_;
  clock::time_point end_;
  std::size_t running_ = 0;
  clamator::detail::async_event done_;
  std::vector<float> latencies_;
};

}  // namespace bench
