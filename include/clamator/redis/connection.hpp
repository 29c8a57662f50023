// A connection to Redis that clients and servers share, or that each makes for itself.
//
//   clamator::redis::connection shared{executor, {.url = "redis://localhost:6379/2"}};
//   clamator::redis::client orders{executor, shared, {.key_prefix = "orders"}};
//   clamator::redis::client billing{executor, shared, {.key_prefix = "billing"}};
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <boost/asio/any_io_executor.hpp>

#include <clamator/export.hpp>
#include <clamator/redis/tls_options.hpp>
#include <clamator/rpc/log.hpp>
#include <clamator/rpc/observer.hpp>

namespace clamator::redis {

namespace asio = boost::asio;

namespace detail {
class connection_core;
}

// Where Redis is, and how long to wait for it.
struct connection_options {
  // redis://[user][:password]@host[:port][/db], rediss:// for TLS, or unix://[user:password@]/path; where
  // empty $REDIS_URL, and where that is empty redis://localhost:6379. See <clamator/redis/url.hpp>.
  std::string url = {};
  // For rediss:// only, see there.
  tls_options tls = {};
  // What CLIENT LIST shows; where empty clamator-client- or clamator-server- and the instance id. Without
  // spaces, as Redis wants it.
  std::string client_name = {};
  // For resolving, connecting, TLS and logging in, together.
  std::chrono::milliseconds connect_timeout{5'000};
  // How long Redis may leave a command unanswered before the connection counts as broken; for a blocking
  // read, on top of the time that it may block.
  std::chrono::milliseconds command_timeout{10'000};
  // After so much silence TCP asks whether the other side is there; after twice that, without an answer, the
  // connection is broken. Whole seconds, at least 3. Where an answer is awaited command_timeout is sooner.
  std::chrono::milliseconds keepalive{15'000};
  // The first wait before connecting again. It doubles with each attempt that fails, and has a random part.
  std::chrono::milliseconds reconnect_min{50};
  // The longest one.
  std::chrono::milliseconds reconnect_max{2'000};
};

// A handle: copies are the same connection. Carries the commands of all who use it; each blocking read has a
// connection of its own, made from these options. Any thread. Connects when the first client or server that
// uses it starts (where that fails, the next one to start tries anew), and again whenever it breaks, until
// close().
class CLAMATOR_EXPORT connection {
 public:
  // Throws usage_error for a bad URL or an option out of range. `log` gets what happens to this connection,
  // and so does `watching`, where it is not null.
  connection(const asio::any_io_executor& executor, connection_options options = {}, log_sink log = {},
             std::shared_ptr<observer> watching = {});

  // Disconnects for good, in the background. Stop the clients and servers that use it before.
  void close();

  // For the transports.
  const std::shared_ptr<detail::connection_core>& core() const noexcept { return core_; }

 private:
  std::shared_ptr<detail::connection_core> core_;
};

}  // namespace clamator::redis
