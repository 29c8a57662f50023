// Whether an executor runs what it is given: asked by giving it something.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>

#include <boost/asio/any_io_executor.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/health.hpp>

namespace clamator::detail {

namespace asio = boost::asio;

// Costs nothing as long as nobody asks. Any thread.
class executor_probe {
 public:
  // Waits that are no trouble: for a handler's turn, and for a thread on a busy machine.
  static constexpr std::chrono::milliseconds slack{1'000};

  // How long the last question has been waiting for its answer. Where it has one, asks another.
  std::chrono::milliseconds ask(const asio::any_io_executor& executor);

 private:
  using clock = std::chrono::steady_clock;
  // When the question was asked; 0 where it is answered. Questions may outlive whoever asked.
  const std::shared_ptr<std::atomic<clock::rep>> asked_ = std::make_shared<std::atomic<clock::rep>>(0);
};

// Asks, and says so in `known` where it has been waiting for too long.
CLAMATOR_EXPORT void probe_executor(executor_probe& probe, const asio::any_io_executor& executor,
                                    health& known);

}  // namespace clamator::detail
