#include <algorithm>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/rpc/detail/request_dispatch.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>
#include <clamator/rpc/detail/worker_pool.hpp>

namespace clamator::detail {

class worker_pool::deadline_timer : public asio::steady_timer {
 public:
  using asio::steady_timer::steady_timer;
};

worker_pool::worker::worker(worker_pool& owner, const asio::any_io_executor& executor)
    : strand(make_serial(executor)), pool(owner) {}

worker_pool::worker::~worker() = default;

void worker_pool::worker::cancel_at(std::chrono::steady_clock::time_point when) {
  if (!timer) timer = std::make_unique<deadline_timer>(strand);
  timer->expires_at(when);
  timer->async_wait([weak = pool.weak_from_this(), this, of = run](boost::system::error_code canceled) {
    const auto alive = weak.lock();
    if (!canceled && alive) alive->cancel_run(*this, of);
  });
}

worker_pool::worker_pool(const asio::any_io_executor& executor, std::shared_ptr<const service> served,
                         service_options options, unsigned max_depth, std::size_t max_message_bytes,
                         log_sink log, std::shared_ptr<observer> watching)
    : service_(std::move(served)),
      max_depth_(max_depth),
      max_message_bytes_(max_message_bytes),
      log_(std::move(log)),
      observer_(std::move(watching)) {
  for (std::size_t i = 0; i < options.concurrency; ++i)
    workers_.push_back(std::make_unique<worker>(*this, executor));
}

void worker_pool::open() {
  for (std::size_t i = 0; i < workers_.size(); ++i) {
    worker& each = *workers_[i];
    // Kept until the coroutine has ended altogether, since its cancellation state stands in the signal's
    // memory.
    auto kept = [self = shared_from_this()](const std::exception_ptr&) {};
    asio::co_spawn(each.strand, work(shared_from_this(), i),
                   asio::bind_cancellation_slot(each.never.slot(), std::move(kept)));
  }
}

void worker_pool::deliver(std::unique_ptr<delivery> request) {
  worker* ready = nullptr;
  const delivery* const delivered = request.get();
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(request));
    for (const auto& candidate : workers_) {
      if (!candidate->parked) continue;
      ready = candidate.get();
      ready->parked = false;
      break;
    }
  }
  if (ready == nullptr) return;
  try {
    ready->wake.notify();
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      ready->parked = true;
      std::erase_if(queue_, [delivered](const auto& queued) { return queued.get() == delivered; });
    }
    signal_idle();
    throw;
  }
}

service_load worker_pool::load() const {
  const std::lock_guard lock(mutex_);
  return {queue_.size(), running_};
}

bool worker_pool::sole_handler(const asio::cancellation_slot& waiter) const {
  const std::lock_guard lock(mutex_);
  if (workers_.size() != 1 || !workers_.front()->busy) return false;
  return waiter == workers_.front()->own || waiter == workers_.front()->cancel.slot();
}

std::vector<std::unique_ptr<delivery>> worker_pool::take_back() {
  std::vector<std::unique_ptr<delivery>> taken;
  {
    const std::lock_guard lock(mutex_);
    taken.assign(std::make_move_iterator(queue_.begin()), std::make_move_iterator(queue_.end()));
    queue_.clear();
  }
  signal_idle();
  return taken;
}

std::unique_ptr<delivery> worker_pool::take_back(const queue_place& which) {
  std::unique_ptr<delivery> taken;
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(queue_.begin(), queue_.end(),
                                    [&which](const auto& queued) { return queued->place == which; });
    if (found == queue_.end()) return nullptr;
    taken = std::move(*found);
    queue_.erase(found);
  }
  signal_idle();
  return taken;
}

asio::awaitable<void> worker_pool::wait_idle() {
  const auto event = std::make_shared<async_event>();
  {
    const std::lock_guard lock(mutex_);
    if (queue_.empty() && running_ == 0) co_return;
    idle_ = event;
  }
  co_await event->wait();
}

void worker_pool::signal_idle() {
  std::shared_ptr<async_event> idle;
  {
    const std::lock_guard lock(mutex_);
    if (!queue_.empty() || running_ != 0) return;
    idle = std::exchange(idle_, nullptr);
  }
  if (idle) idle->notify();
}

void worker_pool::cancel_running() {
  for (const auto& each : workers_) {
    const std::lock_guard lock(mutex_);
    if (!each->busy) continue;
    asio::post(each->strand, [self = shared_from_this(), which = each.get(), run = each->run] {
      self->cancel_run(*which, run);
    });
  }
}

void worker_pool::cancel(const queue_place& which, cancel_reason why) {
  const std::lock_guard lock(mutex_);
  for (const auto& each : workers_) {
    if (!each->busy || each->place != which) continue;
    if (observer_ && why == cancel_reason::unawaited) tell(event::request_cancelled);
    each->lost = each->lost || why == cancel_reason::lost;
    asio::post(each->strand, [self = shared_from_this(), running = each.get(), run = each->run] {
      self->cancel_run(*running, run);
    });
  }
}

// On the worker's strand. It may have gone on to another request meanwhile.
void worker_pool::cancel_run(worker& which, std::uint64_t run) {
  bool same = false;
  {
    const std::lock_guard lock(mutex_);
    same = which.busy && which.run == run;
  }
  if (same) which.cancel.emit(asio::cancellation_type::all);
}

void worker_pool::close() {
  std::shared_ptr<async_event> idle;
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    // Who waits for a handler that outlasts everything waits no longer.
    idle = std::exchange(idle_, nullptr);
  }
  if (idle) idle->notify();
  for (const auto& each : workers_) each->wake.notify();
}

worker_pool::turn worker_pool::next(worker& me, std::unique_ptr<delivery>& request) {
  const std::lock_guard lock(mutex_);
  if (queue_.empty()) {
    me.parked = !closed_;
    return closed_ ? turn::end : turn::park;
  }
  request = std::move(queue_.front());
  queue_.pop_front();
  me.busy = true;
  me.lost = false;
  me.place = request->place;
  ++me.run;
  ++running_;
  return turn::work;
}

bool worker_pool::is_lost(const worker& me) const {
  const std::lock_guard lock(mutex_);
  return me.lost;
}

void worker_pool::finished(worker& me) {
  {
    const std::lock_guard lock(mutex_);
    me.busy = false;
    --running_;
  }
  if (load_dropped_) load_dropped_();
  signal_idle();
}

asio::awaitable<void> worker_pool::work(std::shared_ptr<worker_pool> self, std::size_t index) {
  worker& me = *self->workers_[index];
  const asio::cancellation_state state = co_await asio::this_coro::cancellation_state;
  {
    const std::lock_guard lock(self->mutex_);
    me.own = state.slot();
  }
  request_dispatch dispatch(*self->service_, self->max_depth_, self->log_, self->max_message_bytes_);
  std::size_t in_a_row = 0;
  for (;;) {
    if (in_a_row >= most_in_a_row) {
      in_a_row = 0;
      try {
        co_await asio::post(me.strand, asio::use_awaitable);
      } catch (const std::bad_alloc&) {
        // Others wait for as many again.
      }
    }
    std::unique_ptr<delivery> request;
    const turn what = self->next(me, request);
    if (what == turn::end) co_return;
    if (what == turn::park) {
      in_a_row = 0;
      co_await me.wake.wait();
      continue;
    }
    ++in_a_row;
    try {
      call_context context(me.strand, request->origin, me.cancel.slot(), &me);
      const bool over = expired(*request);
      const request_dispatch::next step = over ? dispatch.skip() : dispatch.read(request->envelope);
      time_point begun{};
      if (self->observer_ && step != request_dispatch::next::done) begun = self->tell_begun(dispatch);
      if (step == request_dispatch::next::run) {
        dispatch.run(context);
      } else if (step == request_dispatch::next::run_suspending) {
        in_a_row = 0;
        co_await dispatch.run_suspending(context);
      }
      if (self->observer_) over ? self->tell(event::request_expired) : self->tell_finished(dispatch, begun);
      self->conclude(me, *request, dispatch);
    } catch (const std::exception& error) {
      self->given_up(error.what());
    }
    request.reset();
    self->finished(me);
  }
}

// Nobody waits for it any more: it is done with, unbegun.
bool worker_pool::expired(const delivery& request) {
  return request.origin.deadline && *request.origin.deadline <= std::chrono::steady_clock::now();
}

void worker_pool::conclude(worker& me, delivery& request, request_dispatch& dispatch) const {
  me.cancel.slot().clear();
  me.timer.reset();
  // Whoever has the request now answers it, unless it is answered here all the same.
  if (dispatch.failed() && is_lost(me)) {
    if (observer_) tell(event::request_given_up, dispatch.method(), "another server has it");
    return;
  }
  hand_over(request, dispatch);
}

// A reply that there is no memory for may be a large one: an error is small.
void worker_pool::hand_over(delivery& request, request_dispatch& dispatch) {
  const auto conclude = [&request, &dispatch] {
    if (dispatch.rejected()) return request.reject(dispatch.reply(), dispatch.reason());
    if (dispatch.reply().size() >= delivery::large_reply)
      return request.finish_large(dispatch.reply_memory());
    request.finish(dispatch.reply());
  };
  try {
    return conclude();
  } catch (const std::bad_alloc&) {
    dispatch.answer_instead(std::current_exception());
  }
  conclude();
}

void worker_pool::given_up(std::string_view why) const {
  if (observer_) tell(event::request_given_up, {}, why);
  if (log_) log_(log_level::error, "a request to " + service_->name() + " was given up: " + std::string(why));
}

void worker_pool::tell(event what, std::string_view method, std::string_view reason) const {
  observer_->happened({.what = what, .service = service_->name(), .subject = method, .reason = reason});
}

worker_pool::time_point worker_pool::tell_begun(const request_dispatch& dispatch) const {
  tell(event::request_begun, dispatch.method());
  return std::chrono::steady_clock::now();
}

// Without a begin it was refused.
void worker_pool::tell_finished(const request_dispatch& dispatch, time_point begun) const {
  occurrence end{.what = event::request_finished, .service = service_->name(), .subject = dispatch.method()};
  if (begun != time_point()) {
    end.took = std::chrono::steady_clock::now() - begun;
    observer_->happened(end);
  }
  if (!dispatch.failed() && !dispatch.rejected()) return;
  end.what = event::request_failed;
  end.reason = begun != time_point() ? "the handler failed" : "refused";
  observer_->happened(end);
}

}  // namespace clamator::detail
