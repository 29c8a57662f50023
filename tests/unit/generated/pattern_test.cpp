// Patterns on members, elements and keys, and what an expression that RE2 does not know does.

#include <gtest/gtest.h>

#include <clamator/generated/codecs.hpp>

#include "unit/protocol/codec_support.hpp"

namespace {

struct labels {
  std::string name = "A";
  std::map<std::string, std::vector<std::string>> by_key;
};
constexpr auto describe_fields(clamator::type<labels>) {
  using namespace clamator;
  return fields<labels>(
      field("name", &labels::name, pattern<"^[A-Z]">("^[A-Z]")),
      field("by_key", &labels::by_key, keys(pattern<"^k">("^k")), each(each(pattern<"(?i)x$">("x$")))));
}

TEST(Pattern, IsSearchedForAnywhere) {
  EXPECT_EQ(issues_of<labels>(R"({"name":"Abc","by_key":{"k1":["aX","x"]}})"), "");
  EXPECT_EQ(issues_of<labels>(R"({"name":"abc","by_key":{"1k":["aX","xa"]}})"),
            "/name: must match /^[A-Z]/, found \"abc\"; /by_key/1k: key: must match /^k/, found \"1k\"; "
            "/by_key/1k/1: must match /x$/, found \"xa\"");
}

TEST(Pattern, IsCheckedOnWriting) {
  EXPECT_EQ(issues_writing(labels{"a", {}}), "/name: must match /^[A-Z]/, found \"a\"");
}

struct broken {
  std::string name;
};
constexpr auto describe_fields(clamator::type<broken>) {
  return clamator::fields<broken>(
      clamator::field("name", &broken::name, clamator::pattern<"(?=a)">("(?=a)")));
}

TEST(Pattern, AnExpressionThatRe2DoesNotKnowIsAUsageErrorAndNoVerdict) {
  EXPECT_THROW(issues_of<broken>(R"({"name":"a"})"), clamator::usage_error);
  EXPECT_THROW(issues_of<broken>(R"({"name":"a"})"), clamator::usage_error);
}

}  // namespace
