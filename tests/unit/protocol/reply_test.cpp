#include <gtest/gtest.h>

#include <clamator/protocol/reply.hpp>

namespace clamator {
namespace {

using state = reply_envelope::state;

constexpr std::string_view ours = "01234567-89ab-cdef-fedc-ba9876543210";

class noting_target final : public result_target {
 public:
  bool expects(const call_id& id) override { return id == call_id::parse(ours); }
  void take(json::reader& in) override {
    ++times;
    result = in.skip();
  }
  int times = 0;
  std::string result;
};

class Reply : public ::testing::Test {
 protected:
  // A whole reply text.
  const reply_envelope& parse(std::string_view text, unsigned max_depth = 256) {
    target = {};
    found_ = parse_reply(text, max_depth, target);
    return found_;
  }
  // A reply to us with these further members.
  const reply_envelope& parse_members(const std::string& members) {
    return parse(R"({"jsonrpc":"2.0","id":")" + std::string(ours) + "\"" + members + "}");
  }

  noting_target target;

 private:
  reply_envelope found_;
};

TEST_F(Reply, IsWrittenAsPeersReadIt) {
  buffer success;
  begin_result(success, "\"k\"");
  success.append("[1]");
  end_result(success);
  EXPECT_EQ(success.view(), R"({"jsonrpc":"2.0","id":"k","result":[1]})");
  buffer error;
  write_error(error, "7", -32100, "no \"order\"", {{"id", 7}});
  EXPECT_EQ(error.view(),
            R"({"jsonrpc":"2.0","id":7,"error":{"code":-32100,"message":"no \"order\"","data":{"id":7}}})");
}

TEST_F(Reply, AnErrorWithoutIdOrDataSaysNull) {
  buffer error;
  write_error(error, "", -32700, "Parse error", nullptr);
  EXPECT_EQ(error.view(),
            R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error","data":null}})");
}

TEST_F(Reply, AnErrorIsJsonWhateverItIsAbout) {
  buffer error;
  write_error(error, "1", 1, "\xff", {{"x", "\xff"}});
  EXPECT_EQ(
      error.view(),
      R"x({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"(a message that is not valid UTF-8)","data":null}})x");
}

TEST_F(Reply, AResultGoesToWhoWaitsForIt) {
  EXPECT_EQ(parse_members(R"(,"result":{"sum":5})").status, state::result);
  EXPECT_EQ(target.result, R"({"sum":5})");
  EXPECT_EQ(target.times, 1);
  EXPECT_EQ(parse_members(R"(,"result":null)").status, state::result);
  EXPECT_EQ(target.result, "null");
}

TEST_F(Reply, TheIdMayComeLast) {
  const std::string text = R"({"result":[1,2],"x":{},"jsonrpc":"2.0","id":")" + std::string(ours) + "\"}";
  EXPECT_EQ(parse(text).status, state::result);
  EXPECT_EQ(target.result, "[1,2]");
  EXPECT_EQ(target.times, 1);
}

TEST_F(Reply, AnErrorIsReadWhole) {
  const auto& found =
      parse_members(R"(,"error":{"code":-32000,"message":"division by zero","data":{"a":[1]}})");
  EXPECT_EQ(found.status, state::error);
  EXPECT_EQ(found.code, -32000);
  EXPECT_EQ(found.message, "division by zero");
  EXPECT_EQ(found.data, (boost::json::value{{"a", {1}}}));
  EXPECT_EQ(target.times, 0);
  EXPECT_TRUE(parse_members(R"(,"error":{"code":1,"message":""})").data.is_null());
}

TEST_F(Reply, OthersRepliesAreNotRead) {
  EXPECT_EQ(parse(R"({"jsonrpc":"2.0","id":"00000000-0000-4000-8000-000000000000","result":1})").status,
            state::unexpected);
  for (const char* id : {"null", "7", "\"x\"", "true", "{}"}) {
    EXPECT_EQ(parse(R"({"jsonrpc":"2.0","id":)" + std::string(id) + R"(,"result":1})").status,
              state::unexpected)
        << id;
  }
  EXPECT_EQ(parse(R"({"jsonrpc":"2.0","result":1})").status, state::unexpected);
  EXPECT_EQ(target.times, 0);
}

TEST_F(Reply, ResultAndErrorExcludeEachOther) {
  for (const char* members : {"", R"(,"result":1,"error":{"code":1,"message":"x"})"}) {
    const auto& found = parse_members(members);
    EXPECT_EQ(found.status, state::malformed) << members;
    EXPECT_EQ(found.problem, "a reply has either a result or an error");
  }
}

TEST_F(Reply, TheVersionIsTwo) {
  for (const char* start : {"{", R"({"jsonrpc":"1.0",)", R"({"jsonrpc":2,)"}) {
    const auto& found = parse(std::string(start) + R"("result":1,"id":")" + std::string(ours) + "\"}");
    EXPECT_EQ(found.status, state::malformed) << start;
    EXPECT_EQ(found.problem, "jsonrpc must be \"2.0\"");
  }
}

TEST_F(Reply, AnErrorMustHaveACodeAndAMessage) {
  for (const char* error :
       {"null", "\"x\"", "{}", R"({"code":1})", R"({"message":"x"})", R"({"code":"1","message":"x"})",
        R"({"code":1.5,"message":"x"})", R"({"code":1,"message":7})"}) {
    EXPECT_EQ(parse_members(R"(,"error":)" + std::string(error)).status, state::malformed) << error;
  }
}

TEST_F(Reply, WhatIsNotJsonIsMalformedForWhoWaitsForIt) {
  for (const char* members : {R"(,"result":NaN)", R"(,"result":{"x":Infinity})", R"(,"result":"\ud800")",
                              R"(,"result":1)", R"(,"error":{"code":NaN})"}) {
    const std::string cut = parse_members(members).status == state::result ? "}" : "";
    const std::string text = R"({"jsonrpc":"2.0","id":")" + std::string(ours) + "\"" + members + "}" + cut;
    EXPECT_EQ(parse(text).status, state::malformed) << text;
    EXPECT_NE(parse(text).problem.find("at offset"), std::string::npos) << parse(text).problem;
  }
  const std::string late = R"({"jsonrpc":"2.0","result":NaN,"id":")" + std::string(ours) + "\"}";
  EXPECT_EQ(parse(late).status, state::malformed);
  EXPECT_EQ(parse("{").status, state::unexpected);
  EXPECT_EQ(parse("[]").status, state::unexpected);
}

TEST_F(Reply, DuplicateKeysOfItsOwnAreNotJson) {
  EXPECT_EQ(parse_members(R"(,"result":1,"result":2)").status, state::malformed);
  EXPECT_EQ(target.times, 1);
  EXPECT_EQ(parse_members(R"(,"jsonrpc":"2.0","result":1)").status, state::malformed);
}

TEST_F(Reply, TheDepthLimitIsTheWholeTexts) {
  const std::string text = R"({"jsonrpc":"2.0","id":")" + std::string(ours) + R"(","result":[[]]})";
  EXPECT_EQ(parse(text, 3).status, state::result);
  EXPECT_EQ(parse(text, 2).status, state::malformed);
}

}  // namespace
}  // namespace clamator
