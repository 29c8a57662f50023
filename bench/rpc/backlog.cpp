#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>

#include <unistd.h>

#include "arith.hpp"
#include "closed_loop.hpp"
#include "modes.hpp"

namespace bench {
namespace {

std::size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t size = 0;
  std::size_t resident = 0;
  if (!(statm >> size >> resident)) throw std::runtime_error("/proc/self/statm cannot be read");
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

class backlog {
 public:
  backlog(clamator::client& client, std::size_t calls) : client_(client), left_(calls) {}

  asio::awaitable<void> run() {
    const std::size_t calls = left_;
    const std::size_t before = resident_bytes();
    cpu_meter cpu;
    cpu.start();
    const clock::time_point begin = clock::now();
    for (std::size_t i = 0; i != calls; ++i) send();
    const std::size_t waiting = resident_bytes();
    co_await ended_.wait();
    const std::chrono::duration<double> took = clock::now() - begin;
    cpu.stop();
    if (problem_) std::rethrow_exception(problem_);
    const double each = static_cast<double>(std::max(waiting, before) - before) / static_cast<double>(calls);
    std::printf("{\"calls\":%zu,\"bytes_each\":%.0f,\"seconds\":%.3f,\"client_cpu_us\":%.3f}\n", calls, each,
                took.count(), cpu.used().front().seconds * 1e6 / static_cast<double>(calls));
  }

 private:
  void send() {
    add_call()(client_, [this](const std::exception_ptr& problem, const add_result&) {
      if (problem) problem_ = problem;
      if (--left_ == 0) ended_.notify();
    });
  }

  clamator::client& client_;
  std::size_t left_;
  std::exception_ptr problem_;
  clamator::detail::async_event ended_;
};

}  // namespace

void call_backlog(const calling& what, std::size_t calls) {
  with_client(what, [calls](clamator::client& client) -> asio::awaitable<void> {
    backlog all(client, calls);
    co_await all.run();
  });
}

}  // namespace bench
