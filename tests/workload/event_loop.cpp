#include "workload/event_loop.hpp"

#include <gtest/gtest.h>

#include "workload/eventually.hpp"

namespace clamator::test {

event_loop::event_loop(std::size_t threads)
    : context_(static_cast<int>(threads)), work_(asio::make_work_guard(context_)) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { context_.run(); });
}

event_loop::~event_loop() {
  if (!end()) ADD_FAILURE() << "the event loop had work left after all was stopped";
}

bool event_loop::end() {
  work_.reset();
  bool ended = true;
  try {
    eventually("the end of the loop", [this] { return context_.stopped(); }, std::chrono::seconds(15));
  } catch (const std::runtime_error&) {
    ended = false;
    context_.stop();
  }
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  return ended;
}

}  // namespace clamator::test
