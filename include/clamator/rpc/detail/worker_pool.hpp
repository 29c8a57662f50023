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

#include <clamator/rpc/delivery.hpp>
#include <clamator/rpc/detail/async_event.hpp>
#include <clamator/rpc/log.hpp>
#include <clamator/rpc/observer.hpp>
#include <clamator/rpc/server_transport.hpp>

namespace clamator::detail {

class request_dispatch;

// Any thread. Workers run on strands of the executor; each takes the next request when it has finished one,
// so with one worker they run one at a time and in order. Resuming a parked worker costs 15 ns where a new
// coroutine for each request costs 302 ns.
class worker_pool : public std::enable_shared_from_this<worker_pool> {
 public:
  worker_pool(const asio::any_io_executor& executor, std::shared_ptr<const service> served,
              service_options options, unsigned max_depth, std::size_t max_message_bytes, log_sink log,
              std::shared_ptr<observer> watching);

  // Begins with the workers parked.
  void open();
  void deliver(std::unique_ptr<delivery> request);
  service_load load() const;
  // Whether `waiter` is the slot of the coroutine of a handler that runs, or the one that its context has,
  // and no other may run at the same time.
  bool sole_handler(const asio::cancellation_slot& waiter) const;
  std::vector<std::unique_ptr<delivery>> take_back();
  std::unique_ptr<delivery> take_back(const queue_place& which);
  // Called after each request that finished; set before open().
  void on_load_dropped(std::function<void()> changed) { load_dropped_ = std::move(changed); }

  // Completes when nothing is queued or running. One waiter at a time.
  asio::awaitable<void> wait_idle();
  // Emits the cancellation signal of each handler that runs.
  void cancel_running();
  // The same of the one that runs this request, where one does.
  void cancel(const queue_place& which, cancel_reason why);
  // Ends the workers, each after what it is running.
  void close();

 private:
  class deadline_timer;  // Asio's, whose header each file that has a server would pay for

  struct worker final : cancellation_timer {
    worker(worker_pool& pool, const asio::any_io_executor& executor);
    ~worker();
    void cancel_at(std::chrono::steady_clock::time_point when) override;

    // What a handler and its cancellation have in common, where the executor has several threads.
    asio::any_io_executor strand;
    async_event wake;
    bool parked = false;
    bool busy = false;
    worker_pool& pool;
    std::uint64_t run = 0;  // counts its requests
    queue_place place;      // of the one that it works on
    bool lost = false;      // somebody else has that one now
    std::unique_ptr<deadline_timer> timer;
    asio::cancellation_signal cancel;
    asio::cancellation_signal never;  // makes the coroutine's own slot one that can be told from others
    asio::cancellation_slot own;
  };

  // Requests that a worker runs without suspending before it lets others of its thread go first: the
  // transport asks for more while these run, instead of after them.
  static constexpr std::size_t most_in_a_row = 32;

  static asio::awaitable<void> work(std::shared_ptr<worker_pool> self, std::size_t index);
  enum class turn { work, park, end };
  static void hand_over(delivery& request, request_dispatch& dispatch);
  static bool expired(const delivery& request);
  void conclude(worker& me, delivery& request, request_dispatch& dispatch) const;
  using time_point = std::chrono::steady_clock::time_point;
  // Only where there is an observer.
  void tell(event what, std::string_view method = {}, std::string_view reason = {}) const;
  time_point tell_begun(const request_dispatch& dispatch) const;
  void tell_finished(const request_dispatch& dispatch, time_point begun) const;
  void cancel_run(worker& which, std::uint64_t run);
  void given_up(std::string_view why) const;
  turn next(worker& me, std::unique_ptr<delivery>& request);
  bool is_lost(const worker& me) const;
  void finished(worker& me);
  void signal_idle();

  const std::shared_ptr<const service> service_;
  const unsigned max_depth_;
  const std::size_t max_message_bytes_;
  const log_sink log_;
  const std::shared_ptr<observer> observer_;
  std::function<void()> load_dropped_;

  mutable std::mutex mutex_;
  std::deque<std::unique_ptr<delivery>> queue_;
  std::vector<std::unique_ptr<worker>> workers_;
  std::size_t running_ = 0;
  bool closed_ = false;
  std::shared_ptr<async_event> idle_;
};

}  // namespace clamator::detail
