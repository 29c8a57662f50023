// Reply envelopes: what they are is what JSON-RPC says; one that is broken fails its own call and no other.
#include <nlohmann/json.hpp>

#include <clamator/protocol/codec.hpp>
#include <clamator/protocol/reply.hpp>

#include "target.hpp"

namespace clamator::fuzz {
namespace {

constexpr unsigned depth = 20;

// Somebody waits for every id that is even.
bool awaited(const call_id& id) {
  return (id.low & 1) == 0;
}

class kept_result final : public result_target {
 public:
  bool expects(const call_id& id) override {
    ++asked;
    last = id;
    return awaited(id);
  }
  void take(json::reader& in) override {
    ++taken;
    issue_list issues;
    decode(in, result, issues);
  }

  int asked = 0;
  int taken = 0;
  call_id last;
  boost::json::value result;
};

// What JSON-RPC says of a reply to one of our calls; malformed where it is none.
reply_envelope::state state_of(const nlohmann::json& reply) {
  const auto version = reply.find("jsonrpc");
  const bool result = reply.contains("result");
  if (version == reply.end() || *version != "2.0" || result == reply.contains("error"))
    return reply_envelope::state::malformed;
  if (result) return reply_envelope::state::result;
  const nlohmann::json& error = reply.at("error");
  const bool whole = error.is_object() && error.contains("code") && error["code"].is_number_integer() &&
                     error.contains("message") && error["message"].is_string();
  return whole ? reply_envelope::state::error : reply_envelope::state::malformed;
}

void check_written(const reply_envelope& error) {
  buffer text;
  const std::string id = '"' + error.id->text() + '"';
  write_error(text, id, error.code, error.message, error.data);
  kept_result kept;
  const reply_envelope again = parse_reply(text.view(), depth + 2, kept);
  require(again.status == reply_envelope::state::error, "an error that we write is one");
  require(again.code == error.code && again.message == error.message, "with its code and message");
  require(to_json(again.data) == to_json(error.data), "and its data");
}

// Against nlohmann, which takes the last of duplicate keys and has but one kind of number.
void compare(std::string_view text, const reply_envelope& found) {
  const nlohmann::json theirs = nlohmann::json::parse(text, nullptr, false);
  if (theirs.is_discarded()) return;
  if (found.problem.starts_with("duplicate key")) return;
  if (found.problem == "error must have an integer code and a string message") return;
  if (found.status == reply_envelope::state::error && !theirs.at("error").at("code").is_number_integer())
    return;
  require(state_of(theirs) == found.status, "a reply is what JSON-RPC says");
}

}  // namespace

void reply_target(std::string_view input) {
  using state = reply_envelope::state;
  const std::vector<char> bytes(input.begin(), input.end());
  const std::string_view text(bytes.data(), bytes.size());
  kept_result kept;
  const reply_envelope found = parse_reply(text, depth, kept);
  require(kept.asked <= 2 && kept.taken <= 1, "a call is asked for and given its result once");
  require(kept.taken == 0 || awaited(kept.last), "a result is given to who waits for it");
  require((found.status == state::malformed) == (!found.problem.empty() && found.status != state::unexpected),
          "what is malformed has a problem, and nothing else");
  if (found.status == state::unexpected) return;
  require(found.id && awaited(*found.id), "who is told waits");
  require(found.status != state::result || kept.taken == 1, "a result is taken");
  if (found.status == state::error) check_written(found);
  json::reader in(text, depth);
  in.skip();
  if (in.finish()) compare(text, found);
}

}  // namespace clamator::fuzz
