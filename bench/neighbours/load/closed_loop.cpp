#include "closed_loop.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <sys/resource.h>

namespace bench {
namespace {

constexpr std::chrono::seconds patience{10};  // for the last calls of a phase

double cpu_us_so_far() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto us = [](const timeval& t) {
    return 1e6 * static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec);
  };
  return us(used.ru_utime) + us(used.ru_stime);
}

double percentile(const std::vector<float>& sorted, double part) {
  const auto last = static_cast<double>(sorted.size() - 1);
  return static_cast<double>(sorted.at(static_cast<std::size_t>(part * last)));
}

}  // namespace

figures closed_loop::run(std::function<void(std::size_t)> start) {
  start_ = std::move(start);
  phase(seconds_ / 4);
  for (slot& each : slots_) each.latencies_us.clear();

  const double cpu_before = cpu_us_so_far();
  const clock::time_point begin = clock::now();
  phase(seconds_);
  const double took = std::chrono::duration<double>(clock::now() - begin).count();
  return summary(took, cpu_us_so_far() - cpu_before);
}

void closed_loop::completed(std::size_t number) {
  slot& each = slots_[number];
  const clock::time_point now = clock::now();
  each.latencies_us.push_back(std::chrono::duration<float, std::micro>(now - each.sent).count());
  each.sent = now;
  if (now < end_ && !failing_) {
    start_(number);
  } else {
    end_slot();
  }
}

void closed_loop::failed(const std::string& why) {
  {
    const std::lock_guard lock(mutex_);
    if (problem_.empty()) problem_ = why;
  }
  failing_ = true;
  end_slot();
}

void closed_loop::end_slot() {
  if (--running_ != 0) return;
  const std::lock_guard lock(mutex_);
  done_ = true;
  changed_.notify_one();
}

void closed_loop::phase(double seconds) {
  const auto length = std::chrono::duration_cast<clock::duration>(std::chrono::duration<double>(seconds));
  end_ = clock::now() + length;
  running_ = slots_.size();
  done_ = false;
  for (std::size_t number = 0; number < slots_.size(); ++number) {
    slots_[number].sent = clock::now();
    start_(number);
  }
  std::unique_lock lock(mutex_);
  const bool ended = changed_.wait_for(lock, length + patience, [this] { return done_; });
  if (!problem_.empty()) throw std::runtime_error(problem_);
  if (!ended) throw std::runtime_error(std::to_string(running_) + " calls were never answered");
}

figures closed_loop::summary(double took, double cpu_us) const {
  std::vector<float> all;
  for (const slot& each : slots_) all.insert(all.end(), each.latencies_us.begin(), each.latencies_us.end());
  std::sort(all.begin(), all.end());
  const auto calls = static_cast<double>(all.size());
  return {.calls_per_second = calls / took,
          .p50_us = percentile(all, 0.50),
          .p99_us = percentile(all, 0.99),
          .calls = all.size(),
          .cpu_us_per_call = cpu_us / calls};
}

}  // namespace bench
