// The server without its transport: the services, their pools, and the order of starting and stopping.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/call_options.hpp>
#include <clamator/rpc/detail/async_event.hpp>
#include <clamator/rpc/detail/executor_probe.hpp>
#include <clamator/rpc/detail/worker_pool.hpp>
#include <clamator/rpc/health.hpp>
#include <clamator/rpc/observer.hpp>
#include <clamator/rpc/server_transport.hpp>

namespace clamator::detail {

struct server_settings {
  std::chrono::milliseconds shutdown_grace{5'000};
  unsigned max_depth = json::default_depth;
  log_sink log;
  // Of one reply, with its envelope.
  std::size_t max_message_bytes = std::numeric_limits<std::size_t>::max();
  // Is told what happens, where there is one.
  std::shared_ptr<clamator::observer> observer = {};
};

class server_core final : public std::enable_shared_from_this<server_core>, private server_sink {
 public:
  server_core(const asio::any_io_executor& executor, std::unique_ptr<server_transport> transport,
              server_settings settings);
  ~server_core();

  const asio::any_io_executor& executor() const noexcept { return executor_; }
  const asio::any_io_executor& strand() const noexcept { return strand_; }
  const server_settings& settings() const noexcept { return settings_; }

  // Throws usage_error after start, for a second service of one name, or for a concurrency of 0.
  CLAMATOR_EXPORT void register_service(service added, service_options options);
  // Any thread.
  CLAMATOR_EXPORT server_health health();

  // To be spawned on strand().
  asio::awaitable<void> start();
  asio::awaitable<void> stop(std::chrono::milliseconds grace);

  // Stops in the background without a grace time, for a server that is destroyed without stop().
  void abandon();

 private:
  enum class lifecycle { idle, starting, started, stopping, stopped };

  std::span<const service_info> services() const noexcept override { return infos_; }
  void deliver(std::size_t service, std::unique_ptr<delivery> request) override;
  service_load load(std::size_t service) const override;
  bool sole_handler(std::size_t service, const asio::cancellation_slot& waiter) const override;
  std::vector<std::unique_ptr<delivery>> take_back(std::size_t service) override;
  std::unique_ptr<delivery> take_back(std::size_t service, const queue_place& which) override;
  void cancel(std::size_t service, const queue_place& which, cancel_reason why) override;
  void on_load_dropped(std::size_t service, std::function<void()> changed) override;

  asio::awaitable<void> start_transport();
  asio::awaitable<void> drain(std::chrono::milliseconds grace);
  asio::awaitable<void> wait_for_change();
  void change(lifecycle next);

  asio::any_io_executor executor_;
  asio::any_io_executor strand_;
  std::unique_ptr<server_transport> transport_;
  server_settings settings_;
  std::mutex registration_;  // register_service() may come from another thread than start()
  std::vector<service_info> infos_;
  std::vector<std::shared_ptr<worker_pool>> pools_;
  bool closed_for_registration_ = false;
  std::atomic<lifecycle> state_ = lifecycle::idle;
  bool start_abandoned_ = false;  // stop() came while it was starting
  std::exception_ptr start_problem_;
  std::string start_problem_text_;  // does not change once it is stopped
  executor_probe probe_;
  std::vector<std::shared_ptr<async_event>> state_waiters_;
};

}  // namespace clamator::detail
