// What carries a client's requests. Implement it to run clamator over something else than Redis or memory;
// the client then does the rest: ids, timeouts, the bound on calls in flight, matching replies, validation.
// examples/custom_transport shows one, and tests/conformance is the suite that each must pass.
//
// All functions of both interfaces run on the executor that start() gets, which is a strand; a transport with
// threads of its own posts to it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/call_id.hpp>
#include <clamator/protocol/error.hpp>
#include <clamator/rpc/health.hpp>
#include <clamator/rpc/queue_place.hpp>

namespace clamator {

namespace asio = boost::asio;

// One message to be sent. The views are valid during send() only.
struct outgoing {
  call_id id;  // names the message in client_sink's functions; a request carries it in its envelope
  bool expects_reply = true;               // false for a notification
  std::string_view service;                // who it is for
  std::string_view envelope;               // the request, JSON
  std::chrono::milliseconds time_left{0};  // until the caller stops waiting
};

// What a transport tells its client. An id that is not known any more is ignored.
class CLAMATOR_EXPORT client_sink {
 public:
  // The message is where servers will find it, at `place` for the transport. Completes a notification.
  virtual void accepted(const call_id& id, const queue_place& place) = 0;
  // The same where the transport cannot withdraw it.
  void accepted(const call_id& id) { accepted(id, {}); }
  // An answer to withdraw(): no server had it, and none will.
  virtual void withdrawn(const call_id& id) = 0;
  // The other answer: a server has it, or had it.
  virtual void begun(const call_id& id) = 0;
  // The message was not taken and will not run; the call fails with transport_errc::refused.
  virtual void refused(const call_id& id, std::string_view reason) = 0;
  // The message surely did not leave. It is offered again after writable(), if its time allows.
  virtual void unsent(const call_id& id, std::string_view reason) = 0;
  // It is not known whether the message arrived. A call goes on waiting for its reply until its deadline, and
  // fails then with outcome_unknown; a notification fails so at once.
  virtual void doubtful(const call_id& id, std::string_view reason) = 0;
  // send() may succeed again.
  virtual void writable() = 0;
  // A reply came. Anybody's: what is not a reply to a call that is waiting is ignored. Throws std::bad_alloc
  // where there was not even the memory to see whose it is; the transport may offer it again.
  virtual void reply(std::string_view envelope) = 0;

 protected:
  ~client_sink() = default;
};

// The way there, and what comes back.
class CLAMATOR_EXPORT client_transport {
 public:
  virtual ~client_transport() = default;

  // Connects. `sink` outlives the transport's last use of it, which is the end of stop(). Throws
  // transport_error(connect_failed) or usage_error.
  virtual asio::awaitable<void> start(asio::any_io_executor strand, client_sink& sink) = 0;

  // The client was stopped, or destroyed, while start() runs: let that end soon, in whatever way. stop() is
  // called when it has. Where this is left as it is, they wait for start().
  virtual void abandon_start() {}

  // Ends all that start() began, and disconnects. Called once, also after a start() that failed. Until it
  // ends it may go on to tell the client what became of messages: a call that accepted() gives a place only
  // now is withdrawn, since its caller has been told that the client stopped.
  virtual asio::awaitable<void> stop() = 0;

  // Whether it is known for certain that a call to `service`, awaited by whoever has `waiter`, would wait for
  // itself: it comes from a handler of that service, and nobody else can run it. Any thread.
  virtual bool waits_for_itself(std::string_view /*service*/,
                                const asio::cancellation_slot& /*waiter*/) const {
    return false;
  }

  // Starts sending and returns at once. False: it cannot be sent now; writable() will be called when it can.
  // What it throws is what the call fails with.
  virtual bool send(const outgoing& message) = 0;

  // Sends messages again that doubtful() was said of, and makes no second one of any that arrived after all;
  // says accepted() or doubtful() of each. Called before send() when writable() was, and only where
  // client_settings ask for it. The views are valid during this call only.
  virtual void resend(const std::vector<outgoing>& messages) { static_cast<void>(messages); }

  // Nobody will wait for the reply to this message much longer: takes it back where no server has it, and
  // says withdrawn() or begun(), or nothing where neither can be known. With `cancel`, nobody waits any more,
  // and a server that has it is told to cancel it. Returns at once, throws nothing but std::bad_alloc. Called
  // for messages that accepted() gave a place.
  virtual void withdraw(const call_id& /*id*/, std::string_view /*service*/, const queue_place& /*place*/,
                        bool /*cancel*/) {}

  // Why send() says false, for the error of a call whose time ran out: "connect 127.0.0.1:6379: Connection
  // refused". Empty while connected.
  virtual std::string trouble() const = 0;

  // Adds what it knows of its connections and loops to how its client fares. Any thread, between start()'s
  // begin and stop()'s end; returns at once.
  virtual void add_health(client_health& now) const { static_cast<void>(now); }
};

}  // namespace clamator
