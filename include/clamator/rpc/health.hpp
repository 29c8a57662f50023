// How a client or server fares, for a probe that asks from time to time.
//
//   const clamator::server_health now = server.health();
//   if (!now.healthy()) std::cerr << now.problem() << '\n';
//
// It is about progress: whether the loops hear from Redis, whether the executor runs what it is given,
// whether what has finished is confirmed. An open socket proves none of that, and an idle server is healthy.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <clamator/export.hpp>

namespace clamator {

// Where a client or server is between start() and stop().
enum class run_state {
  not_started,
  starting,      // start() has not completed
  running,       // it does its work
  reconnecting,  // the same, but a connection is not there
  stopping,      // stop() has not completed
  stopped,       // for good, also after a start() that failed
};

// The enumerator's name.
CLAMATOR_EXPORT std::string_view to_string(run_state state) noexcept;

// How long something may be wrong before a client or server counts as unhealthy: connections break and come
// back, and a busy machine makes everybody wait.
inline constexpr std::chrono::milliseconds health_patience{5'000};

// Something that is wrong at the moment.
struct trouble {
  trouble() = default;
  // From its two members.
  trouble(std::string what, std::chrono::milliseconds since) : text(std::move(what)), lasting(since) {}

  std::string text;                      // the cause: "connect 127.0.0.1:6379: Connection refused"
  std::chrono::milliseconds lasting{0};  // for how long
};

// What clients and servers have in common. A snapshot: it does not change, and belongs to whoever asked.
struct CLAMATOR_EXPORT health {
  health() = default;

  // Whether it runs, and nothing has been wrong for as long as `patience`; 0 ms for a strict judge.
  bool healthy(std::chrono::milliseconds patience = health_patience) const;
  // Why it is not healthy, for a person; empty where it is.
  std::string problem(std::chrono::milliseconds patience = health_patience) const;
  // Notes a trouble, for transports; one of the same text lasts for the longer time of the two.
  void add(std::string text, std::chrono::milliseconds lasting);

  // Where it is between start() and stop().
  run_state state = run_state::not_started;
  // Why it is in that state, where it is stopped by a start() that failed, or reconnecting.
  std::string reason;
  // All that is wrong at the moment, however short.
  std::vector<trouble> troubles;
  // How long the executor has not run what the last question gave it to run. Where nobody has asked before it
  // is 0: it takes a second question to see that the executor is blocked.
  std::chrono::milliseconds executor_silent{0};
};

// One service of a server.
struct service_health {
  service_health() = default;

  // The service's.
  std::string name;

  std::size_t queued = 0;     // requests that wait here
  std::size_t running = 0;    // requests whose handlers run
  std::size_t unsettled = 0;  // requests whose completions are not confirmed

  // Since its reading loop last heard from Redis, which it does each second unless it is too busy to read.
  // None where the transport has no such loop.
  std::optional<std::chrono::milliseconds> last_read;
  // Since the leases of all that it holds were last renewed, which is due each third of consumer_claim_idle.
  // None where the transport has no leases.
  std::optional<std::chrono::milliseconds> last_renewal;
};

// A server's.
struct CLAMATOR_EXPORT server_health : health {
  server_health() = default;
  // Some lines for a person or a page: the state, each service, each trouble.
  std::string text() const;

  std::vector<service_health> services;  // in the order in which they were registered
};

// A client's.
struct CLAMATOR_EXPORT client_health : health {
  client_health() = default;
  // Some lines for a person or a page: the state, its calls, each trouble.
  std::string text() const;

  std::size_t in_flight = 0;  // calls that have a place under max_in_flight
  std::size_t waiting = 0;    // calls that wait for one

  // Since its reply loop last heard from Redis, which it does each second. None where the transport has no
  // such loop.
  std::optional<std::chrono::milliseconds> last_read;
};

}  // namespace clamator
