// Replies as JSON-RPC 2.0 writes them: {"jsonrpc":"2.0","id":...,"result":...} or with "error".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/buffer.hpp>
#include <clamator/protocol/call_id.hpp>
#include <clamator/protocol/json/reader.hpp>

namespace clamator {

// Begins a success, whose result the caller writes itself then. `id` is the request's, as it stood there.
// These functions throw std::bad_alloc, and nothing else.
CLAMATOR_EXPORT void begin_result(buffer& out, std::string_view id);
// Ends it, behind the result.
CLAMATOR_EXPORT void end_result(buffer& out);

// Writes a whole error reply; an empty `id` is written as null. A message or data that is not valid UTF-8 or
// not finite is replaced, so that the reply is JSON whatever a handler threw.
CLAMATOR_EXPORT void write_error(buffer& out, std::string_view id, std::int64_t code,
                                 std::string_view message, const boost::json::value& data);

// Takes a reply's result where it stands in the text.
class CLAMATOR_EXPORT result_target {
 public:
  // Whether somebody waits for this call. Where nobody does, the rest of the reply is not read.
  virtual bool expects(const call_id& id) = 0;
  // Must consume exactly one value from `in`; called after expects() said true, at most once.
  virtual void take(json::reader& in) = 0;

 protected:
  ~result_target() = default;
};

// What parse_reply() found.
struct reply_envelope {
  // What has become of it.
  enum class state {
    result,      // the target took it
    error,       // code, message and data are set
    unexpected,  // nobody waits for this id, or it is not one of ours
    malformed,   // somebody waits for this id, and the reply is not JSON or no valid reply
  };

  state status = state::unexpected;  // and which of the members below are set
  std::optional<call_id> id;         // whose reply it is, where it says so in a way of ours
  std::int64_t code = 0;             // for error: the other side's
  std::string message;               // for error: what went wrong
  boost::json::value data;           // for error: what else it says; null where nothing
  std::string problem;               // for malformed: what is wrong
};

// Reads one reply, which may nest `max_depth` deep, and hands its result to `target`. Where the text is not
// JSON its id is recovered if it can be.
CLAMATOR_EXPORT reply_envelope parse_reply(std::string_view text, unsigned max_depth, result_target& target);

}  // namespace clamator
