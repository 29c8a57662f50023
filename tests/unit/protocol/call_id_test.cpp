#include <set>
#include <string>

#include <gtest/gtest.h>

#include <clamator/protocol/call_id.hpp>

namespace clamator {
namespace {

constexpr std::string_view canonical = "01234567-89ab-cdef-fedc-ba9876543210";

TEST(CallId, ReadsAndWritesTheCanonicalText) {
  const auto id = call_id::parse(canonical);
  ASSERT_TRUE(id);
  EXPECT_EQ(id->high, 0x0123456789abcdefu);
  EXPECT_EQ(id->low, 0xfedcba9876543210u);
  EXPECT_EQ(id->text(), canonical);
}

TEST(CallId, ReadsUpperCaseAndWritesLowerCase) {
  const auto id = call_id::parse("01234567-89AB-CDEF-FEDC-BA9876543210");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->text(), canonical);
}

TEST(CallId, ReadsNoOtherText) {
  for (std::string_view text :
       {"", "x", "0123456789abcdeffedcba9876543210", "01234567-89ab-cdef-fedc-ba987654321",
        "01234567-89ab-cdef-fedc-ba98765432100", "g1234567-89ab-cdef-fedc-ba9876543210",
        "01234567+89ab-cdef-fedc-ba9876543210", "0123456-789ab-cdef-fedc-ba9876543210",
        "{1234567-89ab-cdef-fedc-ba987654321}", "01234567-89ab-cdef-fedc-ba987654321\xc3"}) {
    EXPECT_FALSE(call_id::parse(text)) << text;
  }
  for (std::size_t at = 0; at < canonical.size(); ++at) {
    std::string wrong(canonical);
    wrong[at] = canonical[at] == '-' ? '0' : '-';
    EXPECT_FALSE(call_id::parse(wrong)) << wrong;
  }
}

TEST(CallId, RandomOnesAreVersion4AndDiffer) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const call_id id = call_id::random();
    const std::string text = id.text();
    EXPECT_EQ(text[14], '4') << text;
    EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos) << text;
    EXPECT_EQ(call_id::parse(text), id);
    seen.insert(text);
  }
  EXPECT_EQ(seen.size(), 1000u);
}

}  // namespace
}  // namespace clamator
