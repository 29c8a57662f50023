#include "interop/python_caller.hpp"

#include <boost/json/serialize.hpp>

#include <clamator/protocol/codec.hpp>

namespace clamator::interop {
namespace {

namespace json = boost::json;

std::string call_text(const request& call, std::string_view more = {}) {
  std::string text = R"({"method":")" + call.method + R"(","params":)" + call.params;
  if (!more.empty()) return text.append(",").append(more).append("}");
  return text + R"(,"timeout_ms":)" + std::to_string(call.timeout.count()) + "}";
}

ending ending_of(std::string_view error_class, std::string_view message) {
  if (error_class == "RpcError") return ending::rpc_error;
  if (error_class == "ValidationError") return ending::invalid_result;
  if (error_class == "ClamatorProtocolError") return ending::malformed_reply;
  if (error_class != "ClamatorTransportError") return ending::other;
  if (message == "call timeout") return ending::timeout;
  return message == "transport stopped" ? ending::stopped : ending::other;
}

outcome outcome_of(json::object told) {
  outcome what;
  if (const json::value* result = told.if_contains("result")) {
    what.how = ending::result;
    what.result = *result;
    return what;
  }
  what.message = told.at("message").as_string();
  what.how = ending_of(told.at("class").as_string(), what.message);
  if (what.how == ending::rpc_error) {
    what.code = told.at("code").as_int64();
    what.data = told.at("data");
  } else if (what.how == ending::other) {
    what.message = serialize(told);
  }
  return what;
}

}  // namespace

python_caller::python_caller(const peer& which, const std::string& prefix, const std::string& instance)
    : process_(client_process(which)) {
  json::object arguments{{"url", shared_redis().url()}, {"prefix", prefix}, {"instance", instance}};
  const std::string text = serialize(arguments);
  answer(send("open", text.substr(1, text.size() - 2)));
}

std::function<caller::outcomes()> python_caller::begin(const std::vector<request>& calls) {
  std::string all;
  for (const request& call : calls) all.append(all.empty() ? "" : ",").append(call_text(call));
  const int tag = send("calls", R"("calls":[)" + all + "]");
  return [this, tag] {
    json::value answers = answer(tag);
    outcomes what;
    for (json::value& one : answers.as_array()) what.push_back(outcome_of(std::move(one.as_object())));
    return what;
  };
}

outcome python_caller::call_with(const request& what, std::string_view more) {
  const int tag = send("calls", R"("calls":[)" + call_text(what, more) + "]");
  return outcome_of(answer(tag).at(0).as_object());
}

void python_caller::notify(const std::string& method, const std::string& params) {
  answer(send("notify", R"("method":")" + method + R"(","params":)" + params));
}

void python_caller::stop() {
  answer(send("close", R"("why":"the test is over")"));
}

int python_caller::send(const std::string& op, const std::string& arguments) {
  // Never one of an earlier caller's, whose answer may still come.
  static int last_tag = 0;
  const int tag = ++last_tag;
  process_.write(R"({"tag":)" + std::to_string(tag) + R"(,"op":")" + op + R"(",)" + arguments + "}\n");
  return tag;
}

json::value python_caller::answer(int tag) {
  const std::string line = process_.wait_for_line(R"({"tag": )" + std::to_string(tag) + ",");
  return from_json<json::value>(line).at("answer");
}

}  // namespace clamator::interop
