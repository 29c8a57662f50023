#include <string>

#include <gtest/gtest.h>

#include "pattern/translate.hpp"

using clamator::codegen::to_python;
using clamator::codegen::to_re2;

namespace {

std::string problem(const std::string& source, const std::string& flags = "") {
  return to_re2({source, flags}).problem;
}

const std::string no_javascript = ", so it is no JavaScript regular expression; correct it in the contract";

}  // namespace

TEST(pattern_refusals, looking_around) {
  const std::string remedy =
      " has no counterpart: give the schema a second regex(), or check it in the handler";
  EXPECT_EQ(problem("a(?=b)"), "looking ahead, (?= or (?!," + remedy);
  EXPECT_EQ(problem("a(?!b)"), "looking ahead, (?= or (?!," + remedy);
  EXPECT_EQ(problem("(?<=a)b"), "looking behind, (?<= or (?<!," + remedy);
  EXPECT_EQ(problem("(?<!a)b"), "looking behind, (?<= or (?<!," + remedy);
}

TEST(pattern_refusals, references_to_groups) {
  const std::string remedy = " has no counterpart: write out what it may repeat, or check it in the handler";
  EXPECT_EQ(problem("(a)\\1"), "a reference back to a group (\\1)" + remedy);
  EXPECT_EQ(problem("\\1(a)"), "a reference back to a group (\\1)" + remedy);
  EXPECT_EQ(problem("(?<n>a)\\k<n>"), "a reference back to a group (\\k)" + remedy);
}

TEST(pattern_refusals, flags) {
  EXPECT_EQ(problem("a", "y"), "flag y has no counterpart: begin the pattern with ^ instead");
  EXPECT_EQ(problem("a", "d"), "flag d changes nothing about which strings match: leave it out");
  EXPECT_EQ(problem("a", "v"), "flag v has no counterpart: write the sets out, with flag u");
  EXPECT_EQ(problem("a", "x"), "flag x is none of JavaScript's: leave it out");
  EXPECT_EQ(problem("a", "ii"), "flag i is given twice: leave one out");
}

TEST(pattern_refusals, counts_beyond_those_of_re2) {
  const std::string refused =
      "RE2 repeats at most 1000 times, counts within one another multiplied: use min() and max(), or smaller "
      "counts";
  EXPECT_EQ(problem("a{1000}"), "");
  EXPECT_EQ(problem("a{1001}"), refused);
  EXPECT_EQ(problem("a{1,99999999999999999999}"), refused);
  EXPECT_EQ(problem("(?:a{100}){11}"), refused);
}

TEST(pattern_refusals, what_only_one_engine_lacks) {
  EXPECT_EQ(problem("a^b", "m"),
            "with flag m, ^ can only begin the pattern and $ only end it: match the line's end with [\\n\\r] "
            "instead");
  EXPECT_EQ(problem("\\B"),
            "\\B by itself has no counterpart in RE2: let the pattern match a character beside it");
  EXPECT_EQ(to_python({"\\p{L}", "u"}).problem,
            "\\p{L} has no counterpart in Python: list the characters as ranges, as [A-Za-z\\u00c0-\\u024f]");
}

TEST(pattern_refusals, properties_and_surrogates) {
  EXPECT_EQ(problem("\\p{Emoji}", "u"),
            "\\p{Emoji} has no counterpart: use a general category such as \\p{L}, a script such as "
            "\\p{Script=Greek}, or list the characters");
  EXPECT_EQ(problem("\\p{L}", "iu"),
            "\\p{L} together with flag i has no counterpart: leave the flag out, and list both cases where "
            "they matter");
  EXPECT_EQ(problem("[\\ud800-\\udbff]"),
            "a half of a surrogate pair is no character in UTF-8: use flag u and \\u{10000}-\\u{10FFFF}");
}

TEST(pattern_refusals, no_javascript_at_all) {
  EXPECT_EQ(problem("a)"), ") without ( at character 1" + no_javascript);
  EXPECT_EQ(problem("(a"), "( is not closed at character 2" + no_javascript);
  EXPECT_EQ(problem("[a"), "[ is not closed at character 2" + no_javascript);
  EXPECT_EQ(problem("^*"), "nothing to repeat at character 1" + no_javascript);
  EXPECT_EQ(problem("a{2,1}"), "a count whose end comes before its begin at character 6" + no_javascript);
  EXPECT_EQ(problem("[b-a]"), "a range whose end comes before its begin at character 4" + no_javascript);
  EXPECT_EQ(problem("{", "u"),
            "a bracket by itself, which flag u does not allow, at character 0" + no_javascript);
  EXPECT_EQ(problem("\\"), "\\ is followed by nothing at character 1" + no_javascript);
  EXPECT_EQ(problem("(?<n>a)(?<n>b)"), "a second group of the same name at character 12" + no_javascript);
}
