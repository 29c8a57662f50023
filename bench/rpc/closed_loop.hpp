// Load with a number of calls in flight: each that ends is followed by the next.
#pragma once

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/rpc/client.hpp>

#include "figures/figures.hpp"

namespace bench {

namespace asio = boost::asio;
using clock = std::chrono::steady_clock;

// `Call` begins a call on a client and knows whether its result is right; see arith.hpp.
template <class Call>
class closed_loop {
 public:
  closed_loop(clamator::client& client, Call call, std::size_t window, double seconds, cpu_meter& cpu)
      : client_(client), call_(std::move(call)), window_(window), length_(seconds), cpu_(cpu) {}

  // A warm-up of a quarter of the time, then what is counted and printed.
  asio::awaitable<void> run() {
    co_await phase(length_ / 4);
    latencies_.clear();
    cpu_.start();
    const clock::time_point begin = clock::now();
    co_await phase(length_);
    const std::chrono::duration<double> took = clock::now() - begin;
    cpu_.stop();
    print_figures(latencies_, took, cpu_);
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
      const auto result = co_await call_(client_, asio::use_awaitable);
      if (!call_.right(result)) throw std::runtime_error("a call was answered with something else");
      const clock::time_point now = clock::now();
      latencies_.push_back(std::chrono::duration<float, std::micro>(now - sent).count());
      sent = now;
    }
    if (--running_ == 0) done_.notify();
  }

  clamator::client& client_;
  Call call_;
  std::size_t window_;
  double length_;
  cpu_meter& cpu_;
  clock::time_point end_;
  std::size_t running_ = 0;
  clamator::detail::async_event done_;
  std::vector<float> latencies_;
};

}  // namespace bench
