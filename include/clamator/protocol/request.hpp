// Requests as JSON-RPC 2.0 writes them:
// {"jsonrpc":"2.0","method":"<service>.<method>","params":...,"id":...}.
#pragma once

#include <string>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/buffer.hpp>
#include <clamator/protocol/call_id.hpp>
#include <clamator/protocol/json/reader.hpp>
#include <clamator/protocol/name.hpp>

namespace clamator {

// Begins a request, whose params the caller writes itself then, straight into `out`, and which end_request()
// or end_notification() ends. `full_method` is "<service>.<method>". These functions throw std::bad_alloc,
// and nothing else.
CLAMATOR_EXPORT void begin_request(buffer& out, std::string_view full_method);
// Ends a request that wants a reply.
CLAMATOR_EXPORT void end_request(buffer& out, const call_id& id);
// Ends one that wants none.
CLAMATOR_EXPORT void end_notification(buffer& out);

// Takes a request's params where they stand in the text, so that they are read in one pass.
class CLAMATOR_EXPORT params_target {
 public:
  // Must consume exactly one value from `in`. `method` is valid as a name, not necessarily known.
  virtual void take(const method_name& method, json::reader& in) = 0;

 protected:
  ~params_target() = default;
};

// What parse_request() found. The views point into the text that was parsed or into the object itself.
struct request_envelope {
  // Whether it is one.
  enum class state {
    valid,     // its params were handed over
    not_json,  // answer -32700
    invalid,   // JSON, but no request: answer -32600
  };

  state status = state::valid;  // and what to answer
  std::string problem;          // what is wrong, where it is
  std::string_view id;          // the id as it stands in the text, quotes included; empty where there is none
  std::string full_method;      // empty until one was read

  // Which method is wanted; views of full_method.
  method_name method() const noexcept { return split_method(full_method); }
  // Whether nobody waits for a reply.
  bool notification() const noexcept { return id.empty(); }
};

// Reads one request, which may nest `max_depth` deep, and hands its params to `target`: at most once, and
// `{}` where there are none. `target` may have been called also where the result is not valid. The id is
// recovered from text that is not JSON, too, where it can be (Python writes NaN, lone surrogates and
// duplicate keys).
CLAMATOR_EXPORT request_envelope parse_request(std::string_view text, unsigned max_depth,
                                               params_target& target);

}  // namespace clamator
