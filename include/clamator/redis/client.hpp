// A client of services behind Redis.
//
//   clamator::redis::client client{executor, {.key_prefix = "my-app"}};
//   co_await client.start();
//   AddResult sum = co_await client.call(add, {2, 3}, {.timeout = 3s});
//   co_await client.stop();
//
// Make one for a program's life, not one for each call: it owns a stream for its replies, a connection for
// its commands and one for reading. Any number of services may be called through it.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include <clamator/export.hpp>
#include <clamator/redis/connection.hpp>
#include <clamator/rpc/client.hpp>
#include <clamator/rpc/observer.hpp>

namespace clamator::redis {

// What a client over Redis may be told; only key_prefix must be.
struct client_options {
  // Begins the names of all keys; required. The servers' must be the same.
  std::string key_prefix = {};
  // Of the connections that the client makes; with an injected connection that one's count.
  connection_options connection = {};
  // Of calls that give none; more than 0.
  std::chrono::milliseconds default_timeout{30'000};
  // Names the reply stream; a UUID where empty. No two living clients may have the same.
  std::string instance_id = {};
  // What handlers see as call_context::caller(). Not one of the words "type", "envelope", "reply-to".
  std::string name = {};
  // Further calls wait, under their own timeout. More than the reply_stream_maxlen of the servers (1024 by
  // default) loses replies when the client falls behind.
  std::size_t max_in_flight = 1024;
  // Nesting of JSON that is read; 5 to 1000.
  unsigned max_depth = 256;
  // Of one request, with its envelope; 1024 or more, and not more than Redis's proto-max-bulk-len, over which
  // it breaks the connection. Calls with more fail before they are sent.
  std::size_t max_message_bytes = std::size_t{512} << 20;
  // A message that may not have arrived when the connection broke is sent again when it is back, and not
  // twice if it had arrived: its call then ends as if nothing had been, where its time allows. Costs a field
  // in each request, and needs the right to CLIENT, EVAL, EVALSHA, TIME, XRANGE; without it such a call fails
  // with outcome_unknown, as it does by default.
  bool resend_on_disconnect = false;
  // While calls are in flight, and for this long since the last was sent or the last reply came, the client
  // keeps a thread of its executor from sleeping: it polls and yields instead. A single call takes a third of
  // the time then, for the price of that thread's CPU; 100 is a good value. 0: it sleeps. Not negative.
  std::chrono::microseconds busy_poll{0};
  // Gets what goes wrong and how it was mended; silent where empty.
  log_sink log = {};
  // Is told what happens, where there is one; see <clamator/rpc/observer.hpp>. A shared connection has its
  // own.
  std::shared_ptr<clamator::observer> observer = {};
};

// See clamator::client for what it does.
class CLAMATOR_EXPORT client : public clamator::client {
 public:
  // A client with connections of its own. Throws usage_error for an option out of range.
  client(const asio::any_io_executor& executor, client_options options);
  // The same, but its commands go through `shared`, which stop() leaves open.
  client(const asio::any_io_executor& executor, const connection& shared, client_options options);

 private:
  client(const asio::any_io_executor& executor, std::shared_ptr<detail::connection_core> shared,
         const client_options& options);
};

}  // namespace clamator::redis
