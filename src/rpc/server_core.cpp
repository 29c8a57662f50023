#include <algorithm>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>

#include <clamator/rpc/detail/message_limits.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>
#include <clamator/rpc/detail/server_core.hpp>

#include "rpc/failure_text.hpp"

namespace clamator::detail {
namespace {

// Each has a coroutine and a strand from the start.
constexpr std::size_t most_workers = 100'000;

}  // namespace

server_core::server_core(const asio::any_io_executor& executor, std::unique_ptr<server_transport> transport,
                         server_settings settings)
    : executor_(executor),
      strand_(make_serial(executor)),
      transport_(std::move(transport)),
      settings_(std::move(settings)) {
  if (settings_.shutdown_grace < std::chrono::milliseconds(0)) {
    throw usage_error("option shutdown_grace must not be negative");
  }
  check_messages(settings_.max_depth, settings_.max_message_bytes);
  settings_.log = serialized(std::move(settings_.log));
}

// Before the pools, which it may be delivering to on another thread.
server_core::~server_core() {
  transport_.reset();
}

void server_core::register_service(service added, service_options options) {
  const std::lock_guard lock(registration_);
  if (closed_for_registration_) {
    throw usage_error("service \"" + added.name() + "\" comes too late: register services before start()");
  }
  for (const service_info& info : infos_) {
    if (info.name == added.name())
      throw usage_error("service \"" + added.name() + "\" is registered on this server already");
  }
  if (options.concurrency == 0) {
    throw usage_error("option concurrency of service \"" + added.name() + "\" must be at least 1");
  }
  if (options.concurrency > most_workers) {
    throw usage_error("option concurrency of service \"" + added.name() + "\" must be at most " +
                      std::to_string(most_workers));
  }
  infos_.push_back({added.name(), options});
  pools_.push_back(std::make_shared<worker_pool>(executor_, std::make_shared<const service>(std::move(added)),
                                                 options, settings_.max_depth, settings_.max_message_bytes,
                                                 settings_.log, settings_.observer));
}

asio::awaitable<void> server_core::start() {
  while (state_ == lifecycle::starting || state_ == lifecycle::stopping) co_await wait_for_change();
  if (state_ == lifecycle::started) co_return;
  if (state_ == lifecycle::stopped) {
    if (start_problem_) std::rethrow_exception(start_problem_);
    throw transport_error(transport_errc::stopped, "the server has been stopped: make a new one");
  }
  change(lifecycle::starting);
  {
    const std::lock_guard lock(registration_);
    closed_for_registration_ = true;
  }
  std::exception_ptr failure;
  try {
    co_await start_transport();
  } catch (...) {
    failure = std::current_exception();
  }
  if (!failure) {
    change(lifecycle::started);
    co_return;
  }
  for (const auto& pool : pools_) pool->close();
  co_await transport_->stop();
  if (start_abandoned_) {
    failure = std::make_exception_ptr(
        transport_error(transport_errc::stopped, "the server was stopped while it started"));
  } else {
    start_problem_ = failure;
  }
  start_problem_text_ = failure_text(failure);
  change(lifecycle::stopped);
  std::rethrow_exception(failure);
}

asio::awaitable<void> server_core::start_transport() {
  for (const auto& pool : pools_) pool->open();
  co_await transport_->start(strand_, *this);
}

asio::awaitable<void> server_core::stop(std::chrono::milliseconds grace) {
  if (state_ == lifecycle::starting && !std::exchange(start_abandoned_, true)) transport_->abandon_start();
  while (state_ == lifecycle::starting || state_ == lifecycle::stopping) co_await wait_for_change();
  if (state_ != lifecycle::started) {
    const std::lock_guard lock(registration_);
    closed_for_registration_ = true;
    state_ = lifecycle::stopped;
    co_return;
  }
  change(lifecycle::stopping);
  co_await transport_->stop_intake();
  co_await drain(std::min(grace, longest_wait));
  for (const auto& pool : pools_) pool->close();
  co_await transport_->stop();
  change(lifecycle::stopped);
}

// Waits for the handlers that run; those that outlast the grace time are asked to end by their cancellation
// signal and get as long as it takes to notice, up to a tenth of the grace time.
asio::awaitable<void> server_core::drain(std::chrono::milliseconds grace) {
  const auto idle = std::make_shared<std::size_t>(0);
  const auto timer = std::make_shared<asio::steady_timer>(strand_);
  for (const auto& pool : pools_) {
    asio::co_spawn(strand_, pool->wait_idle(), [idle, timer, pool](const std::exception_ptr&) {
      ++*idle;
      timer->cancel();
    });
  }
  for (const auto& wait : {grace, std::max(grace / 10, std::chrono::milliseconds(10))}) {
    timer->expires_after(wait);
    while (*idle < pools_.size()) {
      boost::system::error_code ended;
      co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, ended));
      if (!ended) break;
    }
    if (*idle == pools_.size()) co_return;
    for (const auto& pool : pools_) pool->cancel_running();
  }
  for (std::size_t i = 0; settings_.observer && i < pools_.size(); ++i) {
    const std::size_t running = pools_[i]->load().running;
    if (running == 0) continue;
    settings_.observer->happened({.what = event::request_given_up,
                                  .service = infos_[i].name,
                                  .reason = "it outlasted a stop",
                                  .times = running});
  }
  if (settings_.log)
    settings_.log(log_level::warning, "stopped with handlers still running: the grace time is over");
}

void server_core::abandon() {
  asio::co_spawn(
      strand_,
      [self = shared_from_this()]() -> asio::awaitable<void> {
        return self->stop(std::chrono::milliseconds(0));
      },
      asio::detached);
}

void server_core::deliver(std::size_t service, std::unique_ptr<delivery> request) {
  if (settings_.observer)
    settings_.observer->happened({.what = event::request_received, .service = infos_[service].name});
  pools_[service]->deliver(std::move(request));
}

service_load server_core::load(std::size_t service) const {
  return pools_[service]->load();
}

bool server_core::sole_handler(std::size_t service, const asio::cancellation_slot& waiter) const {
  return pools_[service]->sole_handler(waiter);
}

std::vector<std::unique_ptr<delivery>> server_core::take_back(std::size_t service) {
  return pools_[service]->take_back();
}

std::unique_ptr<delivery> server_core::take_back(std::size_t service, const queue_place& which) {
  return pools_[service]->take_back(which);
}

void server_core::cancel(std::size_t service, const queue_place& which, cancel_reason why) {
  pools_[service]->cancel(which, why);
}

server_health server_core::health() {
  server_health now;
  {
    const std::lock_guard lock(registration_);
    for (const service_info& info : infos_) now.services.emplace_back().name = info.name;
    for (std::size_t i = 0; i < pools_.size(); ++i) {
      const service_load busy = pools_[i]->load();
      now.services[i].queued = busy.queued;
      now.services[i].running = busy.running;
    }
  }
  const lifecycle state = state_;
  switch (state) {
    case lifecycle::idle:
      return now;
    case lifecycle::starting:
      now.state = run_state::starting;
      break;
    case lifecycle::started:
      now.state = run_state::running;
      break;
    case lifecycle::stopping:
      now.state = run_state::stopping;
      break;
    case lifecycle::stopped:
      now.state = run_state::stopped;
      now.reason = start_problem_text_;
      return now;
  }
  probe_executor(probe_, strand_, now);
  transport_->add_health(now);
  return now;
}

void server_core::on_load_dropped(std::size_t service, std::function<void()> changed) {
  pools_[service]->on_load_dropped(std::move(changed));
}

asio::awaitable<void> server_core::wait_for_change() {
  const auto event = std::make_shared<async_event>();
  state_waiters_.push_back(event);
  co_await event->wait();
}

void server_core::change(lifecycle next) {
  state_ = next;
  for (const auto& event : std::exchange(state_waiters_, {})) event->notify();
}

}  // namespace clamator::detail
