// optional, pointers, sequences, maps, JSON values, tagged unions, and a codec of the user's own.

#include <unordered_map>

#include <boost/describe/class.hpp>
#include <gtest/gtest.h>

#include "codec_support.hpp"

namespace {

TEST(ContainerCodec, Optional) {
  EXPECT_EQ(from_json<std::optional<int>>("null"), std::nullopt);
  EXPECT_EQ(from_json<std::optional<int>>("1"), 1);
  EXPECT_EQ(issues_of<std::optional<int>>("\"x\""), ": expected an integer, found \"x\"");
  EXPECT_EQ(to_json(std::vector<std::optional<int>>{1, std::nullopt}), "[1,null]");
}

TEST(ContainerCodec, Pointers) {
  EXPECT_EQ(from_json<std::unique_ptr<int>>("null"), nullptr);
  EXPECT_EQ(*from_json<std::shared_ptr<int>>("3"), 3);
  EXPECT_EQ(to_json(std::make_shared<int>(3)), "3");
  EXPECT_EQ(to_json(std::unique_ptr<int>()), "null");
}

TEST(ContainerCodec, Sequences) {
  EXPECT_EQ(from_json<std::vector<int>>("[1, 2,3 ]"), (std::vector{1, 2, 3}));
  EXPECT_EQ(from_json<std::vector<bool>>("[true,false]"), (std::vector{true, false}));
  EXPECT_EQ(to_json(std::vector<bool>{true, false}), "[true,false]");
  EXPECT_EQ(to_json(std::vector<std::vector<int>>{{}, {1}}), "[[],[1]]");
  EXPECT_EQ(issues_of<std::vector<std::vector<int>>>("[[1],[2,\"x\"],{}]"),
            "/1/1: expected an integer, found \"x\"; /2: expected an array, found an object");
}

TEST(ContainerCodec, Arrays) {
  using pair = std::array<int, 2>;
  EXPECT_EQ(from_json<pair>("[1,2]"), (pair{1, 2}));
  EXPECT_EQ(to_json(pair{1, 2}), "[1,2]");
  EXPECT_EQ(issues_of<pair>("[1]"), ": expected 2 elements, found 1 elements");
  EXPECT_EQ(issues_of<pair>("[1,2,[]]"), ": expected 2 elements, found 3 elements");
  EXPECT_EQ(from_json<std::vector<pair>>("[[1,2],[3,4]]").at(1), (pair{3, 4}));
}

TEST(ContainerCodec, Maps) {
  const auto read = from_json<std::map<std::string, int>>(R"({"b":2,"a\n":1})");
  EXPECT_EQ(to_json(read), R"({"a\n":1,"b":2})");
  EXPECT_EQ((from_json<std::unordered_map<std::string, int>>(R"({"b":2})").at("b")), 2);
  EXPECT_EQ((issues_of<std::map<std::string, int>>(R"({"a":1,"a":2,"b":"x"})")),
            "/a: duplicate key; /b: expected an integer, found \"x\"");
  EXPECT_EQ(issues_writing(std::map<std::string, double>{{"\xff", 1}, {"n", HUGE_VAL}}),
            "/n: not a finite number, found inf; : a key is not valid UTF-8");
}

TEST(ContainerCodec, IssuesAreCountedBeyondTheLimit) {
  std::string text = "[0";
  for (int i = 0; i < 100; ++i) text += ",{}";
  text += "]";
  clamator::json::reader in(text);
  std::vector<int> values;
  clamator::issue_list issues;
  clamator::decode(in, values, issues);
  EXPECT_EQ(issues.total(), 100u);
  EXPECT_EQ(issues.items().size(), clamator::issue_list::limit);
  EXPECT_EQ(issues.items().back().path, "/64");
}

using boost::json::value;

TEST(ValueCodec, NumbersKeepTheirKind) {
  const auto read = from_json<value>("[9223372036854775807,18446744073709551615,0.1,5.0,-0]").as_array();
  EXPECT_EQ(read.at(0).as_int64(), 9223372036854775807);
  EXPECT_EQ(read.at(1).as_uint64(), 18446744073709551615u);
  EXPECT_EQ(read.at(2).as_double(), 0.1);
  EXPECT_EQ(read.at(3).as_double(), 5.0);
  EXPECT_TRUE(std::signbit(read.at(4).as_double()));
  EXPECT_EQ(to_json(read), "[9223372036854775807,18446744073709551615,0.1,5,-0.0]");
}

TEST(ValueCodec, ReadsAndWritesAnyDocument) {
  constexpr std::string_view text = R"({"a":[null,true,"x\n",{}],"b":{"c":[]},"":0})";
  EXPECT_EQ(to_json(from_json<value>(text)), text);
  EXPECT_EQ(to_json(from_json<boost::json::object>(text)), text);
  EXPECT_EQ(to_json(from_json<boost::json::array>("[1,[2]]")), "[1,[2]]");
}

TEST(ValueCodec, IssuesHaveTheirPaths) {
  EXPECT_EQ(issues_of<value>(R"({"a":[1,1e400],"b":1,"b":[]})"),
            "/a/1: number out of range, found 1e400; /b: duplicate key");
  EXPECT_EQ(issues_of<boost::json::object>("[]"), ": expected an object, found an array");
  EXPECT_EQ(issues_writing(value{{"a", {1, HUGE_VAL}}, {"s", "\xff"}}),
            "/a/1: not a finite number, found inf; /s: not valid UTF-8");
}

TEST(ValueCodec, SyntaxIsStrict) {
  EXPECT_EQ(syntax_error_of<value>("{\"a\":[1,2}"), "expected ',' or ']' at 9");
  EXPECT_EQ(syntax_error_of<value>(""), "unexpected end of the text at 0");
  EXPECT_EQ(syntax_error_of<value>(std::string(300, '[')), "nested too deeply at 256");
}

struct circle {
  double radius = 0;
};
BOOST_DESCRIBE_STRUCT(circle, (), (radius))
struct square {
  double side = 0;
  std::optional<std::string> label;
};
BOOST_DESCRIBE_STRUCT(square, (), (side, label))
struct blank {};
using shape = std::variant<circle, square, blank>;
constexpr auto describe_union(clamator::type<shape>) {
  return clamator::tagged("kind", clamator::alternative<square>("square"),
                          clamator::alternative<circle>("circle"), clamator::alternative<blank>("blank"));
}

TEST(UnionCodec, DiscriminatorAtAnyPosition) {
  for (const char* text :
       {R"({"kind":"square","side":2,"label":"x"})", R"({"side":2,"kind":"square","label":"x"})",
        R"({ "side":2, "label":"x", "kind" : "square" })", R"({ "kind":"square", "side":2,"label":"x"})"}) {
    EXPECT_EQ(to_json(from_json<shape>(text)), R"({"kind":"square","side":2,"label":"x"})") << text;
  }
  EXPECT_EQ(to_json(from_json<shape>(R"({"kind":"blank"})")), R"({"kind":"blank"})");
}

TEST(UnionCodec, Issues) {
  EXPECT_EQ(issues_of<shape>(R"({"side":2})"), "/kind: missing");
  EXPECT_EQ(issues_of<shape>(R"({"side":2,"kind":"oval","x":1})"),
            "/kind: expected one of \"square\", \"circle\", \"blank\", found \"oval\"");
  EXPECT_EQ(issues_of<shape>(R"({"kind":7,"side":2})"),
            "/kind: expected one of \"square\", \"circle\", \"blank\", found 7");
  EXPECT_EQ(issues_of<shape>(R"({"kind":"circle","side":2,"kind":"circle"})"),
            "/side: unknown key, found 2; /kind: duplicate key; /radius: missing");
  EXPECT_EQ(issues_of<shape>(R"({"radius":2,"kind":"circle","kind":"circle"})"), "/kind: duplicate key");
  EXPECT_EQ(issues_of<std::vector<shape>>(R"([{"radius":"x","kind":"circle"}])"),
            "/0/radius: expected a number, found \"x\"");
  EXPECT_EQ(issues_of<shape>("1"), ": expected an object, found 1");
}

TEST(UnionCodec, SyntaxErrorsInWhatIsPassedOver) {
  EXPECT_EQ(syntax_error_of<shape>(R"({"side":01,"kind":"square"})"), "number with a leading zero at 8");
  EXPECT_EQ(syntax_error_of<shape>(R"({"kind":"oval","side":tru})"), "expected true or false at 22");
}

struct money {
  std::int64_t cents = 0;
};

}  // namespace

template <>
struct clamator::codec<money> {
  static void read(json::reader& in, money& out, issue_list& issues) {
    std::string text;
    decode(in, text, issues);
    out.cents = static_cast<std::int64_t>(text.size());
  }
  static void write(json::writer& out, const money& value, issue_list& issues) {
    encode(out, std::string(static_cast<std::size_t>(value.cents), '$'), issues);
  }
};

namespace {

TEST(CustomCodec, IsUsedWithinOtherTypes) {
  using purses = std::map<std::string, std::vector<money>>;
  EXPECT_EQ(from_json<purses>(R"({"a":["$$"]})").at("a").at(0).cents, 2);
  EXPECT_EQ(to_json(purses{{"a", {{3}}}}), R"({"a":["$$$"]})");
}

struct undescribed {
  int a;
};
static_assert(clamator::has_codec<shape> && clamator::has_codec<std::vector<std::optional<money>>>);
static_assert(!clamator::has_codec<undescribed> && !clamator::has_codec<std::vector<undescribed>>);
static_assert(!clamator::has_codec<char> && !clamator::has_codec<int*> && !clamator::has_codec<const char*>);
static_assert(!clamator::has_codec<std::variant<int, bool>> && !clamator::has_codec<std::map<int, int>>);

}  // namespace
