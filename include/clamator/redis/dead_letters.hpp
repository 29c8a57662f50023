// The requests of one service that nobody could handle: to look at, to give back, to throw away.
//
//   clamator::redis::dead_letters letters{executor, {.key_prefix = "my-app"}, "arith"};
//   const std::vector<clamator::redis::dead_letter> found = co_await letters.list();
//   for (const auto& each : found) std::cout << each.id << ' ' << each.reason << '\n';
//   co_await letters.requeue_all();
//
// Servers keep a request as a dead letter that was begun service_options::max_attempts times and killed its
// server each time, that is no valid request, or that is a notification which failed. About the last 10,000
// of each service are kept.
#pragma once

#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/export.hpp>
#include <clamator/redis/connection.hpp>
#include <clamator/redis/detail/dead_letter_store.hpp>
#include <clamator/rpc/log.hpp>

namespace clamator::redis {

// Where dead letters are; only key_prefix must be given.
struct dead_letters_options {
  // Begins the names of all keys; required. The servers' must be the same.
  std::string key_prefix = {};
  // Of the connection that is made; with an injected connection that one's count.
  connection_options connection = {};
  // Gets what happens to that connection; silent where empty.
  log_sink log = {};
};

// A request that nobody could handle. Text that was not there is empty.
class dead_letter {
 public:
  dead_letter() = default;

  std::string id;         // names it among the dead letters, and tells its place: letters are in its order
  std::string entry;      // the request's id on the service's stream, "<milliseconds>-<n>"
  std::string reason;     // why nobody could handle it, for a person
  unsigned attempts = 0;  // how often it was begun
  std::string consumer;   // who had it last, "<service>:<server instance id>"
  std::chrono::system_clock::time_point time;  // when it was put aside, on Redis's clock
  std::string envelope;                        // the request as it came, JSON as a rule
  std::string reply_to;                        // the stream that its caller's answer went to
  std::string caller;                          // the caller's name
};

// The dead letters of one service. All functions may be called from any thread, but for those that move or
// destroy it. It connects with the first operation, and again whenever the connection breaks.
//
// Every operation takes any Asio completion token and completes with (std::exception_ptr, result), on the
// executor that the token has, or else on this object's; never inside the call that began it. It fails with
//
// - transport_error: connect_failed where Redis cannot be reached; refused where it forbids a command or
//   takes nothing for now, and nothing was changed; connection_lost where the answer will not come, so that
//   it may have been done; stopped after close()
// - usage_error: an id that no letter can have
//
// Cancelling one has no effect once it has begun; connect_timeout and command_timeout bound it. What it is
// given need not live on. What each changes, Redis does in one step.
//
// A list in braces does not compile within an expression that has co_await with g++ 12: name it first.
class CLAMATOR_EXPORT dead_letters {
 public:
  // With a connection of its own. Throws usage_error for an option out of range, a bad URL, or a name that no
  // service can have.
  dead_letters(const asio::any_io_executor& executor, dead_letters_options options, std::string_view service);
  // The same over `shared`, which stays open.
  dead_letters(const asio::any_io_executor& executor, const connection& shared, dead_letters_options options,
               std::string_view service);
  dead_letters(dead_letters&&) noexcept = default;
  dead_letters& operator=(dead_letters&&) = delete;
  // As close(). A moved-from object may only be destroyed.
  ~dead_letters();

  // Whose threads run completion handlers that have no executor of their own.
  const asio::any_io_executor& get_executor() const noexcept { return store_->executor(); }

  // Disconnects for good, in the background, where the connection is its own; what is under way fails.
  void close();

  // Up to `count` letters behind the one with the id `after`, oldest first; from the beginning where that is
  // empty. Fewer are all that there are. Completes with a std::vector<dead_letter>.
  template <class Token = asio::use_awaitable_t<>>
  auto list(std::string_view after = {}, std::size_t count = 100, Token&& token = Token()) const {
    return start<std::vector<dead_letter>, Token>(token, &detail::list_letters, std::string(after), count);
  }

  // Gives requests back to the servers: they are queued behind all others, their attempts begin anew, and the
  // letters are gone. Their callers have had their answer, and get no other; a request that fails again in
  // the same way is a dead letter again. Completes with how many they were: an id that is not there is none,
  // nor is a letter without anything to be queued.
  template <class Token = asio::use_awaitable_t<>>
  auto requeue(std::string_view id, Token&& token = Token()) const {
    return requeue(std::vector<std::string>{std::string(id)}, std::forward<Token>(token));
  }
  // The same for several.
  template <class Token = asio::use_awaitable_t<>>
  auto requeue(const std::vector<std::string>& ids, Token&& token = Token()) const {
    return start<std::size_t, Token>(token, &detail::requeue_letters, ids);
  }
  // The same for all that there are. Redis does nothing else meanwhile: some 50 ms for 10,000 small ones.
  template <class Token = asio::use_awaitable_t<>>
  auto requeue_all(Token&& token = Token()) const {
    return start<std::size_t, Token>(token, &detail::requeue_all_letters);
  }

  // Throws letters away. Completes with how many they were.
  template <class Token = asio::use_awaitable_t<>>
  auto erase(std::string_view id, Token&& token = Token()) const {
    return erase(std::vector<std::string>{std::string(id)}, std::forward<Token>(token));
  }
  // The same for several.
  template <class Token = asio::use_awaitable_t<>>
  auto erase(const std::vector<std::string>& ids, Token&& token = Token()) const {
    return start<std::size_t, Token>(token, &detail::erase_letters, ids);
  }
  // The same for all that there are.
  template <class Token = asio::use_awaitable_t<>>
  auto erase_all(Token&& token = Token()) const {
    return start<std::size_t, Token>(token, &detail::erase_all_letters);
  }

 private:
  dead_letters(const asio::any_io_executor& executor, std::shared_ptr<detail::connection_core> shared,
               dead_letters_options options, std::string_view service);

  template <class Result, class Token, class... Parameters>
  auto start(Token& token,
             asio::awaitable<Result> (*body)(std::shared_ptr<detail::dead_letter_store>, Parameters...),
             std::type_identity_t<Parameters>... args) const {
    return asio::async_initiate<Token, void(std::exception_ptr, Result)>(
        detail::launch_letters<Result, Parameters...>(body, store_, std::move(args)...), token);
  }

  std::shared_ptr<detail::dead_letter_store> store_;
};

}  // namespace clamator::redis
