// Numbers: exact as integers however they are written, nearest as doubles.

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include <clamator/protocol/json/reader.hpp>

namespace {

clamator::json::number number(std::string_view text) {
  clamator::json::reader in(text);
  const clamator::json::number value = in.read_number();
  EXPECT_TRUE(in.finish()) << text;
  return value;
}

constexpr auto int64_max = std::numeric_limits<std::int64_t>::max();
constexpr auto int64_min = std::numeric_limits<std::int64_t>::min();
constexpr auto uint64_max = std::numeric_limits<std::uint64_t>::max();

TEST(JsonNumber, OneNumberHoweverItIsWritten) {
  for (const char* text :
       {"5", "5.0", "5e0", "50e-1", "0.5E1", "5.000", "0.005e+3", "500000000000000000000e-20"}) {
    EXPECT_EQ(number(text).as_int64(), 5) << text;
    EXPECT_EQ(number(text).as_uint64(), 5u) << text;
    EXPECT_EQ(number(text).as_double(), 5.0) << text;
    EXPECT_TRUE(number(text).whole()) << text;
  }
}

TEST(JsonNumber, FractionsAreNoIntegers) {
  for (const char* text : {"5.5", "1e-1", "0.1", "9007199254740992.5", "1e-400"}) {
    EXPECT_EQ(number(text).as_int64(), std::nullopt) << text;
    EXPECT_FALSE(number(text).whole()) << text;
  }
}

TEST(JsonNumber, IntegersBeyondADoublesPrecisionAreExact) {
  EXPECT_EQ(number("9007199254740993").as_int64(), 9007199254740993);
  EXPECT_EQ(number("9007199254740993.0").as_int64(), 9007199254740993);
  EXPECT_EQ(number("9223372036854775807").as_int64(), int64_max);
  EXPECT_EQ(number("9223372036854775807.00").as_int64(), int64_max);
  EXPECT_EQ(number("-9223372036854775808").as_int64(), int64_min);
  EXPECT_EQ(number("-922337203685477580.8e1").as_int64(), int64_min);
  EXPECT_EQ(number("18446744073709551615").as_uint64(), uint64_max);
  EXPECT_EQ(number("1844674407370955161.5e1").as_uint64(), uint64_max);
}

TEST(JsonNumber, IntegersOutOfRange) {
  EXPECT_EQ(number("9223372036854775808").as_int64(), std::nullopt);
  EXPECT_EQ(number("-9223372036854775809").as_int64(), std::nullopt);
  EXPECT_EQ(number("18446744073709551616").as_uint64(), std::nullopt);
  EXPECT_EQ(number("18446744073709551616.0").as_uint64(), std::nullopt);
  EXPECT_EQ(number("99999999999999999999999999").as_uint64(), std::nullopt);
  EXPECT_EQ(number("1e400").as_int64(), std::nullopt);
  EXPECT_EQ(number("-1").as_uint64(), std::nullopt);
  EXPECT_EQ(number("1e9999999999999999999999").as_int64(), std::nullopt);
  EXPECT_TRUE(number("1e9999999999999999999999").whole());
}

TEST(JsonNumber, ZeroInAllForms) {
  for (const char* text : {"0", "-0", "0.000", "-0e5", "0e99999999999999999999"}) {
    EXPECT_EQ(number(text).as_int64(), 0) << text;
    EXPECT_EQ(number(text).as_uint64(), 0u) << text;
    EXPECT_EQ(number(text).as_double(), 0.0) << text;
    EXPECT_EQ(std::signbit(*number(text).as_double()), text[0] == '-') << text;
  }
}

TEST(JsonNumber, TooSmallIsZeroAndTooLargeIsNothing) {
  EXPECT_EQ(number("1e-400").as_double(), 0.0);
  EXPECT_TRUE(std::signbit(*number("-1e-400").as_double()));
  EXPECT_EQ(number("5e-324").as_double(), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(number("2e-324").as_double(), 0.0);
  EXPECT_EQ(number("1.7976931348623157e308").as_double(), std::numeric_limits<double>::max());
  EXPECT_EQ(number("1.7976931348623159e308").as_double(), std::nullopt);
  EXPECT_EQ(number("1e400").as_double(), std::nullopt);
  EXPECT_EQ(number("0.000001e99999999999999999999").as_double(), std::nullopt);
  EXPECT_EQ(number("1e39").as_float(), std::nullopt);
  EXPECT_EQ(number("1e-60").as_float(), 0.0F);
}

// Halfway cases, where a detour over fewer digits would round the other way.
TEST(JsonNumber, DoublesAreTheNearest) {
  EXPECT_EQ(number("9007199254740993").as_double(), 9007199254740992.0);
  EXPECT_EQ(number("9007199254740993.00000000000000000001").as_double(), 9007199254740994.0);
  EXPECT_EQ(number("0.1").as_double(), 0.1);
  EXPECT_EQ(number("2.2250738585072011e-308").as_double(), 2.2250738585072011e-308);
  EXPECT_EQ(number("16777217.0000001").as_float(), 16777218.0F);
}

}  // namespace
