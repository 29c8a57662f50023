#include <gtest/gtest.h>

#include <clamator/protocol/request.hpp>

namespace clamator {
namespace {

using state = request_envelope::state;

// Notes what it was given, and how often.
class noting_target final : public params_target {
 public:
  void take(const method_name& method, json::reader& in) override {
    ++times;
    service = method.service;
    name = method.method;
    params = in.skip();
  }
  int times = 0;
  std::string service, name, params;
};

class Request : public ::testing::Test {
 protected:
  const request_envelope& parse(std::string_view text, unsigned max_depth = 256) {
    text_ = text;
    target = {};
    found_ = parse_request(text_, max_depth, target);
    return found_;
  }
  state status_of(std::string_view text) { return parse(text).status; }
  std::string problem_of(std::string_view text) { return parse(text).problem; }

  noting_target target;

 private:
  std::string text_;
  request_envelope found_;
};

TEST_F(Request, IsWrittenAsPeersReadIt) {
  call_id id;
  id.high = 0x0123456789abcdef;
  id.low = 0xfedcba9876543210;
  buffer request;
  begin_request(request, "arith.add");
  request.append(R"({"a":1})");
  end_request(request, id);
  EXPECT_EQ(
      request.view(),
      R"({"jsonrpc":"2.0","method":"arith.add","params":{"a":1},"id":"01234567-89ab-cdef-fedc-ba9876543210"})");
  buffer notification;
  begin_request(notification, "arith.ping");
  notification.append("{}");
  end_notification(notification);
  EXPECT_EQ(notification.view(), R"({"jsonrpc":"2.0","method":"arith.ping","params":{}})");
}

TEST_F(Request, IsReadInOnePass) {
  const auto& found = parse(R"({"jsonrpc":"2.0","method":"arith.add","params":{"a":[1]},"id":"x"})");
  EXPECT_EQ(found.status, state::valid);
  EXPECT_EQ(found.id, "\"x\"");
  EXPECT_FALSE(found.notification());
  EXPECT_EQ(target.service, "arith");
  EXPECT_EQ(target.name, "add");
  EXPECT_EQ(target.params, R"({"a":[1]})");
}

TEST_F(Request, ParamsMayStandAnywhere) {
  for (const char* text : {R"({"params":{"a":1},"jsonrpc":"2.0","id":1,"method":"s.m"})",
                           R"( { "id" : 1 , "params" : {"a":1} , "method" : "s.m" , "jsonrpc" : "2.0" } )",
                           R"({"jsonrpc":"2.0","method":"s.m","x-trace":[{}],"params":{"a":1},"id":1})"}) {
    EXPECT_EQ(status_of(text), state::valid) << text;
    EXPECT_EQ(target.params, R"({"a":1})") << text;
    EXPECT_EQ(target.times, 1) << text;
  }
}

TEST_F(Request, AbsentParamsAreAnEmptyObject) {
  EXPECT_EQ(status_of(R"({"jsonrpc":"2.0","method":"s.m","id":1})"), state::valid);
  EXPECT_EQ(target.params, "{}");
  EXPECT_EQ(target.times, 1);
}

TEST_F(Request, AnAbsentOrNullIdMakesANotification) {
  EXPECT_TRUE(parse(R"({"jsonrpc":"2.0","method":"s.m"})").notification());
  const auto& found = parse(R"({"jsonrpc":"2.0","method":"s.m","id":null})");
  EXPECT_EQ(found.status, state::valid);
  EXPECT_TRUE(found.notification());
}

TEST_F(Request, IdsComeBackAsTheyWereSent) {
  for (const char* id :
       {R"("")", R"("a\u0062\"c")", "\"\xc3\xa4\"", "0", "-7", "1.5", "1e3", "18446744073709551616"}) {
    const std::string text = R"({"jsonrpc":"2.0","method":"s.m","id": )" + std::string(id) + " }";
    EXPECT_EQ(parse(text).id, id);
    EXPECT_EQ(status_of(text), state::valid) << id;
  }
}

TEST_F(Request, OtherIdsAreInvalid) {
  for (const char* id : {"true", "false", "[1]", "{}"}) {
    const auto& found = parse(R"({"jsonrpc":"2.0","method":"s.m","id":)" + std::string(id) + "}");
    EXPECT_EQ(found.status, state::invalid) << id;
    EXPECT_EQ(found.problem, "id must be a string or a number");
    EXPECT_EQ(found.id, "");
  }
}

TEST_F(Request, OnlyOneObjectIsARequest) {
  EXPECT_EQ(problem_of(R"([{"jsonrpc":"2.0","method":"s.m","id":1}])"), "batch requests are not supported");
  EXPECT_EQ(status_of("[]"), state::invalid);
  for (const char* text : {"7", "\"s.m\"", "null", "true"}) {
    EXPECT_EQ(problem_of(text), "a request is a JSON object") << text;
    EXPECT_EQ(status_of(text), state::invalid) << text;
  }
}

TEST_F(Request, TheVersionIsTwo) {
  for (const char* text :
       {R"({"method":"s.m","id":1})", R"({"jsonrpc":"1.0","method":"s.m","id":1})",
        R"({"jsonrpc":2.0,"method":"s.m","id":1})", R"({"jsonrpc":null,"method":"s.m","id":1})"}) {
    EXPECT_EQ(problem_of(text), "jsonrpc must be \"2.0\"") << text;
    EXPECT_EQ(status_of(text), state::invalid) << text;
    EXPECT_EQ(parse(text).id, "1") << text;
  }
}

TEST_F(Request, TheMethodMustBeAName) {
  EXPECT_EQ(problem_of(R"({"jsonrpc":"2.0","id":1})"), "method is missing");
  EXPECT_EQ(problem_of(R"({"jsonrpc":"2.0","id":1,"method":7})"), "method must be a string");
  for (const char* name :
       {"", "add", ".add", "arith.", "Arith.add", "arith.Add", "arith.add.more", "a_b.c", "a.b c"}) {
    const std::string text = R"({"jsonrpc":"2.0","id":1,"method":")" + std::string(name) + "\"}";
    EXPECT_EQ(status_of(text), state::invalid) << name;
    EXPECT_EQ(target.times, 0) << name;
  }
  EXPECT_EQ(status_of(R"({"jsonrpc":"2.0","id":1,"method":"a\u0062.\u0063"})"), state::valid);
  EXPECT_EQ(target.service + "." + target.name, "ab.c");
}

TEST_F(Request, TheIdIsKeptOfOneThatIsInvalid) {
  EXPECT_EQ(parse(R"({"jsonrpc":"2.0","method":"bad","params":{},"id":"k"})").id, "\"k\"");
}

// What is compared as it is mostly written is no other request where it is written otherwise.
TEST_F(Request, KeysMayBeWrittenInAnyWay) {
  for (const char* text :
       {R"({ "jsonrpc" : "2.0" , "method" : "s.m" , "params" : {"a":1} , "id" : "k" })",
        R"({"\u006asonrpc":"2.0","m\u0065thod":"s.m","p\u0061rams":{"a":1},"\u0069d":"k"})",
        R"({"jsonrpc":"\u0032.0","x":0,"method":"s.m","y":0,"params":{"a":1},"z":0,"id":"k"})",
        R"({"id":"k","method":"s.m","params":{"a":1},"jsonrpc":"2.0"})"}) {
    EXPECT_EQ(status_of(text), state::valid) << text;
    EXPECT_EQ(parse(text).id, "\"k\"") << text;
    EXPECT_EQ(target.params, R"({"a":1})") << text;
  }
  EXPECT_EQ(status_of(R"({"jsonrpc":"2.0" ,"method":"s.m","params":{},"id":1,"jsonrpc":"2.0"})"),
            state::not_json);
}

TEST_F(Request, DuplicateKeysOfItsOwnAreNotJson) {
  for (const char* text : {R"({"jsonrpc":"2.0","method":"s.m","id":1,"id":2})",
                           R"({"jsonrpc":"2.0","jsonrpc":"2.0","method":"s.m","id":1})",
                           R"({"jsonrpc":"2.0","method":"s.m","method":"s.m","id":1})",
                           R"({"jsonrpc":"2.0","method":"s.m","params":{},"params":{},"id":1})"}) {
    EXPECT_EQ(status_of(text), state::not_json) << text;
    EXPECT_EQ(parse(text).id, "1") << text;
    EXPECT_LE(target.times, 1) << text;
  }
}

TEST_F(Request, TheIdIsRecoveredFromWhatStrictJsonRefuses) {
  const std::string deep = std::string(300, '[') + std::string(300, ']');
  for (const std::string& params :
       {std::string(R"({"a":NaN})"), std::string(R"({"a":-Infinity})"), std::string(R"({"a":"\ud800"})"),
        R"({"a":)" + deep + "}", std::string("{\"a\":\"\xff\"}"),
        std::string(R"({"id":"no","x":{"id":3},"a":NaN})")}) {
    for (const std::string& text :
         {R"({"jsonrpc":"2.0","method":"s.m","params":)" + params + R"(,"id":"yes"})",
          R"({"id":"yes","jsonrpc":"2.0","method":"s.m","params":)" + params + "}"}) {
      EXPECT_EQ(status_of(text), state::not_json) << text;
      EXPECT_EQ(parse(text).id, "\"yes\"") << text;
    }
  }
}

TEST_F(Request, NoIdIsMadeUpWhereNoneCanBeKnown) {
  for (const char* text :
       {"", "{", "nonsense", R"({"id":)", R"({"id":"unfinished)", R"({"a":NaN})",
        R"({"params":{"id":1,"a":NaN}})", R"({"x":"\"id\":1","a":NaN})", R"([{"id":1},NaN])",
        R"({"a":NaN,"id":1.5})", R"({"a":NaN,"id":1e5})", R"({"a":NaN,"id":007})", R"({"a":NaN,"id":1x})",
        "{\"id\":\"\xff\"}", R"({"id":"\ud800"})"}) {
    EXPECT_EQ(status_of(text), state::not_json) << text;
    EXPECT_EQ(parse(text).id, "") << text;
  }
}

TEST_F(Request, WhatFollowsTheObjectIsNotJson) {
  EXPECT_EQ(status_of(R"({"jsonrpc":"2.0","method":"s.m","id":1} {})"), state::not_json);
  EXPECT_EQ(problem_of(R"({"jsonrpc":"2.0",)"), "unexpected end of the text at offset 17");
}

TEST_F(Request, TheDepthLimitIsTheWholeTexts) {
  const std::string text = R"({"jsonrpc":"2.0","method":"s.m","params":{"a":[[]]},"id":1})";
  EXPECT_EQ(parse(text, 4).status, state::valid);
  EXPECT_EQ(parse(text, 3).status, state::not_json);
}

}  // namespace
}  // namespace clamator
