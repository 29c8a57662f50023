// A server for clients in the same process: for tests, and for services that are sometimes embedded.
#pragma once

#include <chrono>
#include <memory>

#include <clamator/export.hpp>
#include <clamator/memory/bus.hpp>
#include <clamator/rpc/observer.hpp>
#include <clamator/rpc/server.hpp>

namespace clamator::memory {

// What a server in memory may be told.
struct server_options {
  std::chrono::milliseconds shutdown_grace{5'000};    // how long stop() waits for running handlers, 0 or more
  unsigned max_depth = 256;                           // nesting of JSON that is read; 5 to 1000
  log_sink log = {};                                  // gets what goes wrong; silent where empty
  std::shared_ptr<clamator::observer> observer = {};  // is told what happens, where there is one
};

// See clamator::server for what it does. start() fails with usage_error where another server of the bus has a
// service of the same name; stop() ends requests that were not begun with transport_errc::refused at their
// clients.
class CLAMATOR_EXPORT server : public clamator::server {
 public:
  // A server for the clients of `which`, of which it keeps a copy. Throws usage_error for an option out of
  // range.
  server(const asio::any_io_executor& executor, const bus& which, server_options options = {});
};

}  // namespace clamator::memory
