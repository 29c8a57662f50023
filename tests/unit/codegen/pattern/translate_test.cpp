#include "pattern/translate.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <re2/re2.h>

namespace {

namespace json = boost::json;
using clamator::codegen::to_python;
using clamator::codegen::to_re2;

json::array verdicts() {
  std::ifstream file(CLAMATOR_PATTERN_VERDICTS);
  return json::parse(std::string(std::istreambuf_iterator<char>(file), {})).as_array();
}

void expect_verdicts(const json::object& of) {
  const auto source = json::value_to<std::string>(of.at("source"));
  const auto flags = json::value_to<std::string>(of.at("flags"));
  SCOPED_TRACE("/" + source + "/" + flags);
  const auto made = to_re2({source, flags});
  ASSERT_EQ(made.problem, "");
  const re2::RE2 compiled(made.text, re2::RE2::Quiet);
  ASSERT_TRUE(compiled.ok()) << made.text << ": " << compiled.error();
  const auto& texts = of.at("texts").as_array();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(re2::RE2::PartialMatch(json::value_to<std::string>(texts[i]), compiled),
              of.at("verdicts").as_array()[i].as_bool())
        << made.text << " on " << json::serialize(texts[i]);
  }
}

}  // namespace

TEST(pattern, re2_agrees_with_javascript) {
  const auto cases = verdicts();
  ASSERT_FALSE(cases.empty());
  for (const auto& each : cases) expect_verdicts(each.as_object());
}

TEST(pattern, is_written_for_re2) {
  EXPECT_EQ(to_re2({"^[A-Z]{2}-\\d{4}$", ""}).text, "\\A[A-Z]{2}-[0-9]{4}\\z");
  EXPECT_EQ(to_re2({"(a|b)+?é", "i"}).text, "(?:[Aa]|[Bb])+?[\\x{c9}\\x{e9}]");
}

TEST(pattern, is_written_for_python) {
  EXPECT_EQ(to_python({"^[A-Z]{2}-\\d{4}$", ""}).text, "\\A[A-Z]{2}-[0-9]{4}\\Z");
  EXPECT_EQ(to_python({"\\bé", ""}).text, "(?a)\\b\\xe9");
}
