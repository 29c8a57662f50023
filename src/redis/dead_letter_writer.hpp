// Keeps what nobody could handle: a dead letter, the answer to its caller, and the acknowledgement, in one
// step.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include "redis/command.hpp"
#include "redis/connection_core.hpp"
#include "redis/lane_settings.hpp"
#include "redis/lasting_problem.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

// A request that nobody could handle.
struct rejected_request {
  stream_id id;
  std::string reason;
  unsigned attempts = 1;
  std::string consumer;  // who had it last
  std::string reply_to;  // empty: nothing is answered
  std::string reply;
};

// Lives on `strand`, but for what says otherwise. One at a time, each as often as it takes Redis to answer: a
// second run finds it acknowledged, and makes no second letter.
class dead_letter_writer final : public std::enable_shared_from_this<dead_letter_writer> {
 public:
  // What has become of one.
  enum class fate {
    settled,  // it is acknowledged
    left,     // it was not pending: somebody else has acknowledged it, or its group is lost
    refused,  // it cannot be kept: to be answered and acknowledged all the same
  };
  using listener = std::function<void(const rejected_request& request, fate what)>;

  dead_letter_writer(std::shared_ptr<connection_core> connection, const asio::any_io_executor& strand,
                     lane_settings settings, listener done);

  // Any thread. Where it throws, it has done nothing.
  void add(rejected_request request);
  // How many of those that were added are not known to be in Redis. Any thread.
  std::size_t unsettled() const;
  bool empty() const { return unsettled() == 0; }
  // Called on the strand each time that it becomes empty.
  void on_empty(std::function<void()> empty) { empty_ = std::move(empty); }
  // Gives up on what is left.
  void close();
  // Adds that Redis refuses them. Any thread.
  void add_health(health& now) const;

 private:
  static asio::awaitable<void> write_all(std::shared_ptr<dead_letter_writer> self);
  // The oldest; null where there is none, and who adds another begins to write again.
  const rejected_request* next();
  asio::awaitable<void> write(const rejected_request& request);
  asio::awaitable<answer> keep(const rejected_request& request);
  // Both false where it has to be tried again; else the request is gone.
  bool settle(const rejected_request& request, const answer& kept, bool in_doubt);
  bool refuse(const rejected_request& request, const std::string& error);
  void conclude(fate what);
  void say(log_level level, const std::string& text) const;
  void note(event what, std::string_view subject, std::string_view reason) const;

  const std::shared_ptr<connection_core> connection_;
  const lane_settings settings_;
  const listener done_;
  std::function<void()> empty_;
  asio::steady_timer pause_;
  lasting_problem refusal_;  // why Redis takes none for now
  bool closed_ = false;

  mutable std::mutex mutex_;  // of the next two
  std::list<rejected_request> waiting_;
  bool writing_ = false;
};

}  // namespace clamator::redis::detail
