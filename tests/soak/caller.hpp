// Makes a client's calls, a window of them at a time, and writes down how each ended.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <clamator/rpc/client.hpp>

#include "soak/job.hpp"
#include "soak/journal.hpp"

namespace clamator::soak {

namespace asio = boost::asio;

struct caller_settings {
  std::string name;
  std::filesystem::path journal;
  std::size_t window;
  std::int64_t long_ms;  // how long handlers of run_long_job take
};

// On the client's executor, which has one thread. The client must outlive it.
class caller {
 public:
  // `seed` chooses what is called: every tenth a notification, a quarter of handlers that answer at once, the
  // others taking up to 20 ms, and one of 200 a long one.
  caller(client& through, const caller_settings& settings, std::uint64_t seed);

  // Completes when `count` more calls have ended.
  asio::awaitable<void> run(std::size_t count);

 private:
  asio::awaitable<void> keep_calling();
  asio::awaitable<void> one(const job& what, const method<job, job_result>& which);
  asio::awaitable<void> note(const job& what);
  job next_job(bool is_long);

  client& client_;
  caller_settings settings_;
  std::mt19937_64 random_;
  journal journal_;
  asio::steady_timer ended_;
  std::size_t launched_ = 0;
  std::size_t left_ = 0;
  std::size_t running_ = 0;
};

}  // namespace clamator::soak
