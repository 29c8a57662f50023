#include <utility>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/execution_context.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/query.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/rpc/detail/async_event.hpp>

namespace clamator::detail {

// All events that coroutines of one execution context wait for. An operation of Asio's own is destroyed with
// its context; without this, one that waits for an event would not be, and whatever its frame keeps alive in
// a circle would never be freed.
class waiting_room {
 public:
  explicit waiting_room(const asio::execution_context& owner) noexcept : owner_(&owner) {}
  bool belongs_to(const asio::execution_context& context) const noexcept { return owner_ == &context; }

  // Leaves the waiter to its giver where the context has gone.
  void enter(async_event& event, std::shared_ptr<async_event::waiter>& arrived) {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    event.waiter_ = std::move(arrived);
    events_.push_back(event);
  }

  // Resumes the waiter; false where there is none. It may destroy the event at once, which is not touched any
  // more then. This mutex stays locked until the waiter, which counts as work of its context, has been let
  // go: nothing may be posted to a context that has gone, nor taken off its work.
  bool resume(async_event& event, std::unique_lock<std::mutex>& event_lock) {
    const std::lock_guard lock(mutex_);
    if (!event.waiter_) return false;
    const std::shared_ptr<async_event::waiter> ready = take(event);
    event_lock.unlock();
    try {
      ready->resume(ready);
    } catch (...) {
      // No memory for it: the waiter waits on, for the next one who notifies.
      event.waiter_ = ready;
      events_.push_back(event);
      throw;
    }
    return true;
  }

  std::shared_ptr<async_event::waiter> leave(async_event& event) {
    const std::lock_guard lock(mutex_);
    return event.waiter_ ? take(event) : nullptr;
  }

  // One after the other, since what a frame destroys may be an event as well.
  void close() {
    while (take_first()) {
    }
  }

 private:
  std::shared_ptr<async_event::waiter> take(async_event& event) {
    events_.erase(events_.iterator_to(event));
    return std::move(event.waiter_);
  }

  std::shared_ptr<async_event::waiter> take_first() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    return events_.empty() ? nullptr : take(events_.front());
  }

  const asio::execution_context* const owner_;
  // A waiter that is let go may be the last to hold a frame, which may own further events.
  std::recursive_mutex mutex_;
  bool closed_ = false;
  boost::intrusive::list<async_event> events_;
};

namespace {

class waiting_service final : public asio::execution_context::service {
 public:
  using key_type = waiting_service;
  static asio::execution_context::id id;

  explicit waiting_service(asio::execution_context& owner)
      : service(owner), room(std::make_shared<waiting_room>(owner)) {}
  void shutdown() override { room->close(); }

  const std::shared_ptr<waiting_room> room;
};
asio::execution_context::id waiting_service::id;

}  // namespace

template <class Handler>
struct async_event::waiting final : waiter {
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

struct async_event::start {
  template <class Handler>
  void operator()(Handler handler, async_event* event) const {
    auto arrived = std::make_shared<waiting<Handler>>(std::move(handler));
    const asio::any_io_executor executor = arrived->work.get_executor();
    event->take_in(std::move(arrived), executor);
  }
};

asio::awaitable<void> async_event::wait() {
  return asio::async_initiate<const asio::use_awaitable_t<>, void()>(start{}, asio::use_awaitable, this);
}

async_event::~async_event() {
  if (room_) room_->leave(*this);
}

void async_event::notify() {
  std::unique_lock lock(mutex_);
  const std::shared_ptr<waiting_room> room = room_;
  if (!room || !room->resume(*this, lock)) set_ = true;
}

// What is not taken here is freed by the caller, since its frame may own this event.
void async_event::take_in(std::shared_ptr<waiter> arrived, const asio::any_io_executor& executor) {
  std::unique_lock lock(mutex_);
  if (std::exchange(set_, false)) {
    lock.unlock();
    return arrived->resume(arrived);
  }
  asio::execution_context& context = asio::query(executor, asio::execution::context);
  if (!room_ || !room_->belongs_to(context)) room_ = asio::use_service<waiting_service>(context).room;
  room_->enter(*this, arrived);
}

}  // namespace clamator::detail
