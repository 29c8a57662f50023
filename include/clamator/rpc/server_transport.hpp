// What brings requests to a server and takes its replies back. Implement it to run clamator over something
// else than Redis or memory; the server then does the rest: validation, handlers, order, concurrency,
// draining. examples/custom_transport shows one, and tests/conformance is the suite that each must pass.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/delivery.hpp>
#include <clamator/rpc/health.hpp>
#include <clamator/rpc/service.hpp>

namespace clamator {

// A service as its transport sees it.
struct service_info {
  std::string name;         // on the wire
  service_options options;  // how many of its requests may run at the same time
};

// How busy a service is.
struct service_load {
  std::size_t queued = 0;   // delivered and not begun
  std::size_t running = 0;  // in a handler
};

// Why a handler that runs is cancelled.
enum class cancel_reason {
  unawaited,  // nobody waits for its reply; that is handed over all the same
  lost,  // another server has the request now: unless the handler has a result all the same, it is given up
};

// What a transport tells its server. Any thread. `service` is an index into services().
class CLAMATOR_EXPORT server_sink {
 public:
  // All that are registered; it does not change any more.
  virtual std::span<const service_info> services() const noexcept = 0;

  // Hands a request over. It runs when those delivered before it allow.
  virtual void deliver(std::size_t service, std::unique_ptr<delivery> request) = 0;

  // How many requests wait and run at this moment.
  virtual service_load load(std::size_t service) const = 0;

  // Whether whoever has `waiter` is a handler of the service that runs, and the only one that may run at a
  // time.
  virtual bool sole_handler(std::size_t service, const asio::cancellation_slot& waiter) const = 0;

  // Takes back all requests that were not begun, oldest first.
  virtual std::vector<std::unique_ptr<delivery>> take_back(std::size_t service) = 0;

  // Takes back one that was not begun; null where it has begun or is not known.
  virtual std::unique_ptr<delivery> take_back(std::size_t service, const queue_place& which) = 0;

  // Emits the cancellation signal of the handler that runs this request, where one does.
  virtual void cancel(std::size_t service, const queue_place& which, cancel_reason why) = 0;

  // Calls `changed` each time that a service's load has become smaller. Set before the first deliver().
  virtual void on_load_dropped(std::size_t service, std::function<void()> changed) = 0;

 protected:
  ~server_sink() = default;
};

// Where requests come from, and where replies go.
class CLAMATOR_EXPORT server_transport {
 public:
  virtual ~server_transport() = default;

  // Connects and begins to deliver requests for all of the sink's services. `sink` outlives the transport's
  // last use of it, which is the end of stop(); deliveries may finish even later. Throws
  // transport_error(connect_failed) or usage_error.
  virtual asio::awaitable<void> start(asio::any_io_executor strand, server_sink& sink) = 0;

  // The server was stopped, or destroyed, while start() runs: let that end soon, in whatever way. stop() is
  // called when it has. Where this is left as it is, they wait for start().
  virtual void abandon_start() {}

  // Delivers nothing more, and gives back to the outside what the sink has not begun. Replies still go out.
  // Not called where start() failed.
  virtual asio::awaitable<void> stop_intake() = 0;

  // Sends what has finished, ends all that start() began, and disconnects. Called once, also after a start()
  // that failed.
  virtual asio::awaitable<void> stop() = 0;

  // Adds what it knows of its connections and loops to how its server fares, whose services are there
  // already, in their order. Any thread, between start()'s begin and stop()'s end; returns at once.
  virtual void add_health(server_health& now) const { static_cast<void>(now); }
};

}  // namespace clamator
