#include <gtest/gtest.h>

#include <clamator/protocol/issue.hpp>

namespace clamator {
namespace {

TEST(IssueList, BuildsPathsFromTheInsideOut) {
  issue_list issues;
  issues.add("first");
  const std::size_t mark = issues.mark();
  issues.add("second", "7");
  issues.prefix(mark, std::size_t{3});
  issues.prefix(mark, "list");
  EXPECT_EQ(issues.items().at(0).path, "");
  EXPECT_EQ(issues.items().at(1).path, "/list/3");
  EXPECT_EQ(issues.text(), "first; /list/3: second, found 7");
}

TEST(IssueList, EscapesKeysAsJsonPointersDo) {
  issue_list issues;
  issues.add("x");
  issues.prefix(0, "a/b~c");
  issues.prefix(0, "");
  EXPECT_EQ(issues.items().at(0).path, "//a~1b~0c");
}

TEST(IssueList, CutsKeysThatAreTooLongForAPath) {
  issue_list issues;
  issues.add("x");
  issues.prefix(0, std::string(1'000'000, 'k'));
  issues.prefix(0, std::string(100, 'e'));
  EXPECT_EQ(issues.items().at(0).path, "/" + std::string(100, 'e') + "/" + std::string(101, 'k') + "...");
}

TEST(IssueList, MarksBytesOfKeysThatAreNotUtf8) {
  issue_list issues;
  issues.add("x");
  issues.prefix(0, "a\xff\xc3\xa9\xc3");
  EXPECT_EQ(issues.items().at(0).path, "/a\xef\xbf\xbd\xc3\xa9\xef\xbf\xbd");
}

TEST(IssueList, KeepsSixtyFourAndCountsTheRest) {
  issue_list issues;
  for (int i = 0; i < 70; ++i) issues.add("x");
  EXPECT_EQ(issues.items().size(), 64u);
  EXPECT_EQ(issues.total(), 70u);
  const std::string text = issues.text();
  EXPECT_EQ(text.substr(text.size() - 12), "; and 6 more");
}

TEST(IssueList, PrefixesNothingBeyondTheLimit) {
  issue_list issues;
  for (std::size_t i = 0; i < 64; ++i) issues.add("x");
  const std::size_t mark = issues.mark();
  issues.add("beyond");
  issues.prefix(mark, "key");
  EXPECT_EQ(issues.items().back().path, "");
}

TEST(IssueList, IsEmptyAgainWhenCleared) {
  issue_list issues;
  EXPECT_TRUE(issues.empty());
  issues.add("x");
  EXPECT_FALSE(issues.empty());
  issues.clear();
  EXPECT_TRUE(issues.empty());
  EXPECT_EQ(issues.total(), 0u);
  EXPECT_EQ(issues.text(), "");
}

}  // namespace
}  // namespace clamator
