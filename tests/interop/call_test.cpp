// The ways in which a call can end, in every pairing.
#include "interop/pairing.hpp"
#include "interop/stream_view.hpp"

namespace clamator::interop {
namespace {

using namespace std::chrono_literals;
namespace json = boost::json;

class CallTest : public paired {};
INSTANTIATE_TEST_SUITE_P(Interop, CallTest, testing::ValuesIn(all_pairings()), parameter_name());

TEST_P(CallTest, Answers) {
  const outcome sum = client_->call("add", R"({"a":2,"b":3})");
  EXPECT_EQ(sum.how, ending::result) << sum;
  EXPECT_EQ(sum.result, json::value({{"sum", 5}}));
}

TEST_P(CallTest, ApplicationErrorsCross) {
  const outcome quotient = client_->call("divide", R"({"numerator":1.5,"denominator":0})");
  EXPECT_EQ(quotient.how, ending::rpc_error) << quotient;
  EXPECT_EQ(quotient.code, -32000);
  EXPECT_EQ(quotient.message, "division by zero");
  EXPECT_EQ(quotient.data, json::value({{"numerator", 1.5}}));
}

TEST_P(CallTest, InvalidParamsAreRefusedWithAllThatIsWrong) {
  const outcome sum = client_->call("add", R"({"a":"two","c":4})");
  EXPECT_EQ(sum.how, ending::rpc_error) << sum;
  EXPECT_EQ(sum.code, -32602);
  EXPECT_EQ(sum.message, "Invalid params");
  EXPECT_EQ(sum.data.at("errors").as_array().size(), 3u) << sum;  // /a is text, /b is missing, /c is unknown
}

TEST_P(CallTest, UnknownMethodIsNotFound) {
  const outcome answer = client_->call("noSuchMethod");
  EXPECT_EQ(answer.how, ending::rpc_error) << answer;
  EXPECT_EQ(answer.code, -32601);
  EXPECT_EQ(answer.message, "Method not found");
}

TEST_P(CallTest, HandlerThatThrowsIsAnInternalErrorWithNameAndMessage) {
  const outcome answer = client_->call("fail", R"({"reason":"the abacus broke"})");
  EXPECT_EQ(answer.how, ending::rpc_error) << answer;
  EXPECT_EQ(answer.code, -32603);
  EXPECT_EQ(answer.message, "Internal error");
  EXPECT_EQ(answer.data.at("name").as_string(), cpp_server() ? "std::domain_error" : "ValueError");
  EXPECT_EQ(answer.data.at("message").as_string(), "the abacus broke");
}

TEST_P(CallTest, InvalidResultIsTheServersError) {
  const outcome answer = client_->call("tally");
  EXPECT_EQ(answer.how, ending::rpc_error) << answer;
  EXPECT_EQ(answer.code, -32603);
  EXPECT_EQ(answer.message, "Result validation failed");
  EXPECT_EQ(answer.data.at("errors").as_array().size(), 1u) << answer;
}

TEST_P(CallTest, NotificationsArriveInOrderAndAreNotAnswered) {
  client_->notify("note", R"({"text":"one"})");
  client_->notify("note", R"({"text":2})");
  client_->notify("noSuchMethod", "{}");
  client_->notify("note", R"({"text":"three"})");
  const outcome answer = client_->call("notes");
  EXPECT_EQ(answer.result, json::value({{"notes", {"one", "three"}}})) << answer;

  std::size_t replies = 0;
  for (const std::string& key : stream_view().keys(prefix_)) {
    if (key.starts_with("replies:")) replies += stream_view().entries(prefix_ + ":" + key).size();
  }
  EXPECT_EQ(replies, 1u);
}

TEST_P(CallTest, TimeoutEndsOneCallAndNotTheNext) {
  const outcome late = client_->call({"wait", R"({"ms":800})", 100ms});
  EXPECT_EQ(late.how, ending::timeout) << late;
  EXPECT_NE(late.message.find("call timeout"), std::string::npos) << late;

  const outcome sum = client_->call("add", R"({"a":2,"b":3})");
  EXPECT_EQ(sum.how, ending::result) << sum;
}

TEST_P(CallTest, AnswersAHundredAtOnce) {
  std::vector<request> calls;
  for (int i = 0; i < 100; ++i) calls.push_back({"add", R"({"a":1000,"b":)" + std::to_string(i) + "}"});
  const caller::outcomes sums = client_->call_all(calls);
  ASSERT_EQ(sums.size(), 100u);
  for (std::int64_t i = 0; i < 100; ++i) {
    const outcome& sum = sums[static_cast<std::size_t>(i)];
    EXPECT_EQ(sum.result, json::value({{"sum", 1000 + i}})) << sum;
  }
}

}  // namespace
}  // namespace clamator::interop
