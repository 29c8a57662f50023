// Constants, enums of values, wrappers, and classes derived from std::variant by their options.

#include <gtest/gtest.h>

#include "codec_support.hpp"

namespace {

using clamator::box;

struct place {
  std::string street;
};
constexpr auto describe_fields(clamator::type<place>) {
  using clamator::constant;
  return clamator::fields<place>(constant("kind", "ho\"me"), constant("version", 1),
                                 clamator::field("street", &place::street), constant("ratio", 0.5),
                                 constant("big", 18446744073709551615U), constant("open", false));
}

TEST(Constant, IsWrittenInItsPlaceAndRead) {
  constexpr std::string_view text =
      R"({"kind":"ho\"me","version":1,"street":"s","ratio":0.5,"big":18446744073709551615,"open":false})";
  EXPECT_EQ(to_json(from_json<place>(text)), text);
  EXPECT_EQ(
      issues_of<place>(
          R"({"open": false,"kind": "ho\u0022me","version":1.0,"ratio":5e-1,"big":18446744073709551615,"street":""})"),
      "");
}

TEST(Constant, AnythingElseIsRefused) {
  EXPECT_EQ(issues_of<place>(R"({"kind":"home","version":"1","street":"","ratio":1,"big":1,"open":0})"),
            "/kind: expected \"ho\\\"me\", found \"home\"; /version: expected 1, found \"1\"; "
            "/ratio: expected 0.5, found 1; /big: expected 18446744073709551615, found 1; "
            "/open: expected false, found 0");
  EXPECT_EQ(issues_of<place>(
                R"({"street":"","version":1,"version":1,"ratio":0.5,"big":18446744073709551615,"open":[]})"),
            "/version: duplicate key; /open: expected false, found an array; /kind: missing");
  EXPECT_EQ(syntax_error_of<place>(R"({"kind":"ho\"me"})"), "");
  EXPECT_EQ(syntax_error_of<place>(R"({"kind":"ho)"), "string without an end at 11");
}

enum class level { low, middle, high, off, unnamed };
constexpr auto describe_values(clamator::type<level>) {
  return clamator::values<level>(
      {{level::low, 1}, {level::middle, 2.5}, {level::high, "high"}, {level::off, false}});
}

TEST(EnumOfValues, ReadAndWritten) {
  constexpr std::string_view text = R"([1,2.5,"high",false])";
  const auto read = from_json<std::vector<level>>(text);
  EXPECT_EQ(read, (std::vector{level::low, level::middle, level::high, level::off}));
  EXPECT_EQ(to_json(read), text);
  EXPECT_EQ(from_json<level>("10e-1"), level::low);
}

TEST(EnumOfValues, OthersAreRefused) {
  constexpr std::string_view expected = "expected one of 1, 2.5, \"high\", false, found ";
  for (const std::string text : {"2", "true", "\"1\"", "null"}) {
    EXPECT_EQ(issues_of<level>(text), ": " + std::string(expected) + text);
  }
  EXPECT_EQ(issues_writing(level::unnamed), ": " + std::string(expected) + "4");
}

struct limit {
  double value = 0;
};
constexpr auto describe_wrapped(clamator::type<limit>) {
  return clamator::wraps(&limit::value, clamator::minimum(0));
}

TEST(Wrapper, IsItsValue) {
  EXPECT_EQ(from_json<limit>("2.5").value, 2.5);
  EXPECT_EQ(to_json(std::vector<limit>{{1}}), "[1]");
  EXPECT_EQ(issues_of<std::vector<limit>>("[-1,\"x\"]"),
            "/0: must be at least 0, found -1; /1: expected a number, found \"x\"");
  EXPECT_EQ(issues_writing(limit{-1}), ": must be at least 0, found -1");
}

struct circle {
  double radius = 0;
};
constexpr auto describe_fields(clamator::type<circle>) {
  return clamator::fields<circle>(clamator::field("radius", &circle::radius));
}
struct square {
  double side = 0;
};
constexpr auto describe_fields(clamator::type<square>) {
  return clamator::fields<square>(clamator::constant("kind", "square"),
                                  clamator::field("side", &square::side));
}

class shape : public std::variant<circle, square, std::string, std::int64_t, double> {
 public:
  using variant::variant;
};
constexpr auto describe_options(clamator::type<shape>) {
  using namespace clamator;
  return first_match(option<circle>(), option<square>(), option<std::string>(min_length(3)),
                     option<std::string>(one_of("x")), option<std::int64_t>(), option<double>(maximum(9)));
}

TEST(FirstMatch, TheFirstThatFits) {
  for (const std::string text :
       {R"({"radius":1})", R"({"kind":"square","side":2})", R"("abc")", R"("x")", "7", "2.5"}) {
    EXPECT_EQ(to_json(from_json<shape>(text)), text);
  }
  EXPECT_TRUE(std::holds_alternative<std::int64_t>(from_json<shape>("3.0")));
  EXPECT_EQ(from_json<std::vector<shape>>(R"([ "abc" , 1 ])").size(), 2U);
}

TEST(FirstMatch, WhatIsSaidWhereNoneFits) {
  EXPECT_EQ(issues_of<shape>("null"), ": expected one of: a number, a string, an object, found null");
  EXPECT_EQ(issues_of<shape>("\"y\""), ": length must be at least 3, or must be one of \"x\", found \"y\"");
  EXPECT_EQ(issues_of<shape>("9.5"), ": expected an integer, or must be at most 9, found 9.5");
  EXPECT_EQ(issues_of<std::vector<shape>>(R"([{"kind":"square","side":"x"}])"),
            "/0/side: in option 2 of 6: expected a number, found \"x\"");
  EXPECT_EQ(issues_of<shape>(R"({"radius":"x"})"),
            "/radius: in option 1 of 6: expected a number, found \"x\"");
  EXPECT_EQ(syntax_error_of<shape>(R"({"radius":1,})"), "expected a key in quotes at 12");
}

TEST(FirstMatch, WritesWhatPassesOneOfItsOptions) {
  EXPECT_EQ(issues_writing(shape("x")), "");
  EXPECT_EQ(issues_writing(shape("y")), ": must be one of \"x\", found \"y\"");
  EXPECT_EQ(issues_writing(shape(9.5)), ": must be at most 9, found 9.5");
  EXPECT_EQ(issues_writing(shape(std::int64_t{10})), "");
}

struct sum;
struct product;
class term : public std::variant<double, box<sum>, box<product>> {
 public:
  using variant::variant;
};
struct sum {
  std::vector<term> of;
};
struct product {
  std::vector<term> of;
};
constexpr auto describe_fields(clamator::type<sum>) {
  return clamator::fields<sum>(clamator::field("of", &sum::of), clamator::constant("kind", "sum"));
}
constexpr auto describe_fields(clamator::type<product>) {
  return clamator::fields<product>(clamator::field("of", &product::of),
                                   clamator::constant("kind", "product"));
}
constexpr auto describe_options(clamator::type<term>) {
  return clamator::first_match(clamator::option<double>(), clamator::option<box<sum>>(),
                               clamator::option<box<product>>());
}

std::string nested_products(int depth) {
  std::string text = "1";
  for (int i = 0; i < depth; ++i) text = R"({"of":[)" + text + R"(],"kind":"product"})";
  return text;
}

TEST(FirstMatch, OptionsMayHoldThemselves) {
  const std::string text = nested_products(5);
  EXPECT_EQ(to_json(from_json<term>(text)), text);
}

TEST(FirstMatch, NestingDoesNotMakeItExponential) {
  EXPECT_THAT(syntax_error_of<term>(nested_products(100)),
              testing::StartsWith("too many alternatives were tried"));
}

struct created {
  int id = 0;
};
constexpr auto describe_fields(clamator::type<created>) {
  return clamator::fields<created>(clamator::constant("type", "created"),
                                   clamator::field("id", &created::id));
}
enum class reason { deleted, expired };
constexpr auto describe_enum(clamator::type<reason>) {
  return clamator::enumerators<reason>({{reason::deleted, "deleted"}, {reason::expired, "expired"}});
}
struct gone {
  reason type = reason::deleted;
};
constexpr auto describe_fields(clamator::type<gone>) {
  return clamator::fields<gone>(clamator::field("type", &gone::type));
}
struct numbered {};
constexpr auto describe_fields(clamator::type<numbered>) {
  return clamator::fields<numbered>(clamator::constant("type", 3));
}
class event : public std::variant<created, gone, numbered> {
 public:
  using variant::variant;
};
constexpr auto describe_options(clamator::type<event>) {
  using clamator::tagged_option;
  return clamator::by_tag("type", tagged_option<created>("created"),
                          tagged_option<gone>("deleted", "expired"), tagged_option<numbered>(3));
}

TEST(ByTag, AtAnyPosition) {
  EXPECT_EQ(to_json(from_json<event>(R"({"type":"created","id":4})")), R"({"type":"created","id":4})");
  EXPECT_EQ(to_json(from_json<event>(R"({"id":4, "type" : "created"})")), R"({"type":"created","id":4})");
  EXPECT_EQ(to_json(from_json<event>(R"({"type":"expired"})")), R"({"type":"expired"})");
  EXPECT_EQ(to_json(from_json<event>(R"({"type":3.0})")), R"({"type":3})");
}

TEST(ByTag, IssuesAreThoseOfTheOptionOrOfTheTag) {
  EXPECT_EQ(issues_of<event>(R"({"type":"created","id":"x"})"), "/id: expected an integer, found \"x\"");
  EXPECT_EQ(issues_of<event>(R"({"type":"created","id":1,"type":"created"})"), "/type: duplicate key");
  EXPECT_EQ(issues_of<std::vector<event>>(R"([{"id":1,"type":"made"},{"id":1},7,{"type":"deleted"}])"),
            "/0/type: expected one of \"created\", \"deleted\", \"expired\", 3, found \"made\"; "
            "/1/type: missing; /2: expected an object, found 7");
  EXPECT_EQ(syntax_error_of<event>(R"({"id":1,"type":)"), "unexpected end of the text at 15");
}

struct holder {
  std::optional<shape> one;
  std::optional<event> other;
};
constexpr auto describe_fields(clamator::type<holder>) {
  return clamator::fields<holder>(clamator::field("one", &holder::one),
                                  clamator::field("other", &holder::other));
}

TEST(Options, InOptionalMembers) {
  EXPECT_EQ(to_json(from_json<holder>(R"({"one":1,"other":null})")), R"({"one":1})");
}

}  // namespace
