// What happens inside clients and servers, for whoever wants to count, measure or trace it.
//
//   const auto counts = std::make_shared<clamator::counting_observer>();
//   clamator::redis::server server{executor, {.key_prefix = "my-app", .observer = counts}};
//   ...
//   std::cout << counts->text();
//
// Without one nothing is looked at but whether there is one. docs/observability.md has a table of the events,
// and shows the way to Prometheus and OpenTelemetry.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include <clamator/export.hpp>

namespace clamator {

// What may happen: each stage of a call at both sides, each fault that is survived, each repair.
enum class event : unsigned char {
  // At a client, of a call or notification. Each that is begun ends as one of completed, answered, failed and
  // cancelled, which have the time since then.
  call_begun,       // it was made
  call_sent,        // the transport took it
  call_completed,   // it ended with a result, or as a notification that is where servers find it
  call_answered,    // it ended with an rpc_error; the reason is its code
  call_failed,      // it ended with an error of this side; the reason is that one's code
  call_cancelled,   // its caller cancelled it
  call_withdrawn,   // no server had it, and none will
  call_doubtful,    // its connection broke around its sending
  call_sent_again,  // it may not have arrived
  reply_unclaimed,  // a reply came that nobody waits for, or waits for any more

  // At a server, of a request.
  request_received,       // it came to a service, which is to run it
  request_taken_over,     // it was another server's before, or was left behind by this one's past
  request_repeated,       // it came again while it was here, or had been finished here: it does not run twice
  request_begun,          // its handler runs
  request_finished,       // its handler has run, for so long
  request_failed,         // its handler threw, said no or broke its contract, or it was refused before
  request_expired,        // its caller's time was over before it began: it was acknowledged, unbegun
  request_cancelled,      // its caller does not wait any more: it was dropped, or its handler told
  request_given_back,     // a stop came before it began
  request_given_up,       // it will not be finished here
  request_lost,           // another server has it
  request_deleted,        // somebody deleted it from the stream before it was handled
  request_dead_lettered,  // nobody can handle it: it is among the dead letters
  dead_letter_refused,    // it could not be kept there
  reply_dropped,          // its reply cannot be written, for good

  // At a server, of what it writes to Redis, and of its repairs.
  completion_refused,    // Redis refused a transaction of replies, which goes again or is taken apart
  completion_repeated,   // a transaction may not have come through, and goes again
  completion_abandoned,  // a stop could not wait for it: its request runs again elsewhere
  leases_not_renewed,    // renewing failed, and is tried again soon
  read_late,             // an answer to a read was so old that others may have its requests: Redis is asked
  group_repaired,        // the consumer group was lost and is made again
  group_unrepaired,      // it was lost and could not be made again
  stream_begun_anew,     // a new stream has ids of the old one: its group begins at its beginning
  stream_trimmed,        // so many finished entries were removed
  keeper_elected,        // this server tidies up for its service from now on
  consumer_removed,      // so many, of servers that are gone
  reply_stream_removed,  // so many, of clients that are gone

  // At either, of a connection and of what Redis says.
  connection_made,
  connection_lost,    // one that was there
  connection_failed,  // an attempt to make one
  redis_refused,      // Redis answered with an error; the subject is its code, "OOM" or "NOPERM"
};

// How many there are.
inline constexpr std::size_t event_count = static_cast<std::size_t>(event::redis_refused) + 1;

// The enumerator's name.
CLAMATOR_EXPORT std::string_view to_string(event what) noexcept;

// One event. The views are valid during the call that tells it only.
struct occurrence {
  // Which it is.
  event what = event::call_begun;
  // The service's name; empty where it is of none in particular, such as a connection.
  std::string_view service = {};
  // The method, the entry's id, the reply stream, the connection's address, or Redis's error code, where
  // there is one; see the table in docs/observability.md.
  std::string_view subject = {};
  // Why, where there is a why: an error's code, or a text.
  std::string_view reason = {};
  // How often, where several are told of at a time.
  std::uint64_t times = 1;
  // How long, of what ends a call or a handler: by the steady clock, from its begin.
  std::chrono::nanoseconds took{0};
};

static_assert(std::is_trivially_copyable_v<occurrence>);

// Derive from it to see what happens, and give it to the options of any number of clients and servers, which
// keep it for as long as anything of them runs.
class CLAMATOR_EXPORT observer {
 public:
  observer() = default;
  observer(const observer&) = delete;
  observer& operator=(const observer&) = delete;
  virtual ~observer() = default;

  // It happened. Called on whatever thread it happens on (the executors', and one of each server's own for
  // leases), from several at once, in the middle of the work and partly under locks. So it must be quick,
  // must not wait, must not throw, and must not call the client or server. Events of one call come in their
  // order as a rule; sent may come behind what the other side did meanwhile.
  virtual void happened(const occurrence& what) noexcept = 0;
};

// Counts. Any thread.
class CLAMATOR_EXPORT counting_observer final : public observer {
 public:
  void happened(const occurrence& what) noexcept override;

  // How often it happened so far.
  std::uint64_t count(event what) const noexcept;
  // A line for each that happened, in the order above: "request_begun 12".
  std::string text() const;

 private:
  std::array<std::atomic<std::uint64_t>, event_count> counts_{};
};

}  // namespace clamator
