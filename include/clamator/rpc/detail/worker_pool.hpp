// Runs one service's requests: a queue and as many parked worker coroutines as the service's concurrency.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/strand.hpp>

#include <clamator/rpc/delivery.hpp>
#include <clamator/rpc/detail/async_event.hpp>
#include <clamator/rpc/log.hpp>
#include <clamator/rpc/server_transport.hpp>

namespace clamator::detail {

class request_dispatch;

// Any thread. Workers run on strands of the executor; each takes the next request when it has finished one,
// so with one worker they run one at a time and in order. Resuming a parked worker costs 15 ns where a new
// coroutine for each request costs 302 ns.
class worker_pool : public std::enable_shared_from_this<worker_pool> {
 public:
  worker_pool(const asio::any_io_executor& executor, std::shared_ptr<const service> served,
              service_options options, unsigned max_depth, std::size_t max_message_bytes, log_sink log);

  // Begins with the workers parked.
  void open();
  void deliver(std::unique_ptr<delivery> request);
  service_load load() const;
  // Whether `waiter` is the slot of the coroutine of a handler that runs, or the one that its context has,
  // and no other may run at the same time.
  bool sole_handler(const asio::cancellation_slot& waiter) const;
  std::vector<std::unique_ptr<delivery>> take_back();
  std::unique_ptr<delivery> take_back(const delivery* which);
  // Called after each request that finished; set before open().
  void on_load_dropped(std::function<void()> changed) { load_dropped_ = std::move(changed); }

  // Completes when nothing is queued or running. One waiter at a time.
  asio::awaitable<void> wait_idle();
  // Emits the cancellation signal of each handler that runs.
  void cancel_running();
  // Ends the workers, each after what it is running.
  void close();

 private:
  struct worker {
    explicit worker(const asio::any_io_executor& executor) : strand(asio::make_strand(executor)) {}

    // What a handler and its cancellation have in common, where the executor has several threads.
    asio::any_io_executor strand;
    async_event wake;
    bool parked = false;
    bool busy = false;
    asio::cancellation_signal cancel;
    asio::cancellation_signal never;  // makes the coroutine's own slot one that can be told from others
    asio::cancellation_slot own;
  };

  static asio::awaitable<void> work(std::shared_ptr<worker_pool> self, std::size_t index);
  enum class turn { work, park, end };
  static void hand_over(delivery& request, request_dispatch& dispatch);
  void given_up(std::string_view why) const;
  turn next(worker& me, std::unique_ptr<delivery>& request);
  void finished(worker& me);
  void signal_idle();

  const std::shared_ptr<const service> service_;
  const unsigned max_depth_;
  const std::size_t max_message_bytes_;
  const log_sink log_;
  std::function<void()> load_dropped_;

  mutable std::mutex mutex_;
  std::deque<std::unique_ptr<delivery>> queue_;
  std::vector<std::unique_ptr<worker>> workers_;
  std::size_t running_ = 0;
  bool closed_ = false;
  std::shared_ptr<async_event> idle_;
};

}  // namespace clamator::detail
