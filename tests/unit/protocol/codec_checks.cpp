// Checks of values: on reading and on writing, through optional, of fields and of whole structs.

#include <gtest/gtest.h>

#include "codec_support.hpp"

namespace {

struct checked {
  std::optional<double> id;
  std::int64_t count = 5;
  std::uint64_t big = 1;
  double ratio = 0.5;
  double step = 0.3;
  int even = 2;
  std::string name = "abc";
  std::optional<std::vector<int>> tags;
  std::string word = "w";
};
constexpr auto describe_fields(clamator::type<checked>) {
  using namespace clamator;
  return fields<checked>(
      field("id", &checked::id, safe_integer), field("count", &checked::count, minimum(0), maximum(10)),
      field("big", &checked::big, minimum(-1), maximum(18446744073709551614u), default_value(1u)),
      field("ratio", &checked::ratio, exclusive_minimum(0), exclusive_maximum(1), default_value(0.5)),
      field("step", &checked::step, multiple_of(0.1), default_value(0.3)),
      field("even", &checked::even, multiple_of(2), default_value(2)),
      field("name", &checked::name, min_length(2), max_length(3), default_value("abc")),
      field("tags", &checked::tags, max_length(2)),
      field("word", &checked::word,
            check([](const std::string& s) { return !s.empty(); }, "must not be empty"), default_value("w")));
}

std::string member(std::string_view json) {
  return issues_of<checked>("{\"count\":1," + std::string(json) + "}");
}

TEST(Checks, ValuesAtTheBoundsPass) {
  for (const char* text :
       {R"("id":9007199254740991)", R"("id":-9007199254740991)", R"("id":null)",
        R"("big":18446744073709551614)", R"("big":0)", R"("ratio":0.999)", R"("step":0.7)", R"("step":0)",
        R"("even":-4)", R"("name":"ab")", R"("name":"äöü")", R"("tags":[1,2])", R"("tags":null)"}) {
    EXPECT_EQ(member(text), "") << text;
  }
  EXPECT_EQ(issues_of<checked>(R"({"count":0})"), "");
  EXPECT_EQ(issues_of<checked>(R"({"count":10})"), "");
}

TEST(Checks, ValuesBeyondAreRefused) {
  constexpr auto unsafe = "/id: must be an integer between -(2^53 - 1) and 2^53 - 1, found ";
  EXPECT_EQ(member(R"("id":9007199254740992)"), unsafe + std::string("9007199254740992"));
  EXPECT_EQ(member(R"("id":0.5)"), unsafe + std::string("0.5"));
  EXPECT_EQ(issues_of<checked>(R"({"count":-1})"), "/count: must be at least 0, found -1");
  EXPECT_EQ(issues_of<checked>(R"({"count":11})"), "/count: must be at most 10, found 11");
  EXPECT_EQ(member(R"("big":18446744073709551615)"),
            "/big: must be at most 18446744073709551614, found 18446744073709551615");
  EXPECT_EQ(member(R"("ratio":0)"), "/ratio: must be greater than 0, found 0");
  EXPECT_EQ(member(R"("ratio":1)"), "/ratio: must be less than 1, found 1");
  EXPECT_EQ(member(R"("step":0.35)"), "/step: must be a multiple of 0.1, found 0.35");
  EXPECT_EQ(member(R"("step":1e22)"), "");
  EXPECT_EQ(member(R"("step":0.3000000000000001)"),
            "/step: must be a multiple of 0.1, found 0.3000000000000001");
  EXPECT_EQ(member(R"("even":-3)"), "/even: must be a multiple of 2, found -3");
  EXPECT_EQ(member(R"("name":"ä")"), "/name: length must be at least 2, found \"ä\"");
  EXPECT_EQ(member(R"("name":"abcd")"), "/name: length must be at most 3, found \"abcd\"");
  EXPECT_EQ(member(R"("tags":[1,2,3])"), "/tags: length must be at most 2, found 3 elements");
  EXPECT_EQ(member(R"("word":"")"), "/word: must not be empty, found \"\"");
}

TEST(Checks, DoNotRunOnWhatCouldNotBeRead) {
  EXPECT_EQ(member(R"("name":7,"tags":[1,2,"x"])"),
            "/name: expected a string, found 7; /tags/2: expected an integer, found \"x\"");
}

TEST(Checks, RunOnWriting) {
  checked value;
  EXPECT_EQ(issues_writing(value), "");
  value.count = 11;
  value.tags = {1, 2, 3};
  EXPECT_EQ(issues_writing(value),
            "/count: must be at most 10, found 11; /tags: length must be at most 2, found 3 elements");
}

struct range {
  int low = 0;
  int high = 0;
};
constexpr auto describe_fields(clamator::type<range>) {
  return clamator::fields<range>(
      clamator::field("low", &range::low), clamator::field("high", &range::high),
      clamator::check([](const range& r) { return r.low <= r.high; }, "low must not be above high"));
}

TEST(Checks, OfTheWholeStruct) {
  EXPECT_EQ(issues_of<std::vector<range>>(R"([{"low":1,"high":1},{"low":2,"high":1}])"),
            "/1: low must not be above high");
  EXPECT_EQ(issues_of<range>(R"({"low":2})"), "/high: missing");
  EXPECT_EQ(issues_writing(std::vector<range>{{2, 1}}), "/0: low must not be above high");
}

}  // namespace
