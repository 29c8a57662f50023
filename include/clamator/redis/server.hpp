// A server of services behind Redis.
//
//   clamator::redis::server server{executor, {.key_prefix = "my-app"}};
//   server.register_service(arith_contract, std::make_shared<Arith>());
//   co_await server.start();
//   ...
//   co_await server.stop();
//
// Servers with the same key_prefix share a service's requests: each goes to one of them, C++, Python and
// TypeScript alike. A request whose server died is handed to another after consumer_claim_idle, so handlers
// must bear running twice. While a server lives and reaches Redis it keeps what it has read, however long
// that takes: a thread of its own renews its leases, so that even a handler that blocks the executor does not
// lose them.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include <clamator/export.hpp>
#include <clamator/redis/connection.hpp>
#include <clamator/rpc/observer.hpp>
#include <clamator/rpc/server.hpp>

namespace clamator::redis {

// What a server over Redis may be told; only key_prefix must be.
struct server_options {
  // Begins the names of all keys; required. The clients' must be the same.
  std::string key_prefix = {};
  // Of the connections that the server makes; with an injected connection that one's count.
  connection_options connection = {};
  // Names this server within the pool; a UUID where empty. No two living servers may have the same.
  std::string instance_id = {};
  // A request that nobody has renewed for this long is another server's to take. The same for all servers of
  // a pool; not below 100 ms.
  std::chrono::milliseconds consumer_claim_idle{60'000};
  // Replies that a client's stream holds at least, before the oldest go.
  std::size_t reply_stream_maxlen = 1024;
  // What has been silent in Redis for this long is removed: consumers of servers, with nothing pending, and
  // clients' reply streams. Who lives all the same loses nothing by that. The same for all servers of a pool;
  // not below 1 s.
  std::chrono::milliseconds cleanup_after{3'600'000};
  // How long stop() waits for running handlers; 0 or more.
  std::chrono::milliseconds shutdown_grace{5'000};
  // Where a service has no group yet: begin at what comes from now on, as the peers do, and not at what
  // waits.
  bool new_entries_only = false;
  // Nesting of JSON that is read; 5 to 1000.
  unsigned max_depth = 256;
  // Of one reply, with its envelope; 1024 or more, and not more than Redis's proto-max-bulk-len, over which
  // it breaks the connection. A handler's that is larger is answered as an internal error.
  std::size_t max_message_bytes = std::size_t{512} << 20;
  // Gets what goes wrong and how it was mended; silent where empty.
  log_sink log = {};
  // Is told what happens, where there is one; see <clamator/rpc/observer.hpp>. A shared connection has its
  // own.
  std::shared_ptr<clamator::observer> observer = {};
};

// See clamator::server for what it does.
class CLAMATOR_EXPORT server : public clamator::server {
 public:
  // A server with connections of its own. Throws usage_error for an option out of range.
  server(const asio::any_io_executor& executor, server_options options);
  // The same, but its commands go through `shared`, which stop() leaves open.
  server(const asio::any_io_executor& executor, const connection& shared, server_options options);

 private:
  server(const asio::any_io_executor& executor, std::shared_ptr<detail::connection_core> shared,
         const server_options& options);
};

}  // namespace clamator::redis
