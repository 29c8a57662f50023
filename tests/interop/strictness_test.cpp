// What Python writes and strict JSON does not allow: it is refused at once, never left to a timeout.
#include <boost/json/serialize.hpp>

#include "interop/pairing.hpp"

namespace clamator::interop {
namespace {

using namespace std::chrono_literals;
namespace json = boost::json;
using clock = std::chrono::steady_clock;

constexpr auto long_timeout = 20s;

// JSON text of objects and arrays around a 0, `levels` of them.
std::string nested(int levels) {
  std::string text = "0";
  for (int i = 0; i < levels; ++i) text = i % 2 == 0 ? "[" + text + "]" : R"({"in":)" + text + "}";
  return text;
}

class strictness_test : public testing::TestWithParam<peer> {
 protected:
  strictness_test(const peer& server, const peer& client)
      : server_(server, prefix_), client_(make_caller(client, prefix_)) {}
  void TearDown() override {
    client_->stop();
    server_.stop();
  }

  outcome call_at_once(const std::string& method, const std::string& params) {
    const clock::time_point begin = clock::now();
    outcome what = client_->call({method, params, long_timeout});
    EXPECT_LT(clock::now() - begin, long_timeout / 4);
    return what;
  }

  const std::string prefix_ = fresh_prefix();
  running_server server_;
  std::unique_ptr<caller> client_;
};

/// A Python client's params at a C++ server.
class StrictServerTest : public strictness_test {
 protected:
  StrictServerTest() : strictness_test(peer{}, GetParam()) {}

  void expect_refused(const std::string& method, const std::string& params, std::int64_t code) {
    const outcome refused = call_at_once(method, params);
    EXPECT_EQ(refused.how, ending::rpc_error) << refused;
    EXPECT_EQ(refused.code, code) << refused;
  }
};
INSTANTIATE_TEST_SUITE_P(Interop, StrictServerTest, testing::ValuesIn(python_peers()), parameter_name());

TEST_P(StrictServerTest, RefusesNumbersThatAreNone) {
  expect_refused("echo", R"({"value":NaN})", -32700);
  expect_refused("echo", R"({"value":[1,Infinity]})", -32700);
  expect_refused("divide", R"({"numerator":-Infinity,"denominator":1})", -32700);
}

TEST_P(StrictServerTest, RefusesLoneSurrogates) {
  expect_refused("echo", R"({"value":"\ud83e"})", -32700);
  expect_refused("echo", R"({"value":{"\udcee":1}})", -32700);
}

TEST_P(StrictServerTest, RefusesDuplicateKeys) {
  expect_refused("add", R"({"a":1,"a":2,"b":3})", -32602);
  expect_refused("echo", R"({"value":{"a":1,"a":2}})", -32602);
}

TEST_P(StrictServerTest, RefusesIntegersThatDoNotFit) {
  expect_refused("add", R"({"a":9223372036854775808,"b":0})", -32602);
  expect_refused("add", R"({"a":-9223372036854775809,"b":0})", -32602);
  expect_refused("add", R"({"a":1)" + std::string(400, '0') + R"(,"b":0})", -32602);
}

TEST_P(StrictServerTest, TakesTwoHundredLevelsAndRefusesThreeHundred) {
  const outcome answer = call_at_once("echo", R"({"value":)" + nested(200) + "}");
  EXPECT_EQ(answer.how, ending::result) << answer;
  expect_refused("echo", R"({"value":)" + nested(300) + "}", -32700);
}

TEST_P(StrictServerTest, NeverWritesNaN) {
  expect_refused("root", R"({"of":-1})", -32603);
}

TEST_P(StrictServerTest, IsThereForTheNextCall) {
  expect_refused("echo", R"({"value":NaN})", -32700);
  const outcome sum = call_at_once("add", R"({"a":2,"b":3})");
  EXPECT_EQ(sum.result, json::value({{"sum", 5}})) << sum;
}

/// A Python server's results at a C++ client.
class StrictClientTest : public strictness_test {
 protected:
  StrictClientTest() : strictness_test(GetParam(), peer{}) {}

  // The server's result is this text.
  outcome recite(const std::string& text) {
    const json::value params = {{"text", text}};
    return call_at_once("recite", serialize(params));
  }
};
INSTANTIATE_TEST_SUITE_P(Interop, StrictClientTest, testing::ValuesIn(python_peers()), parameter_name());

TEST_P(StrictClientTest, RefusesNumbersThatAreNone) {
  EXPECT_EQ(call_at_once("root", R"({"of":-1})").how, ending::malformed_reply);
  EXPECT_EQ(recite("[1,-Infinity]").how, ending::malformed_reply);
}

TEST_P(StrictClientTest, RefusesLoneSurrogates) {
  EXPECT_EQ(recite(R"(["\ud83e"])").how, ending::malformed_reply);
}

TEST_P(StrictClientTest, RefusesDuplicateKeys) {
  EXPECT_EQ(recite(R"({"a":1,"a":2})").how, ending::invalid_result);
}

TEST_P(StrictClientTest, TakesTwoHundredLevelsAndRefusesThreeHundred) {
  const outcome taken = recite(nested(200));
  EXPECT_EQ(taken.how, ending::result) << taken;
  EXPECT_EQ(recite(nested(300)).how, ending::malformed_reply);
}

TEST_P(StrictClientTest, TakesIntegersOfAnySize) {
  const outcome taken = recite("[9223372036854775808, 18446744073709551615]");
  EXPECT_EQ(taken.result, json::value({9223372036854775808U, 18446744073709551615U})) << taken;
}

TEST_P(StrictClientTest, IsThereForTheNextCall) {
  EXPECT_EQ(recite("NaN").how, ending::malformed_reply);
  const outcome sum = call_at_once("add", R"({"a":2,"b":3})");
  EXPECT_EQ(sum.result, json::value({{"sum", 5}})) << sum;
}

}  // namespace
}  // namespace clamator::interop
