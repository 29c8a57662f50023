// One request on its way from a transport to a handler.
#pragma once

#include <cstddef>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/buffer.hpp>
#include <clamator/rpc/call_context.hpp>
#include <clamator/rpc/queue_place.hpp>

namespace clamator {

// A transport derives from it to remember where the answer goes. It is handed over with
// server_sink::deliver(); whoever holds it then either calls finish() or reject() once or gives it back
// unbegun through take_back().
class CLAMATOR_EXPORT delivery {
 public:
  virtual ~delivery() = default;

  // The handler has run, or the request was refused. `reply` is the whole reply envelope, valid during this
  // call only; empty where nothing is to be answered. Called on a thread of the server's executor. Where it
  // throws, for want of memory as a rule, it has done nothing: it is called once more, with an error for the
  // reply, and then given up, which is to say destroyed.
  virtual void finish(std::string_view reply) = 0;

  // The size of a reply envelope, in bytes, from which it is given to finish_large() instead of finish():
  // from here on keeping its memory is cheaper than a copy of it.
  static constexpr std::size_t large_reply = 64 * 1024;

  // The same as finish() for a reply of large_reply bytes or more, whose memory may be kept: `reply` is empty
  // then. Where it throws, `reply` is as it was.
  virtual void finish_large(buffer& reply) { finish(reply.view()); }

  // The same for a request that nobody can handle, or a notification that failed, of which no caller hears:
  // `reason` says why, for a person, and is valid during this call only. A transport that can keeps it aside;
  // where this is left as it is, it is finished like any other.
  virtual void reject(std::string_view reply, std::string_view reason) {
    static_cast<void>(reason);
    finish(reply);
  }

  queue_place place;  // what the transport takes it back or cancels it by
  // The request as it came, JSON. Like the views of `origin` it points to memory of the derived class, which
  // stays as it is for as long as this lives: one block for them all is one allocation a request.
  std::string_view envelope;
  request_origin origin;  // who sent it, and until when that one waits
};

}  // namespace clamator
