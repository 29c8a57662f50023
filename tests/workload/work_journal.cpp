#include "workload/work_journal.hpp"

#include <algorithm>
#include <thread>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "workload/eventually.hpp"

namespace clamator::test {

void work_journal::begin(const job& what, const std::string& server, const call_context& context) {
  const std::lock_guard lock(mutex_);
  lines_.push_back({what.number, server, context.delivery_count(), std::string(context.caller()),
                    std::string(context.caller_instance()), context.deadline(),
                    std::chrono::steady_clock::now()});
  most_ = std::max(most_, lines_.size() - ended_);
}

void work_journal::end() {
  const std::lock_guard lock(mutex_);
  ++ended_;
}

job_handler work_journal::at_once(std::string server) {
  return [this, server = std::move(server)](job what, call_context& context) -> asio::awaitable<job_result> {
    begin(what, server, context);
    end();
    co_return job_result(what.number, server);
  };
}

job_handler work_journal::suspending(std::string server, std::chrono::milliseconds pause) {
  return [this, server = std::move(server), pause](job what,
                                                   call_context& context) -> asio::awaitable<job_result> {
    begin(what, server, context);
    asio::steady_timer timer(context.get_executor(), pause);
    boost::system::error_code canceled;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
    end();
    co_return job_result(what.number, server);
  };
}

job_handler work_journal::blocking(std::string server, std::chrono::milliseconds pause) {
  return [this, server = std::move(server), pause](job what,
                                                   call_context& context) -> asio::awaitable<job_result> {
    begin(what, server, context);
    std::this_thread::sleep_for(pause);
    end();
    co_return job_result(what.number, server);
  };
}

job_handler work_journal::gated(std::string server) {
  return waiting(std::move(server), true);
}

job_handler work_journal::deaf(std::string server) {
  return waiting(std::move(server), false);
}

job_handler work_journal::waiting(std::string server, bool listens) {
  return [this, server = std::move(server), listens](job what,
                                                     call_context& context) -> asio::awaitable<job_result> {
    begin(what, server, context);
    const auto timer =
        std::make_shared<asio::steady_timer>(context.get_executor(), asio::steady_timer::time_point::max());
    bool open = false;
    {
      const std::lock_guard lock(mutex_);
      open = open_;
      if (!open) waiting_.push_back(timer);
    }
    boost::system::error_code canceled;
    if (!open) {
      const auto token = asio::redirect_error(asio::use_awaitable, canceled);
      const auto slot = listens ? context.cancellation_slot() : asio::cancellation_slot();
      co_await timer->async_wait(asio::bind_cancellation_slot(slot, token));
      const std::lock_guard lock(mutex_);
      if (!open_) ++canceled_;
    }
    end();
    co_return job_result(what.number, server);
  };
}

void work_journal::open_gate() {
  const std::lock_guard lock(mutex_);
  open_ = true;
  // On the timer's own thread, so that it cannot come between the look at the gate and the wait.
  for (const auto& each : waiting_) {
    if (const auto timer = each.lock()) asio::post(timer->get_executor(), [timer] { timer->cancel(); });
  }
  waiting_.clear();
}

std::vector<work_journal::line> work_journal::lines() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

std::size_t work_journal::begun() const {
  const std::lock_guard lock(mutex_);
  return lines_.size();
}

std::size_t work_journal::ended() const {
  const std::lock_guard lock(mutex_);
  return ended_;
}

std::size_t work_journal::canceled() const {
  const std::lock_guard lock(mutex_);
  return canceled_;
}

std::size_t work_journal::most_at_a_time() const {
  const std::lock_guard lock(mutex_);
  return most_;
}

std::map<std::int64_t, std::size_t> work_journal::runs() const {
  std::map<std::int64_t, std::size_t> counted;
  for (const line& each : lines()) ++counted[each.number];
  return counted;
}

std::vector<std::int64_t> work_journal::order() const {
  std::vector<std::int64_t> numbers;
  for (const line& each : lines()) numbers.push_back(each.number);
  return numbers;
}

std::size_t work_journal::of_server(const std::string& server) const {
  std::size_t count = 0;
  for (const line& each : lines()) count += each.server == server;
  return count;
}

void work_journal::wait_begun(std::size_t count) const {
  eventually(std::to_string(count) + " handlers begun", [&] { return begun() >= count; });
}

void work_journal::wait_ended(std::size_t count) const {
  eventually(std::to_string(count) + " handlers ended", [&] { return ended() >= count; });
}

}  // namespace clamator::test
