// Wakes one waiting coroutine from any thread.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/intrusive/list.hpp>

#include <clamator/export.hpp>

namespace clamator::detail {

namespace asio = boost::asio;

class waiting_room;

// A flag and at most one waiter. notify() while nobody waits is remembered, once. A waiter that is never
// notified stays until the event is destroyed, or the execution context that it would resume on; its
// coroutine frame goes with it.
class CLAMATOR_EXPORT async_event : public boost::intrusive::list_base_hook<> {
 public:
  async_event() = default;
  ~async_event();
  async_event(const async_event&) = delete;
  async_event& operator=(const async_event&) = delete;

  // Throws std::bad_alloc where there is no memory for it; the waiter is waiting still then.
  void notify();

  // Completes when notified; takes the notification with it. One waiter at a time.
  asio::awaitable<void> wait() {
    return asio::async_initiate<const asio::use_awaitable_t<>, void()>(start{}, asio::use_awaitable, this);
  }

 private:
  friend class waiting_room;

  struct waiter {
    virtual ~waiter() = default;
    virtual void resume(std::shared_ptr<waiter> self) = 0;
  };

  template <class Handler>
  struct waiting final : waiter {
    explicit waiting(Handler h)
        : handler(std::move(h)), work(asio::make_work_guard(asio::get_associated_executor(handler))) {}
    // What is posted shares the handler, so that the frame does not end in here where posting fails.
    void resume(std::shared_ptr<waiter> self) override {
      asio::post(work.get_executor(), [self = std::move(self)] {
        Handler ready = std::move(static_cast<waiting&>(*self).handler);
        std::move(ready)();
      });
    }
    Handler handler;
    asio::executor_work_guard<asio::associated_executor_t<Handler>> work;
  };

  struct start {
    template <class Handler>
    void operator()(Handler handler, async_event* event) const {
      auto arrived = std::make_shared<waiting<Handler>>(std::move(handler));
      const asio::any_io_executor executor = arrived->work.get_executor();
      event->take_in(std::move(arrived), executor);
    }
  };

  void take_in(std::shared_ptr<waiter> arrived, const asio::any_io_executor& executor);

  std::mutex mutex_;  // of set_ and room_; locked before the room's
  bool set_ = false;
  std::shared_ptr<waiting_room> room_;  // of the last waiter's context
  std::shared_ptr<waiter> waiter_;      // the room's mutex is its own
};

}  // namespace clamator::detail
