// Request envelopes: what is valid is what JSON-RPC says, and whatever comes in, the answer to it is JSON
// with the request's own id.
#include <nlohmann/json.hpp>

#include <clamator/protocol/codec.hpp>
#include <clamator/protocol/error.hpp>
#include <clamator/protocol/reply.hpp>
#include <clamator/protocol/request.hpp>

#include "protocol/id_recovery.hpp"
#include "target.hpp"

namespace clamator::fuzz {
namespace {

constexpr unsigned depth = 20;

class kept_params final : public params_target {
 public:
  void take(const method_name& method, json::reader& in) override {
    ++taken;
    require(method.valid(), "params are taken for a valid method only");
    issue_list issues;
    decode(in, params, issues);
    fits = issues.empty();
  }

  int taken = 0;
  bool fits = false;
  boost::json::value params;
};

// What JSON-RPC says, of JSON without duplicate keys.
bool is_request(const nlohmann::json& text) {
  if (!text.is_object()) return false;
  const auto version = text.find("jsonrpc");
  const auto method = text.find("method");
  const auto id = text.find("id");
  if (version == text.end() || !version->is_string() || *version != "2.0") return false;
  if (method == text.end() || !method->is_string()) return false;
  if (!split_method(method->get_ref<const std::string&>()).valid()) return false;
  return id == text.end() || id->is_null() || id->is_string() || id->is_number();
}

void check_answer(std::string_view id) {
  buffer text;
  write_error(text, id, error_code::parse_error, "because", nullptr);
  // Not nlohmann, which refuses a number that no double holds.
  json::reader in(text.view());
  in.skip();
  require(in.finish(), "an answer is JSON");
  json::reader of_id(id.empty() ? std::string_view("0") : id);
  const json::token kind = of_id.peek();
  of_id.skip();
  require((kind == json::token::string || kind == json::token::number) && of_id.finish(),
          "an id is a string or a number");
  require(
      text.view().find(std::string("\"id\":") + (id.empty() ? "null" : std::string(id))) != std::string::npos,
      "an id comes back as it was written");
}

// A request that we write around these params.
void check_written(const boost::json::value& params) {
  const call_id id = call_id{1, 2};
  buffer text;
  begin_request(text, "some.method");
  text.append(to_json(params));
  end_request(text, id);
  kept_params kept;
  const request_envelope read = parse_request(text.view(), depth + 2, kept);
  require(read.status == request_envelope::state::valid, "what we write is a request");
  require(read.id == '"' + id.text() + '"' && read.full_method == "some.method", "with its id and method");
  require(kept.fits && to_json(kept.params) == to_json(params), "and its params");
}

}  // namespace

void request_target(std::string_view input) {
  using state = request_envelope::state;
  const std::vector<char> bytes(input.begin(), input.end());
  const std::string_view text(bytes.data(), bytes.size());
  kept_params kept;
  const request_envelope found = parse_request(text, depth, kept);
  require((found.status == state::valid) == found.problem.empty(), "what is not valid has a problem");
  require(kept.taken <= 1 && (found.status != state::valid || kept.taken == 1), "params are taken once");
  check_answer(found.id);

  json::reader in(text, depth);
  in.skip();
  const bool is_json = in.finish();
  if (!is_json) {
    require(found.status == state::not_json, "what is no JSON is no request");
    return;
  }
  if (found.status == state::not_json) {
    require(found.problem.starts_with("duplicate key"), "what is JSON has at most a duplicate key");
    return;
  }
  const nlohmann::json theirs = nlohmann::json::parse(text, nullptr, false);
  if (theirs.is_discarded()) return;  // a number out of range
  require(is_request(theirs) == (found.status == state::valid), "a request is what JSON-RPC says");
  if (found.status != state::valid) return;
  const auto id = theirs.find("id");
  require(found.notification() == (id == theirs.end() || id->is_null()),
          "without an id it is a notification");
  const std::string_view recovered = detail::recover_id(text);
  require(recovered.empty() || recovered == found.id, "an id that is recovered is the id");
  if (kept.fits) check_written(kept.params);
}

}  // namespace clamator::fuzz
