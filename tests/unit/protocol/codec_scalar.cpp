// Booleans, numbers, strings, enums.

#include <cmath>
#include <limits>

#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

#include "codec_support.hpp"

namespace {

TEST(ScalarCodec, IntegersAreRangeChecked) {
  EXPECT_EQ(from_json<std::int8_t>("-128"), -128);
  EXPECT_EQ(issues_of<std::int8_t>("128"), ": number out of range, found 128");
  EXPECT_EQ(issues_of<std::int8_t>("-129"), ": number out of range, found -129");
  EXPECT_EQ(from_json<std::uint8_t>("255"), 255);
  EXPECT_EQ(issues_of<std::uint8_t>("256"), ": number out of range, found 256");
  EXPECT_EQ(issues_of<std::uint32_t>("-1"), ": number out of range, found -1");
  EXPECT_EQ(from_json<std::int64_t>("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(from_json<std::uint64_t>("18446744073709551615"), std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(issues_of<std::uint64_t>("18446744073709551616"),
            ": number out of range, found 18446744073709551616");
}

TEST(ScalarCodec, IntegersHoweverTheyAreWritten) {
  EXPECT_EQ(from_json<int>("5.0"), 5);
  EXPECT_EQ(from_json<int>("5e0"), 5);
  EXPECT_EQ(from_json<unsigned>("-0.0"), 0u);
  EXPECT_EQ(issues_of<int>("5.5"), ": expected an integer, found 5.5");
  EXPECT_EQ(issues_of<int>("1e30"), ": number out of range, found 1e30");
}

TEST(ScalarCodec, Doubles) {
  EXPECT_EQ(from_json<double>("5"), 5.0);
  EXPECT_TRUE(std::signbit(from_json<double>("-0")));
  EXPECT_EQ(from_json<double>("1e-400"), 0.0);
  EXPECT_EQ(issues_of<double>("1e400"), ": number out of range, found 1e400");
  EXPECT_EQ(issues_of<float>("1e39"), ": number out of range, found 1e39");
  EXPECT_EQ(from_json<float>(to_json(0.1F)), 0.1F);
  EXPECT_EQ(to_json(2.0), "2");
  EXPECT_EQ(issues_writing(std::vector<double>{1, std::nan("")}), "/1: not a finite number, found nan");
}

TEST(ScalarCodec, WrongKinds) {
  EXPECT_EQ(issues_of<bool>("1"), ": expected true or false, found 1");
  EXPECT_EQ(issues_of<int>("true"), ": expected an integer, found true");
  EXPECT_EQ(issues_of<int>("\"1\""), ": expected an integer, found \"1\"");
  EXPECT_EQ(issues_of<double>("null"), ": expected a number, found null");
  EXPECT_EQ(issues_of<std::string>("{}"), ": expected a string, found an object");
}

TEST(ScalarCodec, WhatIsFoundIsShortened) {
  EXPECT_EQ(issues_of<int>("\"" + std::string(100, 'x') + "\""),
            ": expected an integer, found \"" + std::string(36, 'x') + "...");
  std::string umlauts = "\"a";
  for (int i = 0; i < 50; ++i) umlauts += "\xc3\xa4";
  const std::string shown = issues_of<int>(umlauts + "\"");
  EXPECT_EQ(to_json(shown),
            "\"" + std::string(": expected an integer, found \\\"a") + umlauts.substr(2, 34) + "...\"");
}

TEST(ScalarCodec, Strings) {
  EXPECT_EQ(from_json<std::string>(R"("a\u00e4\n")"), "a\xc3\xa4\n");
  EXPECT_EQ(to_json(std::string("a\xc3\xa4\n")), "\"a\xc3\xa4\\n\"");
  EXPECT_EQ(issues_writing(std::string("\xff")), ": not valid UTF-8");
}

TEST(Text, FromJsonSaysWhatIsWrong) {
  const auto message = [](std::string_view text) {
    try {
      from_json<int>(text);
    } catch (const clamator::protocol_error& e) {
      EXPECT_EQ(e.code(), clamator::protocol_errc::invalid_params);
      return std::string(e.what());
    }
    return std::string();
  };
  EXPECT_EQ(message("[1,"), "not JSON: unexpected end of the text at offset 3");
  EXPECT_EQ(message("1 1"), "not JSON: text after the value at offset 2");
  EXPECT_EQ(message("\"x\""), "the JSON does not fit its type: expected an integer, found \"x\"");
  EXPECT_EQ(message("1"), "");
}

TEST(Text, ToJsonThrowsForWhatCannotBeJson) {
  EXPECT_THROW(to_json(HUGE_VAL), clamator::protocol_error);
  EXPECT_THROW(to_json(std::string("\x80")), clamator::protocol_error);
}

enum class level { low = 1, high = -2 };
BOOST_DESCRIBE_ENUM(level, low, high)

enum color : unsigned char { red, dark_green };
constexpr auto describe_enum(clamator::type<color>) {
  return clamator::enumerators<color>({{red, "red"}, {dark_green, "dark-green"}});
}

TEST(EnumCodec, ByBoostDescribe) {
  EXPECT_EQ(from_json<level>("\"high\""), level::high);
  EXPECT_EQ(to_json(level::low), "\"low\"");
  EXPECT_EQ(issues_of<level>("\"middle\""), ": expected one of \"low\", \"high\", found \"middle\"");
}

TEST(EnumCodec, ByTable) {
  EXPECT_EQ(from_json<color>(R"("dark\u002dgreen")"), dark_green);
  EXPECT_EQ(to_json(dark_green), "\"dark-green\"");
  EXPECT_EQ(issues_of<color>("\"dark_green\""),
            ": expected one of \"red\", \"dark-green\", found \"dark_green\"");
  EXPECT_EQ(issues_of<color>("0"), ": expected one of \"red\", \"dark-green\", found 0");
  EXPECT_EQ(issues_writing(static_cast<color>(9)), ": expected one of \"red\", \"dark-green\", found 9");
  EXPECT_EQ(syntax_error_of<color>("\"red"), "string without an end at 4");
}

}  // namespace
