// Structs: Boost.Describe, field tables, absent and unknown members, and where issues are reported.

#include <boost/describe/class.hpp>
#include <gtest/gtest.h>

#include <clamator/protocol/codec.hpp>

#include "codec_support.hpp"

namespace {

struct base {
  std::string id;
  friend bool operator==(const base&, const base&) = default;
};
BOOST_DESCRIBE_STRUCT(base, (), (id))

struct line : base {
  int amount = 0;
  std::optional<std::string> note;
  friend bool operator==(const line&, const line&) = default;
};
BOOST_DESCRIBE_STRUCT(line, (base), (amount, note))

struct order {
  std::vector<line> lines;
  std::map<std::string, line> by_name;
};
BOOST_DESCRIBE_STRUCT(order, (), (lines, by_name))

struct nothing {};

TEST(StructCodec, BoostDescribeWithBase) {
  const auto read = from_json<line>(R"({"id":"x","amount":3})");
  EXPECT_EQ(read, (line{{"x"}, 3, std::nullopt}));
  EXPECT_EQ(to_json(read), R"({"id":"x","amount":3})");
}

TEST(StructCodec, MembersInAnyOrderAndWithWhiteSpace) {
  EXPECT_EQ(from_json<line>(" { \"note\" : \"n\" , \"amount\" : 3 , \"\\u0069d\" : \"x\" } "),
            (line{{"x"}, 3, "n"}));
}

TEST(StructCodec, AllIssuesWithTheirPaths) {
  EXPECT_EQ(issues_of<order>(R"({"lines":[{"id":1,"amount":"five"},{"id":"a","amount":1,"more":[]}],
                                 "by_name":{"a/b~c":{"amount":2.5}},"x":null})"),
            "/lines/0/id: expected a string, found 1; "
            "/lines/0/amount: expected an integer, found \"five\"; "
            "/lines/1/more: unknown key, found an array; "
            "/by_name/a~1b~0c/amount: expected an integer, found 2.5; "
            "/by_name/a~1b~0c/id: missing; "
            "/x: unknown key, found null");
}

TEST(StructCodec, DuplicateKeysAreRefused) {
  EXPECT_EQ(issues_of<line>(R"({"id":"x","amount":3,"id":"y","note":7})"),
            "/id: duplicate key; /note: expected a string, found 7");
}

TEST(StructCodec, NotAnObject) {
  EXPECT_EQ(issues_of<line>("[1]"), ": expected an object, found an array");
  EXPECT_EQ(issues_of<line>("null"), ": expected an object, found null");
}

TEST(StructCodec, SyntaxErrorsWinOverIssues) {
  EXPECT_EQ(syntax_error_of<line>(R"({"id":1,"amount":"five")"), "unexpected end of the text at 23");
  EXPECT_EQ(syntax_error_of<line>(R"({"id":tru})"), "expected true or false at 6");
  EXPECT_EQ(syntax_error_of<line>(R"({"what":[1,2,}]})"), "expected a value at 13");
}

TEST(StructCodec, EmptyStructs) {
  EXPECT_EQ(to_json(from_json<nothing>("{}")), "{}");
  EXPECT_EQ(to_json(from_json<std::monostate>(" { } ")), "{}");
  EXPECT_EQ(issues_of<nothing>(R"({"a":1})"), "/a: unknown key, found 1");
}

class hidden {
 public:
  hidden() = default;
  explicit hidden(int v) : value_(v) {}
  int value() const { return value_; }

 private:
  friend constexpr auto describe_fields(clamator::type<hidden>) {
    return clamator::fields<hidden>(clamator::field("quo\"ted", &hidden::value_));
  }
  int value_ = 0;
};

TEST(FieldTable, PrivateMembersAndNamesThatNeedEscapes) {
  EXPECT_EQ(from_json<hidden>(R"({"quo\"ted":4})").value(), 4);
  EXPECT_EQ(from_json<hidden>(R"({"quo\u0022ted":5})").value(), 5);
  EXPECT_EQ(to_json(hidden(6)), R"({"quo\"ted":6})");
}

struct options {
  int retries = 0;
  std::string mode;
  std::vector<int> steps;
  std::optional<int> limit;
  std::optional<int> shown;
  std::optional<int> needed;
};
constexpr auto describe_fields(clamator::type<options>) {
  return clamator::fields<options>(
      clamator::field("retries", &options::retries, clamator::default_value(3)),
      clamator::field("mode", &options::mode, clamator::default_value("fast")),
      clamator::field("steps", &options::steps, clamator::default_value([] { return std::vector{1, 2}; })),
      clamator::field("limit", &options::limit, clamator::default_value(9)),
      clamator::field("shown", &options::shown, clamator::nullable),
      clamator::field("needed", &options::needed, clamator::required), clamator::unknown_keys::ignore);
}

TEST(FieldTable, DefaultsForAbsentKeys) {
  const auto read = from_json<options>(R"({"needed":null,"whatever":{"a":[]}})");
  EXPECT_EQ(read.retries, 3);
  EXPECT_EQ(read.mode, "fast");
  EXPECT_EQ(read.steps, (std::vector{1, 2}));
  EXPECT_EQ(read.limit, 9);
  EXPECT_EQ(read.shown, std::nullopt);
}

TEST(FieldTable, NullIsNotAbsent) {
  EXPECT_EQ(from_json<options>(R"({"needed":1,"limit":null})").limit, std::nullopt);
  EXPECT_EQ(issues_of<options>(R"({"needed":1,"retries":null})"),
            "/retries: expected an integer, found null");
}

TEST(FieldTable, EmptyOptionalsAreLeftOutUnlessNullableOrRequired) {
  EXPECT_EQ(to_json(options{}), R"({"retries":0,"mode":"","steps":[],"shown":null,"needed":null})");
}

TEST(FieldTable, RequiredOptional) {
  EXPECT_EQ(issues_of<options>("{}"), "/needed: missing");
}

TEST(FieldTable, IgnoredKeysAreStillChecked) {
  EXPECT_EQ(syntax_error_of<options>("{\"x\":\"\xff\"}"), "text is not valid UTF-8 at 6");
}

struct open_map {
  int a = 0;
  std::map<std::string, boost::json::value> rest;
};
constexpr auto describe_fields(clamator::type<open_map>) {
  return clamator::fields<open_map>(clamator::field("a", &open_map::a),
                                    clamator::keep_unknown(&open_map::rest));
}
struct open_object {
  int a = 0;
  boost::json::object rest;
};
constexpr auto describe_fields(clamator::type<open_object>) {
  return clamator::fields<open_object>(clamator::field("a", &open_object::a),
                                       clamator::keep_unknown(&open_object::rest));
}

TEST(FieldTable, UnknownKeysAreKept) {
  constexpr std::string_view text = R"({"a":1,"x":[1,{"y":null}],"z":0.5})";
  EXPECT_EQ(to_json(from_json<open_map>(text)), text);
  EXPECT_EQ(to_json(from_json<open_object>(text)), text);
  EXPECT_EQ(issues_of<open_map>(R"({"x":1,"a":1,"x":2})"), "/x: duplicate key");
  EXPECT_EQ(issues_of<open_object>(R"({"x":1,"a":1,"x":2})"), "/x: duplicate key");
}

TEST(FieldTable, AKeptKeyMayNotShadowAField) {
  open_map value;
  value.rest["a"] = 2;
  EXPECT_EQ(issues_writing(value), "/a: a kept key has the name of a field");
}

struct node {
  int value = 0;
  std::unique_ptr<node> next;
  std::vector<node> children;
};
BOOST_DESCRIBE_STRUCT(node, (), (value, next, children))

TEST(StructCodec, RecursiveTypes) {
  constexpr std::string_view text =
      R"({"value":1,"next":{"value":2,"next":null,"children":[]},"children":[{"value":3,"next":null,"children":[]}]})";
  const auto read = from_json<node>(text);
  EXPECT_EQ(read.next->value, 2);
  EXPECT_EQ(read.children.at(0).value, 3);
  EXPECT_EQ(to_json(read), text);
}

TEST(StructCodec, RecursionIsBounded) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += R"({"value":1,"children":[],"next":)";
  EXPECT_THAT(syntax_error_of<node>(text), testing::StartsWith("nested too deeply"));
}

TEST(StructCodec, ReadingAgainForgetsWhatWasThere) {
  line value{{"x"}, 3, "n"};
  clamator::json::reader in(R"({"id":"y","amount":4})");
  clamator::issue_list issues;
  clamator::decode(in, value, issues);
  EXPECT_EQ(value, (line{{"y"}, 4, std::nullopt}));
}

}  // namespace
