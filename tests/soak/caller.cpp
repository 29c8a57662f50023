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
    const job what = next_job();
    const bool notification = random_() % 10 == 0;
    // With the end of the one before, which is noted and not written yet: nothing is awaited in between.
    journal_.write("launched " + what.key + (notification ? " note" : " call"));
    co_await one(what, notification);
  }
  journal_.commit();
  if (--running_ == 0) ended_.cancel();
}

asio::awaitable<void> caller::one(const job& what, bool notification) {
  std::string outcome;
  try {
    if (notification) {
      co_await client_.notify(note_job, what);
      outcome = "noted";
    } else {
      const job_result done = co_await client_.call(run_job, what);
      outcome = done.key == what.key ? "result" : "wrong_result of " + done.key;
    }
  } catch (...) {
    outcome = outcome_of_exception();
  }
  journal_.note("ended " + what.key + " " + outcome);
}

job caller::next_job() {
  const bool at_once = random_() % 4 == 0;
  const auto length = static_cast<std::int64_t>(1 + random_() % 20);
  return {settings_.name + "-" + std::to_string(++launched_), at_once ? 0 : length};
}

}  // namespace clamator::soak
