// One call of a client, from its launch to its end.
#pragma once

#include <chrono>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include <boost/intrusive/list.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/buffer.hpp>
#include <clamator/protocol/call_id.hpp>
#include <clamator/protocol/json/reader.hpp>
#include <clamator/protocol/name.hpp>
#include <clamator/protocol/recycled_memory.hpp>
#include <clamator/rpc/detail/timer_wheel.hpp>
#include <clamator/rpc/queue_place.hpp>

namespace clamator::detail {

// A call that is encoded and not begun: everything but who waits for it.
struct prepared_call {
  prepared_call() = default;
  prepared_call(prepared_call&&) = default;
  prepared_call& operator=(prepared_call&&) = default;

  call_id id;
  bool expects_reply = true;
  std::string full_method;
  buffer envelope;
  std::chrono::milliseconds timeout{0};
  std::exception_ptr problem;  // set where the call cannot be sent at all: it ends with this
};

enum class call_state {
  waiting,    // for a place under the bound on calls in flight
  unsent,     // has a place; the transport has not taken it
  sent,       // the transport has it
  accepted,   // it is where servers find it
  begun,      // a server has it
  withdrawn,  // it was there, and no server will find it any more
  doubtful,   // it may be there
};

class CLAMATOR_EXPORT call_record
    : public recycled,
      public timer_wheel::node,
      public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
 public:
  explicit call_record(prepared_call prepared) : call(std::move(prepared)) {}
  call_record(const call_record&) = delete;
  call_record& operator=(const call_record&) = delete;
  virtual ~call_record() = default;

  // Reads a result that fits or does not; which of both, complete() tells the caller.
  virtual void decode_result(json::reader& in) = 0;
  // Whether what was read fits.
  virtual bool result_fits() const noexcept { return true; }

  // Ends the call for its caller: with the result where `problem` is null. Once.
  virtual void complete(std::exception_ptr problem) = 0;

  std::string_view service() const noexcept { return split_method(call.full_method).service; }

  prepared_call call;
  call_state state = call_state::waiting;
  // When it ends. The wheel's own deadline is earlier at first, to withdraw it in time.
  time_point due{};
  queue_place place;  // where it was accepted
  // The caller has gone; only the place is still taken, until the reply, the deadline or the end.
  bool abandoned = false;
  std::uint64_t sequence = 0;
  unsigned resends = 0;
  std::string doubt;  // why it is doubtful
};

}  // namespace clamator::detail
