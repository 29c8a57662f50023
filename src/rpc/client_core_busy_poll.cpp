// The part of a client that keeps its thread from sleeping while calls are in flight. A turn of the event
// loop that has something to run looks for what has come and does not wait for it, and waking an idle CPU
// takes longer than the rest of a call.
#include <thread>

#include <boost/asio/post.hpp>

#include <clamator/rpc/detail/client_core.hpp>

namespace clamator::detail {

void client_core::keep_awake() {
  if (settings_.busy_poll.count() == 0) return;
  awake_until_ = std::chrono::steady_clock::now() + settings_.busy_poll;
  if (!std::exchange(awake_, true)) stay_awake();
}

void client_core::stay_awake() {
  try {
    asio::post(strand_, [self = shared_from_this()] {
      const bool wanted = self->calls_.in_flight() > 0 && self->state_ == lifecycle::started;
      self->awake_ = wanted && std::chrono::steady_clock::now() < self->awake_until_;
      if (!self->awake_) return;
      // Redis or a server may want this CPU.
      std::this_thread::yield();
      self->stay_awake();
    });
  } catch (const std::bad_alloc&) {
    // It sleeps, as without the option.
    awake_ = false;
  }
}

}  // namespace clamator::detail
