// Wakes one waiting coroutine from any thread.
#pragma once

#include <memory>
#include <mutex>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
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
  asio::awaitable<void> wait();

 private:
  friend class waiting_room;

  struct waiter {
    virtual ~waiter() = default;
    virtual void resume(std::shared_ptr<waiter> self) = 0;
  };

  template <class Handler>
  struct waiting;
  struct start;

  void take_in(std::shared_ptr<waiter> arrived, const asio::any_io_executor& executor);

  std::mutex mutex_;  // of set_ and room_; locked before the room's
  bool set_ = false;
  std::shared_ptr<waiting_room> room_;  // of the last waiter's context
  std::shared_ptr<waiter> waiter_;      // the room's mutex is its own
};

}  // namespace clamator::detail
