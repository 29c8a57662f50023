#include "soak/caller.hpp"

#include <algorithm>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/protocol/error.hpp>

namespace clamator::soak {
namespace {

// A word for the ledger, and what it is for people. Called where an exception is being handled.
std::string outcome_of_exception() {
  try {
    throw;
  } catch (const rpc_error& error) {
    return "rpc_error:" + std::to_string(error.code()) + " " + in_one_line(error.what());
  } catch (const protocol_error& error) {
    return std::string(to_string(error.code())) + " " + in_one_line(error.what());
  } catch (const transport_error& error) {
    return std::string(to_string(error.code())) + " " + in_one_line(error.what());
  } catch (const std::exception& error) {
    return "exception " + in_one_line(error.what());
  }
}

}  // namespace

caller::caller(client& through, const caller_settings& settings, std::uint64_t seed)
    : client_(through),
      settings_(settings),
      random_(seed),
      journal_(settings.journal),
      ended_(through.get_executor(), asio::steady_timer::time_point::max()) {}

asio::awaitable<void> caller::run(std::size_t count) {
  left_ = count;
  running_ = std::min(count, settings_.window);
  const std::size_t begun = running_;
  for (std::size_t i = 0; i < begun; ++i) {
    // A journal that cannot be written ends the program.
    asio::co_spawn(client_.get_executor(), keep_calling(), [](const std::exception_ptr& problem) {
      if (problem) std::rethrow_exception(problem);
    });
  }
  boost::system::error_code canceled;
  while (running_ > 0) co_await ended_.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
}

asio::awaitable<void> caller::keep_calling() {
  while (left_ > 0) {
    --left_;
    const auto kind = random_() % 200;
    const bool is_long = kind == 0, notification = !is_long && kind <= 20;
    const job what = next_job(is_long);
    // With the end of the one before, which is noted and not written yet: nothing is awaited in between.
    journal_.write("launched " + what.key + (notification ? " note" : " call"));
    if (notification) {
      co_await note(what);
    } else {
      co_await one(what, is_long ? run_long_job : run_job);
    }
  }
  journal_.commit();
  if (--running_ == 0) ended_.cancel();
}

asio::awaitable<void> caller::one(const job& what, const method<job, job_result>& which) {
  std::string outcome;
  try {
    const job_result done = co_await client_.call(which, what);
    outcome = done.key == what.key ? "result" : "wrong_result of " + done.key;
  } catch (...) {
    outcome = outcome_of_exception();
  }
  journal_.note("ended " + what.key + " " + outcome);
}

asio::awaitable<void> caller::note(const job& what) {
  std::string outcome = "noted";
  try {
    co_await client_.notify(note_job, what);
  } catch (...) {
    outcome = outcome_of_exception();
  }
  journal_.note("ended " + what.key + " " + outcome);
}

job caller::next_job(bool is_long) {
  const bool at_once = random_() % 4 == 0;
  const auto length = at_once ? 0 : static_cast<std::int64_t>(1 + random_() % 20);
  return {settings_.name + "-" + std::to_string(++launched_), is_long ? settings_.long_ms : length};
}

}  // namespace clamator::soak
