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

// Writes a request around params that the caller writes itself, straight into `out`:
// begin_request(), then the params' JSON, then end_request() or end_notification().
CLAMATOR_EXPORT void begin_request(buffer& out, std::string_view full_method);
CLAMATOR_EXPORT void end_request(buffer& out, const call_id& id);
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
  enum class state {
    valid,
    not_json,  // answer -32700
    invalid,   // JSON, but no request: answer -32600
  };

  state status = state::valid;
  std::string problem;      // what is wrong, where it is
  std::string_view id;      // the id as it stands in the text, quotes included; empty where there is none
  std::string full_method;  // empty until one was read

  method_name method() const noexcept { return split_method(full_method); }
  bool notification() const noexcept { return id.empty(); }
};

// Reads one request and hands its params to `target`: at most once, and `{}` where there are none. `target`
// may have been called also where the result is not valid. The id is recovered from text that is not JSON,
// too, where it can be (Python writes NaN, lone surrogates and duplicate keys).
CLAMATOR_EXPORT request_envelope parse_request(std::string_view text, unsigned max_depth,
                                               params_target& target);

}  // namespace clamator
