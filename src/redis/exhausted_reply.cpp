#include "redis/exhausted_reply.hpp"

#include <boost/json/value.hpp>

#include <clamator/protocol/buffer.hpp>
#include <clamator/protocol/error.hpp>
#include <clamator/protocol/reply.hpp>
#include <clamator/protocol/request.hpp>

namespace clamator::redis::detail {
namespace {

class no_params final : public params_target {
 public:
  void take(const method_name&, json::reader& in) override { in.skip(); }
};

}  // namespace

std::string exhausted_reply(std::string_view envelope, unsigned attempts) {
  no_params nowhere;
  const request_envelope request = parse_request(envelope, json::default_depth, nowhere);
  if (request.notification()) return {};
  buffer out;
  write_error(out, request.id, error_code::attempts_exhausted, "Delivery attempts exhausted",
              {{"attempts", attempts}});
  return std::string(out.view());
}

}  // namespace clamator::redis::detail
