#include <gtest/gtest.h>

#include <clamator/protocol/name.hpp>

namespace clamator {
namespace {

TEST(Name, ServicesAreLowerCaseWithDigitsAndHyphens) {
  for (const char* name : {"a", "arith", "a-b", "a1-", "z--9"}) EXPECT_TRUE(valid_service_name(name)) << name;
  for (const char* name : {"", "A", "1a", "-a", "aB", "a_b", "a.b", "a b", "\xc3\xa4", "a\n", "a/b"}) {
    EXPECT_FALSE(valid_service_name(name)) << name;
  }
  EXPECT_FALSE(valid_service_name(std::string_view("a\0", 2)));
}

TEST(Name, MethodsMayHaveUpperCaseLettersBehindTheFirst) {
  for (const char* name : {"a", "addAll", "a1", "get-it", "zZ9"})
    EXPECT_TRUE(valid_method_name(name)) << name;
  for (const char* name : {"", "Add", "1a", "-a", "a_b", "a.b", "a b", "a\n"}) {
    EXPECT_FALSE(valid_method_name(name)) << name;
  }
}

TEST(Name, SplitsAtTheFirstDot) {
  EXPECT_EQ(split_method("a.b").service, "a");
  EXPECT_EQ(split_method("a.b").method, "b");
  EXPECT_EQ(split_method("a.b.c").service, "a");
  EXPECT_EQ(split_method("a.b.c").method, "b.c");
  EXPECT_TRUE(split_method("a.b").valid());
  for (const char* name : {"", ".", "a", "a.", ".b", "a.b.c", "a..b"})
    EXPECT_FALSE(split_method(name).valid()) << name;
}

}  // namespace
}  // namespace clamator
