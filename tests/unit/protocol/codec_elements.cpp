// Tuples, open tuples, null, boxes, JSON values in optionals, and checks of what a value holds.

#include <gtest/gtest.h>

#include "codec_support.hpp"

namespace {

using clamator::box;
using clamator::open_tuple;
using pair = std::tuple<int, std::string>;

TEST(TupleCodec, ExactlySoManyElements) {
  EXPECT_EQ(from_json<pair>(R"([1, "a"])"), (pair{1, "a"}));
  EXPECT_EQ(to_json(pair{1, "a"}), R"([1,"a"])");
  EXPECT_EQ(issues_of<pair>("[1]"), ": expected 2 elements, found 1 elements");
  EXPECT_EQ(issues_of<pair>(R"(["x","a",{}])"),
            "/0: expected an integer, found \"x\"; : expected 2 elements, found 3 elements");
  EXPECT_EQ(issues_of<pair>("{}"), ": expected an array, found an object");
  EXPECT_EQ(from_json<std::tuple<>>("[]"), std::tuple<>());
  EXPECT_EQ(issues_of<std::tuple<>>("[1]"), ": expected 0 elements, found 1 elements");
  EXPECT_EQ(syntax_error_of<pair>("[1,\"a\"}"), "expected ',' or ']' at 6");
  EXPECT_EQ(issues_writing(pair{1, "\xff"}), "/1: not valid UTF-8");
}

TEST(TupleCodec, Open) {
  using row = open_tuple<bool, int, std::string>;
  const auto read = from_json<row>(R"([1,"a",true,false])");
  EXPECT_EQ(read, row({1, "a"}, {true, false}));
  EXPECT_EQ(to_json(read), R"([1,"a",true,false])");
  EXPECT_EQ(from_json<row>(R"([1,"a"])").rest.size(), 0U);
  EXPECT_EQ(issues_of<row>("[1]"), ": expected at least 2 elements, found 1 elements");
  EXPECT_EQ(issues_of<row>(R"([1,"a",true,3])"), "/3: expected true or false, found 3");
}

TEST(NullCodec, Null) {
  from_json<std::nullptr_t>(" null ");
  EXPECT_EQ(to_json(nullptr), "null");
  EXPECT_EQ(issues_of<std::nullptr_t>("0"), ": expected null, found 0");
}

struct node {
  std::string name;
  std::optional<box<node>> next;
  std::vector<box<node>> children;
  friend bool operator==(const node&, const node&) = default;
};
constexpr auto describe_fields(clamator::type<node>) {
  return clamator::fields<node>(clamator::field("name", &node::name), clamator::field("next", &node::next),
                                clamator::field("children", &node::children, clamator::default_value([] {
                                                  return std::vector<box<node>>();
                                                })));
}

TEST(Box, BehavesAsTheValue) {
  box<std::string> one("a");
  box<std::string> other = one;
  *other += "b";
  EXPECT_EQ(*one, "a");
  EXPECT_EQ(*other, "ab");
  EXPECT_FALSE(one == other);
  one = other;
  EXPECT_EQ(one, other);
  const box<std::string> taken = std::move(one);
  EXPECT_TRUE(one.valueless_after_move());  // NOLINT(bugprone-use-after-move)
  EXPECT_EQ(issues_writing(one), ": a box that was moved from");
  EXPECT_FALSE(one == taken);
  one = taken;
  EXPECT_EQ(one->size(), 2U);
  EXPECT_EQ(*box<std::string>(), "");
}

TEST(Box, TypesThatHoldThemselves) {
  constexpr std::string_view text =
      R"({"name":"a","next":{"name":"b","children":[]},"children":[{"name":"c","children":[]}]})";
  const auto read = from_json<node>(text);
  EXPECT_EQ((*read.next)->name, "b");
  EXPECT_EQ(to_json(read), text);
  node copy = read;
  EXPECT_EQ(copy, read);
  copy.children.at(0)->name = "d";
  EXPECT_FALSE(copy == read);
  EXPECT_EQ(issues_of<node>(R"({"name":"a","next":{"name":1}})"), "/next/name: expected a string, found 1");
}

struct loose {
  std::optional<boost::json::value> any;
  std::optional<box<boost::json::value>> boxed;
  std::optional<boost::json::value> shown;
};
constexpr auto describe_fields(clamator::type<loose>) {
  return clamator::fields<loose>(clamator::field("any", &loose::any), clamator::field("boxed", &loose::boxed),
                                 clamator::field("shown", &loose::shown, clamator::nullable));
}

TEST(OptionalJsonValue, NullIsAValueAndOnlyAbsentIsEmpty) {
  const auto read = from_json<loose>(R"({"any":null,"boxed":null})");
  ASSERT_TRUE(read.any);
  EXPECT_TRUE(read.any->is_null());
  EXPECT_TRUE(read.boxed);
  EXPECT_FALSE(read.shown);
  EXPECT_EQ(to_json(read), R"({"any":null,"boxed":null,"shown":null})");
  EXPECT_FALSE(from_json<loose>("{}").any);
}

struct checked {
  std::vector<std::vector<std::string>> rows;
  std::optional<std::map<std::string, box<int>>> counts;
  std::tuple<int, std::vector<int>> mixed;
  open_tuple<int, std::string> open;
  std::vector<bool> flags;
  std::string choice = "a";
};
constexpr auto describe_fields(clamator::type<checked>) {
  using namespace clamator;
  return fields<checked>(
      field("rows", &checked::rows, max_length(2), each(max_length(2), each(min_length(1)))),
      field("counts", &checked::counts, keys(min_length(2), one_of("ab", "c")), each(minimum(1))),
      field("mixed", &checked::mixed, item<0>(minimum(0)), item<1>(each(maximum(9)))),
      field("open", &checked::open, item<0>(min_length(1)), each(maximum(9))),
      field("flags", &checked::flags, each(check([](bool flag) { return flag; }, "must be true"))),
      field("choice", &checked::choice, one_of("a", "b")));
}

TEST(ElementChecks, OfWhatIsRight) {
  constexpr std::string_view text =
      R"({"rows":[["a"],["b","c"]],"counts":{"ab":1},"mixed":[0,[9]],"open":["x",1,2],"flags":[true],"choice":"b"})";
  EXPECT_EQ(to_json(from_json<checked>(text)), text);
}

TEST(ElementChecks, IssuesStandAtTheElement) {
  EXPECT_EQ(issues_of<checked>(
                R"({"rows":[["a"],["b","","c"]],"counts":{"c":0,"ab":1},"mixed":[-1,[9,10]],
              "open":["",1,20],"flags":[true,false],"choice":"c"})"),
            "/rows/1: length must be at most 2, found 3 elements; /rows/1/1: length must be at least 1, "
            "found \"\"; "
            "/counts/c: key: length must be at least 2, found \"c\"; /counts/c: must be at least 1, found 0; "
            "/mixed/0: must be at least 0, found -1; /mixed/1/1: must be at most 9, found 10; "
            "/open/0: length must be at least 1, found \"\"; /open/2: must be at most 9, found 20; "
            "/flags/1: must be true; /choice: must be one of \"a\", \"b\", found \"c\"");
}

TEST(ElementChecks, RunOnWriting) {
  checked value;
  value.rows = {{""}};
  value.counts.emplace()["zz"] = 1;
  value.open.items = {"x"};
  EXPECT_EQ(issues_writing(value),
            "/rows/0/0: length must be at least 1, found \"\"; "
            "/counts/zz: key: must be one of \"ab\", \"c\", found \"zz\"");
}

struct counted {
  int a = 0;
  std::map<std::string, std::vector<int>> rest;
};
constexpr auto describe_fields(clamator::type<counted>) {
  return clamator::fields<counted>(
      clamator::field("a", &counted::a),
      clamator::keep_unknown(&counted::rest, clamator::min_length(1), clamator::each(clamator::minimum(0))));
}

TEST(KeepUnknown, ValuesOfOneTypeWithChecks) {
  constexpr std::string_view text = R"({"a":1,"x":[1,2],"y":[0]})";
  const auto read = from_json<counted>(text);
  EXPECT_EQ(read.rest.at("x"), (std::vector{1, 2}));
  EXPECT_EQ(to_json(read), text);
  EXPECT_EQ(issues_of<counted>(R"({"a":1,"x":[],"y":[1,-1],"z":7,"y":[]})"),
            "/x: length must be at least 1, found 0 elements; /y/1: must be at least 0, found -1; "
            "/z: expected an array, found 7; /y: duplicate key");
  counted value = read;
  value.rest["x"] = {};
  value.rest["a"] = {1};
  EXPECT_EQ(issues_writing(value),
            "/a: a kept key has the name of a field; /x: length must be at least 1, found 0 elements");
}

}  // namespace
