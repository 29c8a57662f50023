// What stands in Redis: ids, keys, entries, and what is left behind.
#include <boost/json/parse.hpp>

#include "interop/pairing.hpp"
#include "interop/python_caller.hpp"
#include "interop/stream_view.hpp"

namespace clamator::interop {
namespace {

namespace json = boost::json;
using testing::ValuesIn;

std::vector<std::string> field_names(const stream_entry& entry) {
  std::vector<std::string> names;
  for (const auto& [name, value] : entry) names.push_back(name);
  return names;
}

class WireTest : public paired {
 protected:
  stream_view redis_;
};
INSTANTIATE_TEST_SUITE_P(Interop, WireTest, ValuesIn(all_pairings()), parameter_name());

TEST_P(WireTest, KeysEntriesAndNamesAreThoseOfTheProtocol) {
  client_->call("add", R"({"a":2,"b":3})");

  for (const std::string& key : redis_.keys(prefix_)) {
    const bool ours = cpp_server() && (key == "reply-streams" || key == "keeper:arith");
    EXPECT_TRUE(key == "cmds:arith" || key.starts_with("replies:") || ours) << key;
  }
  EXPECT_EQ(redis_.consumers(prefix_), std::vector<std::string>{"arith:" + GetParam().server.name()});

  const std::vector<stream_entry> requests = redis_.entries(prefix_ + ":cmds:arith");
  ASSERT_EQ(requests.size(), 1u);
  std::vector<std::string> names = field_names(requests[0]);
  if (cpp_client()) {
    EXPECT_EQ(names.at(3), "x-ttl");
  }
  names.resize(3);
  EXPECT_EQ(names, (std::vector<std::string>{"type", "envelope", "reply-to"}));
  EXPECT_EQ(requests[0][0].second, "rpc");
  const std::string reply_stream = requests[0][2].second;
  EXPECT_TRUE(reply_stream.starts_with(prefix_ + ":replies:")) << reply_stream;

  const std::vector<stream_entry> replies = redis_.entries(reply_stream);
  ASSERT_EQ(replies.size(), 1u);
  EXPECT_EQ(field_names(replies[0]), (std::vector<std::string>{"type", "envelope"}));
  EXPECT_EQ(replies[0][0].second, "rpc");

  client_->stop();
  EXPECT_FALSE(redis_.exists(reply_stream));
}

TEST_P(WireTest, NothingIsPendingOnceAllIsAnswered) {
  client_->notify("note", R"({"text":"one"})");
  client_->call_all({{"add", R"({"a":1,"b":2})"}, {"add", "[]"}, {"fail", R"({"reason":"so"})"}, {"tally"}});
  // A Python server acknowledges after its reply, and a notification has none.
  EXPECT_TRUE(redis_.eventually([&] { return redis_.pending(prefix_) == 0; }));
}

/// By-hand requests to a server.
class WireServerTest : public testing::TestWithParam<peer> {
 protected:
  void TearDown() override { server_.stop(); }

  std::string ask(const std::string& method, const std::string& id) {
    redis_.send(prefix_, R"({"jsonrpc":"2.0","method":"arith.)" + method +
                             R"(","params":{"a":2,"b":3},"id":)" + id + "}");
    return redis_.next_envelope(prefix_ + ":replies:by-hand");
  }

  const std::string prefix_ = fresh_prefix();
  running_server server_{GetParam(), prefix_};
  stream_view redis_;
};
INSTANTIATE_TEST_SUITE_P(Interop, WireServerTest, ValuesIn(all_peers()), parameter_name());

TEST_P(WireServerTest, IdsOfEitherTypeComeBackAsTheyWereSent) {
  for (const std::string id : {"7", "0", "-1", "9007199254740993", "123456789012345678901234567890", "\"7\"",
                               "\"\"", R"("a\u00fc\"b")", R"("0f8fad5b-d9cb-469f-a165-70867728950e")"}) {
    const std::string reply = ask("add", id);
    const std::string wanted = GetParam().cpp() ? R"("id":)" + id : R"("id": )" + id;
    EXPECT_NE(reply.find(wanted + ","), std::string::npos) << reply;
    EXPECT_EQ(json::parse(reply).at("result").at("sum").as_int64(), 5);
  }
}

TEST_P(WireServerTest, AnIdOfNullIsNone) {
  redis_.send(prefix_, R"({"jsonrpc":"2.0","method":"arith.note","params":{"text":"one"},"id":null})");
  const std::string reply = ask("add", "1");
  EXPECT_EQ(json::parse(reply).at("id").as_int64(), 1) << reply;
}

TEST_P(WireServerTest, HyphensInMethodNamesAreServedAsLongAsPeersServedThem) {
  if (GetParam().cpp() || GetParam().version == "0.1.5") {
    const std::string reply = ask("add-up", "1");
    EXPECT_EQ(json::parse(reply).at("result").at("sum").as_int64(), 5) << reply;
  } else {
    redis_.send(prefix_, R"({"jsonrpc":"2.0","method":"arith.add-up","params":{"a":2,"b":3},"id":1})");
    const std::string reply = ask("add", "2");  // the one before was passed over without a word
    EXPECT_EQ(json::parse(reply).at("id").as_int64(), 2) << reply;
  }
}

/// Between a Python client and a C++ server.
class WirePythonClientTest : public testing::TestWithParam<peer> {
 protected:
  void TearDown() override {
    client_.stop();
    server_.stop();
  }

  const std::string prefix_ = fresh_prefix();
  running_server server_{peer{}, prefix_};
  python_caller client_{GetParam(), prefix_, "the-caller"};
  stream_view redis_;
};
INSTANTIATE_TEST_SUITE_P(Interop, WirePythonClientTest, ValuesIn(python_peers()), parameter_name());

TEST_P(WirePythonClientTest, MatchesRepliesToIntegerIds) {
  const outcome reply = client_.call_with({"add", R"({"a":2,"b":3})"}, R"("id":7)");
  ASSERT_EQ(reply.how, ending::result) << reply;
  EXPECT_EQ(reply.result.at("id"), 7);
  EXPECT_EQ(reply.result.at("result"), json::value({{"sum", 5}}));
}

TEST_P(WirePythonClientTest, SendsNullForUnsetOptionals) {
  const outcome greeted = client_.call_with({"greet", R"({"name":"Ada"})"}, R"("typed":true)");
  EXPECT_EQ(greeted.result, json::value({{"greeting", "hello Ada"}, {"title", nullptr}})) << greeted;

  const std::string sent = redis_.entries(prefix_ + ":cmds:arith").at(0).at(1).second;
  EXPECT_EQ(json::parse(sent).at("params"),
            json::value({{"name", "Ada"}, {"title", nullptr}, {"times", nullptr}}));
}

TEST_P(WirePythonClientTest, WhatPeersNeverDeleteIsTrimmed) {
  constexpr std::size_t at_once = 100;
  constexpr std::size_t rounds = 12;
  const std::vector<request> calls(at_once, request{"add", R"({"a":2,"b":3})"});
  for (std::size_t i = 0; i < rounds; ++i) client_.call_all(calls);
  EXPECT_TRUE(redis_.eventually([&] { return redis_.length(prefix_ + ":cmds:arith") <= 400; }))
      << redis_.length(prefix_ + ":cmds:arith") << " of " << rounds * at_once << " requests are still there";
}

}  // namespace
}  // namespace clamator::interop
