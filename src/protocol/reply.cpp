#include <array>
#include <bitset>

#include <clamator/protocol/codec.hpp>
#include <clamator/protocol/reply.hpp>

#include "protocol/envelope_keys.hpp"
#include "protocol/id_recovery.hpp"
#include "protocol/version_member.hpp"

namespace clamator {
namespace {

using state = reply_envelope::state;

// In the order in which all peers write them, with one of the last two.
enum member : std::size_t { jsonrpc, id, result, error };
constexpr std::array<detail::envelope_key, 4> members_in_order{
    {{R"("jsonrpc":)"}, {R"("id":)"}, {R"("result":)"}, {R"("error":)"}}};

std::optional<call_id> id_from_raw(std::string_view raw) noexcept {
  if (raw.size() < 2 || raw.front() != '"') return std::nullopt;
  return call_id::parse(raw.substr(1, raw.size() - 2));
}

// One walk over a reply's members.
class reply_walk {
 public:
  reply_walk(std::string_view text, unsigned max_depth, result_target& target)
      : in_(text, max_depth), max_depth_(max_depth), target_(target) {}

  reply_envelope run() {
    if (in_.peek() != json::token::object) return unreadable("a reply is a JSON object");
    in_.begin_object();
    detail::envelope_keys keys(members_in_order);
    std::size_t which = 0;
    while (keys.next(in_, which)) {
      read(which);
      if (foreign_) return std::move(found_);
    }
    if (!in_.finish()) return not_json();
    if (!found_.id || !expected_) return std::move(found_);
    conclude();
    return std::move(found_);
  }

 private:
  void read(std::size_t which) {
    switch (which) {
      case jsonrpc:
        if (once(jsonrpc)) version_ = detail::read_version(in_);
        break;
      case id:
        if (once(id)) read_id();
        break;
      case result:
        if (once(result)) read_result();
        break;
      case error:
        if (once(error)) read_error();
        break;
      default:
        in_.skip();
    }
  }

  void read_id() {
    const std::string_view raw = in_.skip();
    if (in_.failed()) return;
    found_.id = id_from_raw(raw);
    expected_ = found_.id && target_.expects(*found_.id);
    foreign_ = !expected_;
  }

  void read_result() {
    if (expected_) {
      target_.take(in_);
    } else {
      span_ = in_.skip();
    }
  }

  void read_error() {
    if (in_.peek() != json::token::object) {
      in_.skip();
      return problem("error must be an object");
    }
    in_.begin_object();
    std::string_view key;
    bool code = false;
    bool message = false;
    issue_list issues;
    while (in_.next_key(key)) {
      if (key == "code") {
        code = true;
        decode(in_, found_.code, issues);
      } else if (key == "message") {
        message = true;
        decode(in_, found_.message, issues);
      } else if (key == "data") {
        decode(in_, found_.data, issues);
      } else {
        in_.skip();
      }
    }
    if (!code || !message || !issues.empty()) problem("error must have an integer code and a string message");
  }

  void conclude() {
    if (!version_) {
      problem("jsonrpc must be \"2.0\"");
    } else if (seen_[result] == seen_[error]) {
      problem("a reply has either a result or an error");
    }
    if (!found_.problem.empty()) {
      found_.status = state::malformed;
    } else if (seen_[error]) {
      found_.status = state::error;
    } else {
      found_.status = state::result;
      late_result();
    }
  }

  void late_result() {
    if (span_.empty()) return;
    json::reader in(span_, max_depth_);
    target_.take(in);
  }

  // False, and the text is not JSON any more, where the member was there before.
  bool once(member which) {
    if (seen_[which]) in_.fail("duplicate key");
    seen_.set(which);
    return !in_.failed();
  }

  void problem(const char* text) {
    if (found_.problem.empty()) found_.problem = text;
  }

  reply_envelope not_json() {
    return unreadable(std::string(in_.error().message) + " at offset " + std::to_string(in_.error().offset));
  }

  reply_envelope unreadable(std::string why) {
    if (!found_.id) {
      found_.id = id_from_raw(detail::recover_id(in_.text()));
      expected_ = found_.id && target_.expects(*found_.id);
    }
    found_.status = expected_ ? state::malformed : state::unexpected;
    found_.problem = std::move(why);
    return std::move(found_);
  }

  json::reader in_;
  unsigned max_depth_;
  result_target& target_;
  reply_envelope found_;
  std::string_view span_;
  std::bitset<members_in_order.size()> seen_;
  bool version_ = false;
  bool expected_ = false;
  bool foreign_ = false;
};

}  // namespace

void begin_result(buffer& out, std::string_view id) {
  out.append(R"({"jsonrpc":"2.0","id":)");
  out.append(id);
  out.append(R"(,"result":)");
}

void end_result(buffer& out) {
  out.push_back('}');
}

void write_error(buffer& out, std::string_view id, std::int64_t code, std::string_view message,
                 const boost::json::value& data) {
  out.append(R"({"jsonrpc":"2.0","id":)");
  out.append(id.empty() ? std::string_view("null") : id);
  out.append(R"(,"error":{"code":)");
  json::writer writer(out);
  issue_list issues;
  encode(writer, code, issues);
  out.append(R"(,"message":)");
  const std::size_t message_at = out.size();
  json::writer message_writer(out);
  encode(message_writer, std::string(message), issues);
  if (!issues.empty()) {
    out.truncate(message_at);
    out.append("\"(a message that is not valid UTF-8)\"");
    issues.clear();
  }
  out.append(R"(,"data":)");
  const std::size_t data_at = out.size();
  json::writer data_writer(out);
  encode(data_writer, data, issues);
  if (!issues.empty()) {
    out.truncate(data_at);
    out.append("null");
  }
  out.append("}}");
}

reply_envelope parse_reply(std::string_view text, unsigned max_depth, result_target& target) {
  return reply_walk(text, max_depth, target).run();
}

}  // namespace clamator
