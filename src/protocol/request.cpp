#include <array>
#include <bitset>

#include <clamator/protocol/request.hpp>

#include "protocol/envelope_keys.hpp"
#include "protocol/id_recovery.hpp"
#include "protocol/version_member.hpp"

namespace clamator {
namespace {

using state = request_envelope::state;

// In the order in which all peers write them.
enum member : std::size_t { jsonrpc, method, params, id };
constexpr std::array<detail::envelope_key, 4> members_in_order{
    {{R"("jsonrpc":)"}, {R"("method":)"}, {R"("params":)"}, {R"("id":)"}}};

// One walk over a request's members.
class request_walk {
 public:
  request_walk(std::string_view text, unsigned max_depth, params_target& target)
      : in_(text, max_depth), max_depth_(max_depth), target_(target) {}

  request_envelope run() {
    switch (in_.peek()) {
      case json::token::object:
        members();
        break;
      case json::token::array:
        invalid("batch requests are not supported");
        in_.skip();
        break;
      default:
        invalid("a request is a JSON object");
        in_.skip();
    }
    if (!in_.finish()) return not_json();
    if (found_.status == state::valid) check();
    if (found_.status == state::valid) late_params();
    return std::move(found_);
  }

 private:
  void members() {
    in_.begin_object();
    detail::envelope_keys keys(members_in_order);
    std::size_t which = 0;
    while (keys.next(in_, which)) read(which);
  }

  void read(std::size_t which) {
    switch (which) {
      case jsonrpc:
        if (once(jsonrpc)) version_ = detail::read_version(in_);
        break;
      case method:
        if (once(method)) read_method();
        break;
      case params:
        if (once(params)) read_params();
        break;
      case id:
        if (once(id)) read_id();
        break;
      default:
        in_.skip();
    }
  }

  void read_method() {
    if (in_.peek() != json::token::string) {
      in_.skip();
      return invalid("method must be a string");
    }
    found_.full_method = in_.read_string();
    if (!found_.method().valid()) invalid("method must be \"<service>.<method>\" with valid names");
  }

  void read_params() {
    if (found_.status == state::valid && !found_.full_method.empty()) {
      taken_ = true;
      return target_.take(found_.method(), in_);
    }
    span_ = in_.skip();
  }

  void read_id() {
    const json::token kind = in_.peek();
    const std::string_view raw = in_.skip();
    if (kind == json::token::string || kind == json::token::number) {
      found_.id = raw;
    } else if (kind != json::token::null) {
      invalid("id must be a string or a number");
    }
  }

  // Params that stood before the method, or not at all.
  void late_params() {
    if (taken_) return;
    json::reader in(span_.empty() ? std::string_view("{}") : span_, max_depth_);
    target_.take(found_.method(), in);
  }

  void check() {
    if (!version_) return invalid("jsonrpc must be \"2.0\"");
    if (found_.full_method.empty()) invalid("method is missing");
  }

  // False, and the text is not JSON any more, where the member was there before.
  bool once(member which) {
    if (seen_[which]) in_.fail("duplicate key");
    seen_.set(which);
    return !in_.failed();
  }

  void invalid(const char* problem) {
    if (found_.status != state::valid) return;
    found_.status = state::invalid;
    found_.problem = problem;
  }

  request_envelope not_json() {
    found_.status = state::not_json;
    found_.problem = std::string(in_.error().message) + " at offset " + std::to_string(in_.error().offset);
    if (found_.id.empty()) found_.id = detail::recover_id(in_.text());
    return std::move(found_);
  }

  json::reader in_;
  unsigned max_depth_;
  params_target& target_;
  request_envelope found_;
  std::string_view span_;
  std::bitset<members_in_order.size()> seen_;
  bool version_ = false;
  bool taken_ = false;
};

}  // namespace

void begin_request(buffer& out, std::string_view full_method) {
  out.append(R"({"jsonrpc":"2.0","method":")");
  out.append(full_method);
  out.append(R"(","params":)");
}

void end_request(buffer& out, const call_id& id) {
  out.append(R"(,"id":")");
  id.write(out.reserve(call_id::text_size));
  out.commit(call_id::text_size);
  out.append("\"}");
}

void end_notification(buffer& out) {
  out.push_back('}');
}

request_envelope parse_request(std::string_view text, unsigned max_depth, params_target& target) {
  return request_walk(text, max_depth, target).run();
}

}  // namespace clamator
