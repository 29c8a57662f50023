// Load at a rate: each call is sent when it is due, whether those before have ended or not, and its latency
// is from when it was due, so that a stall counts for all calls that it held up.
#pragma once

#include <chrono>
#include <cstddef>
#include <exception>
#include <stdexcept>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sys/prctl.h>

#include <clamator/rpc/client.hpp>

#include "figures/figures.hpp"

namespace bench {

namespace asio = boost::asio;
using clock = std::chrono::steady_clock;

template <class Call>
class open_loop {
 public:
  open_loop(clamator::client& client, Call call, double rate, double seconds, cpu_meter& cpu)
      : client_(client), call_(std::move(call)), interval_(1 / rate), length_(seconds), cpu_(cpu) {
    // The kernel may otherwise wake a process 50 us late.
    if (::prctl(PR_SET_TIMERSLACK, 1) != 0) throw std::runtime_error("prctl(PR_SET_TIMERSLACK) failed");
  }

  // A warm-up of a quarter of the time, then what is counted and printed.
  asio::awaitable<void> run() {
    begin_ = clock::now();
    co_await until(begin_ + in_clock(length_ / 4));
    latencies_.clear();
    cpu_.start();
    const clock::time_point counted_from = clock::now();
    co_await until(counted_from + in_clock(length_));
    const std::chrono::duration<double> took = clock::now() - counted_from;
    cpu_.stop();
    counting_ = false;
    while (in_flight_ != 0) co_await ended_.wait();
    if (problem_) std::rethrow_exception(problem_);
    print_figures(latencies_, took, cpu_);
  }

 private:
  static clock::duration in_clock(std::chrono::duration<double> d) {
    return std::chrono::duration_cast<clock::duration>(d);
  }
  clock::time_point due(std::size_t call) const {
    return begin_ + in_clock(interval_ * static_cast<double>(call));
  }

  asio::awaitable<void> until(clock::time_point end) {
    asio::steady_timer timer(client_.get_executor());
    for (clock::time_point now = clock::now(); now < end; now = clock::now()) {
      while (due(sent_) <= now) send(due(sent_++));
      timer.expires_at(due(sent_));
      co_await timer.async_wait(asio::use_awaitable);
    }
  }

  void send(clock::time_point since) {
    ++in_flight_;
    call_(client_, [this, since](const std::exception_ptr& problem, const typename Call::result& result) {
      if (problem) {
        problem_ = problem;
      } else if (!call_.right(result)) {
        problem_ = std::make_exception_ptr(std::runtime_error("a call was answered with something else"));
      } else if (counting_) {
        latencies_.push_back(std::chrono::duration<float, std::micro>(clock::now() - since).count());
      }
      if (--in_flight_ == 0) ended_.notify();
    });
  }

  clamator::client& client_;
  Call call_;
  std::chrono::duration<double> interval_;
  std::chrono::duration<double> length_;
  cpu_meter& cpu_;
  clock::time_point begin_;
  std::size_t sent_ = 0;
  std::size_t in_flight_ = 0;
  bool counting_ = true;
  std::exception_ptr problem_;
  clamator::detail::async_event ended_;
  std::vector<float> latencies_;
};

}  // namespace bench
