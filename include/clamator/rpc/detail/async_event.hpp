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

namespace clamator::detail {

namespace asio = boost::asio;

// A flag and at most one waiter. notify() while nobody waits is remembered, once. A waiter that is never
// notified stays until the event is destroyed, and its coroutine frame with it.
class async_event {
 public:
  void notify() {
    std::unique_ptr<waiter> ready;
    {
      const std::lock_guard lock(mutex_);
      if (!waiter_) {
        set_ = true;
        return;
      }
      ready = std::move(waiter_);
    }
    ready->resume();
  }

  // Completes when notified; takes the notification with it. One waiter at a time.
  asio::awaitable<void> wait() {
    return asio::async_initiate<const asio::use_awaitable_t<>, void()>(start{}, asio::use_awaitable, this);
  }

 private:
  struct waiter {
    virtual ~waiter() = default;
    virtual void resume() = 0;
  };

  template <class Handler>
  struct waiting final : waiter {
    explicit waiting(Handler h)
        : handler(std::move(h)), work(asio::make_work_guard(asio::get_associated_executor(handler))) {}
    void resume() override {
      auto executor = work.get_executor();
      asio::post(executor, std::move(handler));
    }
    Handler handler;
    asio::executor_work_guard<asio::associated_executor_t<Handler>> work;
  };

  struct start {
    template <class Handler>
    void operator()(Handler handler, async_event* event) const {
      auto self = std::make_unique<waiting<Handler>>(std::move(handler));
      {
        const std::lock_guard lock(event->mutex_);
        if (!event->set_) {
          event->waiter_ = std::move(self);
          return;
        }
        event->set_ = false;
      }
      self->resume();
    }
  };

  std::mutex mutex_;
  bool set_ = false;
  std::unique_ptr<waiter> waiter_;
};

}  // namespace clamator::detail
