// A client of services in the same process.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include <clamator/export.hpp>
#include <clamator/memory/bus.hpp>
#include <clamator/rpc/client.hpp>
#include <clamator/rpc/observer.hpp>

namespace clamator::memory {

// What a client in memory may be told.
struct client_options {
  std::chrono::milliseconds default_timeout{30'000};  // of calls that give none, more than 0
  std::size_t max_in_flight = 1024;                   // further calls wait, under their own timeout
  std::string name = {};                              // what handlers see as call_context::caller()
  std::string instance_id = {};                       // a UUID where empty
  unsigned max_depth = 256;                           // nesting of JSON that is read; 5 to 1000
  log_sink log = {};                                  // gets what goes wrong; silent where empty
  std::shared_ptr<clamator::observer> observer = {};  // is told what happens, where there is one
};

// See clamator::client for what it does.
class CLAMATOR_EXPORT client : public clamator::client {
 public:
  // A client of the servers of `which`, of which it keeps a copy. Throws usage_error for an option out of
  // range.
  client(const asio::any_io_executor& executor, const bus& which, client_options options = {});
};

}  // namespace clamator::memory
