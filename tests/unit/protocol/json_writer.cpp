// What the writer puts into its buffer.

#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include <clamator/protocol/json/reader.hpp>
#include <clamator/protocol/json/writer.hpp>

namespace {

template <class Write>
std::string written(Write write) {
  clamator::buffer text;
  clamator::json::writer out(text);
  write(out);
  return std::string(text.view());
}

std::string string(std::string_view value) {
  return written([&](auto& out) { EXPECT_TRUE(out.string(value)); });
}
std::string real(double value) {
  return written([&](auto& out) { EXPECT_TRUE(out.real(value)); });
}

TEST(JsonWriter, CommasAndNesting) {
  EXPECT_EQ(written([](auto& out) {
              out.begin_object();
              out.key("a");
              out.begin_array();
              out.integer(-1);
              out.begin_array();
              out.end_array();
              out.begin_object();
              out.end_object();
              out.null();
              out.end_array();
              out.quoted_key("\"b\":");
              out.boolean(true);
              out.key("c");
              out.raw("[1,2]");
              out.key("d");
              out.quoted_string("\"x\"");
              out.end_object();
            }),
            R"({"a":[-1,[],{},null],"b":true,"c":[1,2],"d":"x"})");
}

TEST(JsonWriter, AppendsToWhatIsThere) {
  clamator::buffer text;
  text.append("data: ");
  clamator::json::writer(text).integer(1);
  EXPECT_EQ(text.view(), "data: 1");
}

TEST(JsonWriter, Integers) {
  EXPECT_EQ(written([](auto& out) { out.integer(std::numeric_limits<std::int64_t>::min()); }),
            "-9223372036854775808");
  EXPECT_EQ(written([](auto& out) { out.unsigned_integer(std::numeric_limits<std::uint64_t>::max()); }),
            "18446744073709551615");
}

TEST(JsonWriter, WholeDoublesAreIntegers) {
  EXPECT_EQ(real(5.0), "5");
  EXPECT_EQ(real(-3.0), "-3");
  EXPECT_EQ(real(9007199254740991.0), "9007199254740991");
  EXPECT_EQ(real(1e15), "1000000000000000");
  EXPECT_EQ(real(0.0), "0");
  EXPECT_EQ(real(-0.0), "-0.0");
}

TEST(JsonWriter, OtherDoublesAreShortest) {
  EXPECT_EQ(real(0.1), "0.1");
  EXPECT_EQ(real(1e300), "1e+300");
  EXPECT_EQ(real(5e-324), "5e-324");
  EXPECT_EQ(written([](auto& out) { out.single_real(0.1F); }), "0.1");
}

TEST(JsonWriter, DoublesReadBackAsTheyWere) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const double value = std::bit_cast<double>(random());
    if (!std::isfinite(value)) continue;
    const std::string text = real(value);
    clamator::json::reader in(text);
    EXPECT_EQ(in.read_number().as_double(), value) << text;
    EXPECT_TRUE(in.finish()) << text;
  }
}

TEST(JsonWriter, WhatIsNotFiniteIsNull) {
  for (double value : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
    EXPECT_EQ(written([&](auto& out) { EXPECT_FALSE(out.real(value)); }), "null");
    EXPECT_EQ(written([&](auto& out) { EXPECT_FALSE(out.single_real(static_cast<float>(value))); }), "null");
  }
}

TEST(JsonWriter, Escapes) {
  EXPECT_EQ(string("a\"b\\c/"), R"("a\"b\\c/")");
  EXPECT_EQ(string("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(string(std::string_view("\0\x1f\x7f", 3)), "\"\\u0000\\u001f\x7f\"");
  EXPECT_EQ(string("h\xc3\xa9 \xf0\x9f\x98\x80"), "\"h\xc3\xa9 \xf0\x9f\x98\x80\"");
  EXPECT_EQ(string(""), "\"\"");
  EXPECT_EQ(written([](auto& out) { EXPECT_TRUE(out.key("\n")); }), "\"\\n\":");
}

TEST(JsonWriter, AnythingThatIsTextReadsBack) {
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    std::string text(random() % 100, ' ');
    for (char& c : text) c = static_cast<char>(random() % (i % 2 == 0 ? 128 : 40));
    const std::string json = string(text);
    clamator::json::reader in(json);
    EXPECT_EQ(in.read_string(), text);
    EXPECT_TRUE(in.finish());
  }
}

TEST(JsonWriter, WhatIsSpecialStandsAnywhereInALongText) {
  const std::pair<std::string_view, std::string_view> specials[] = {
      {"\"", "\\\""},
      {"\x01", "\\u0001"},
      {"\u00e9", "\u00e9"},
      {"\U0001f600\u20ac\n", "\U0001f600\u20ac\\n"}};
  for (const auto& [special, as_written] : specials) {
    for (std::size_t before = 0; before != 70; ++before) {
      const std::string front(before, 'a');
      const std::string back(70 - before, 'b');
      EXPECT_EQ(string(front + std::string(special) + back),
                '"' + front + std::string(as_written) + back + '"');
      const std::string broken = front + std::string(special) + "\xff" + back;
      EXPECT_EQ(written([&](auto& out) { EXPECT_FALSE(out.string(broken)); }), "null");
    }
  }
}

TEST(JsonWriter, InvalidUtf8IsNeverWritten) {
  for (std::string_view bad : {"\xff", "abc\xc3", "\xed\xa0\x80", "a\n\x80", "\xc0\x80"}) {
    EXPECT_EQ(written([&](auto& out) {
                out.begin_object();
                EXPECT_FALSE(out.key(bad));
                EXPECT_FALSE(out.string(bad));
                out.key("b");
                out.boolean(false);
                out.end_object();
              }),
              R"({"":null,"b":false})");
  }
}

}  // namespace
