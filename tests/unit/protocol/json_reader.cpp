// What the pull reader takes, what it refuses, and where it says the error is.

#include <gtest/gtest.h>

#include <clamator/protocol/json/reader.hpp>

namespace {

using clamator::json::reader;
using clamator::json::token;

// "" where the text is one JSON value, else "<offset> <message>".
std::string verdict(std::string_view text, unsigned max_depth = 256) {
  reader in(text, max_depth);
  in.skip();
  if (in.finish()) return {};
  return std::to_string(in.error().offset) + " " + in.error().message;
}

std::string unescaped(std::string_view text) {
  reader in(text);
  std::string value(in.read_string());
  return in.finish() ? value : std::string("error: ") + in.error().message;
}

TEST(JsonReader, WalksADocument) {
  reader in(R"( { "a" : [ 1 , true , null ] , "b\n" : "t\u00e9xt" , "c" : { } } )");
  std::string_view key;
  ASSERT_EQ(in.peek(), token::object);
  ASSERT_TRUE(in.begin_object());
  ASSERT_TRUE(in.next_key(key));
  EXPECT_EQ(key, "a");
  ASSERT_TRUE(in.begin_array());
  ASSERT_TRUE(in.next_element());
  EXPECT_EQ(in.read_number().as_int64(), 1);
  ASSERT_TRUE(in.next_element());
  EXPECT_TRUE(in.read_bool());
  ASSERT_TRUE(in.next_element());
  EXPECT_EQ(in.peek(), token::null);
  in.read_null();
  EXPECT_FALSE(in.next_element());
  ASSERT_TRUE(in.next_key(key));
  EXPECT_EQ(key, "b\n");
  EXPECT_EQ(in.read_string(), "t\xc3\xa9xt");
  ASSERT_TRUE(in.next_key(key));
  EXPECT_EQ(in.skip(), "{ }");
  EXPECT_FALSE(in.next_key(key));
  EXPECT_TRUE(in.finish());
}

TEST(JsonReader, RefusesWhatIsNoJson) {
  EXPECT_EQ(verdict(""), "0 unexpected end of the text");
  EXPECT_EQ(verdict("  "), "2 unexpected end of the text");
  EXPECT_EQ(verdict("{} x"), "3 text after the value");
  EXPECT_EQ(verdict("[1,]"), "3 expected a value");
  EXPECT_EQ(verdict("[,1]"), "1 expected a value");
  EXPECT_EQ(verdict("[1 2]"), "3 expected ',' or ']'");
  EXPECT_EQ(verdict("[1}"), "2 expected ',' or ']'");
  EXPECT_EQ(verdict("{\"a\":1,}"), "7 expected a key in quotes");
  EXPECT_EQ(verdict("{,}"), "1 expected a key in quotes");
  EXPECT_EQ(verdict("{a:1}"), "1 expected a key in quotes");
  EXPECT_EQ(verdict("{\"a\" 1}"), "5 expected ':'");
  EXPECT_EQ(verdict("{\"a\":1]"), "6 expected ',' or '}'");
  EXPECT_EQ(verdict("{\"a\":1"), "6 unexpected end of the text");
  EXPECT_EQ(verdict("nul"), "0 expected null");
  EXPECT_EQ(verdict("True"), "0 expected a value");
  EXPECT_EQ(verdict("truee"), "4 text after the value");
  EXPECT_EQ(verdict("NaN"), "0 expected a value");
  EXPECT_EQ(verdict("[1,\v2]"), "3 expected a value");
  EXPECT_EQ(verdict("\xef\xbb\xbf{}"), "0 expected a value");
}

TEST(JsonReader, RefusesNumbersOutsideTheGrammar) {
  for (const char* text : {"01", "-", "-01", "+1", ".5", "1.", "1.e5", "1e", "1e+", "0x10", "1_000", "--1"}) {
    EXPECT_NE(verdict(text), "") << text;
  }
  for (const char* text : {"0", "-0", "0.0", "-0e-0", "1E+05", "123456789012345678901234567890.5"}) {
    EXPECT_EQ(verdict(text), "") << text;
  }
}

TEST(JsonReader, Escapes) {
  EXPECT_EQ(unescaped(R"("\"\\\/\b\f\n\r\t")"), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(unescaped(R"("a\u0041\u00e9\u20AC\uD83D\uDE00z")"), "aA\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z");
  EXPECT_EQ(unescaped(R"("\u0000")"), std::string(1, '\0'));
  EXPECT_EQ(unescaped(R"("\x41")"), "error: unknown escape in a string");
  EXPECT_EQ(unescaped(R"("\u12g4")"), "error: \\u needs four hexadecimal digits");
  EXPECT_EQ(unescaped(R"("\u12)"), "error: \\u needs four hexadecimal digits");
  EXPECT_EQ(unescaped("\"\\"), "error: string without an end");
}

TEST(JsonReader, LoneSurrogatesAreRefused) {
  for (const char* text : {R"("\ud800")", R"("\udc00")", R"("\ud800x")", R"("\ud800\n")", R"("\ud800\u0041")",
                           R"("\ud800\ud800")"}) {
    EXPECT_EQ(verdict(text), "1 lone surrogate in a string") << text;
  }
}

TEST(JsonReader, ControlCharactersAreRefused) {
  EXPECT_EQ(verdict("\"a\nb\""), "2 control character in a string");
  EXPECT_EQ(verdict(std::string_view("\"\0\"", 3)), "1 control character in a string");
  EXPECT_EQ(verdict("\"\x7f\""), "");
}

TEST(JsonReader, Utf8IsCheckedAnywhere) {
  for (const char* good : {"\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                           "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_EQ(unescaped("\"" + std::string(good) + "\""), good);
  }
  for (const char* bad :
       {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2z", "\xe0\x9f\xbf", "\xe2\x82", "\xed\xa0\x80",
        "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff"}) {
    EXPECT_EQ(verdict("\"" + std::string(bad) + "\""), "1 text is not valid UTF-8");
    EXPECT_EQ(verdict("{\"" + std::string(bad) + "\":1}"), "2 text is not valid UTF-8");
    EXPECT_EQ(verdict("\"" + std::string(bad)).substr(0, 2), "1 ");
  }
}

// Strings are looked through in blocks, so each place within one has its turn.
TEST(JsonReader, SpecialBytesAtEachPlaceOfALongString) {
  for (std::size_t at = 0; at < 40; ++at) {
    std::string content(40, 'x');
    content[at] = '\x1f';
    EXPECT_EQ(verdict("\"" + content + "\""), std::to_string(at + 1) + " control character in a string");
    content.replace(at, 1, "\\n");
    std::string expected(40, 'x');
    expected[at] = '\n';
    EXPECT_EQ(unescaped("\"" + content + "\""), expected);
    content.replace(at, 2, "\xc3\xa9");
    EXPECT_EQ(unescaped("\"" + content + "\""), content);
  }
}

TEST(JsonReader, NestingIsBounded) {
  EXPECT_EQ(verdict("[[[]]]", 3), "");
  EXPECT_EQ(verdict("[[[[]]]]", 3), "3 nested too deeply");
  EXPECT_EQ(verdict("[{\"a\":[{}]}]", 3), "7 nested too deeply");
  EXPECT_EQ(verdict("[[],[],[[]],[[]]]", 3), "");
  EXPECT_EQ(verdict(std::string(100'000, '[')), "256 nested too deeply");
}

TEST(JsonReader, AfterAnErrorThereIsNoMore) {
  reader in("[1,x,2]");
  in.begin_array();
  in.next_element();
  in.read_number();
  in.next_element();
  in.skip();
  ASSERT_TRUE(in.failed());
  in.fail("another");
  EXPECT_EQ(in.peek(), token::end);
  EXPECT_FALSE(in.next_element());
  EXPECT_FALSE(in.begin_object());
  EXPECT_EQ(in.read_string(), "");
  EXPECT_EQ(in.skip(), "");
  EXPECT_FALSE(in.finish());
  EXPECT_EQ(in.offset(), 3u);
  EXPECT_STREQ(in.error().message, "expected a value");
  EXPECT_EQ(in.text(), "[1,x,2]");
}

TEST(JsonReader, WrongKindOfValue) {
  const auto message = [](auto read) {
    reader in("[]");
    read(in);
    return std::string(in.error().message);
  };
  EXPECT_EQ(message([](reader& in) { in.begin_object(); }), "expected an object");
  EXPECT_EQ(message([](reader& in) { in.read_string(); }), "expected a string");
  EXPECT_EQ(message([](reader& in) { in.read_bool(); }), "expected true or false");
  EXPECT_EQ(message([](reader& in) { in.read_null(); }), "expected null");
  EXPECT_EQ(message([](reader& in) { in.read_number(); }), "expected a number");
}

TEST(JsonReader, AcceptKeyTakesOnlyWhatItIsAskedFor) {
  reader in(R"({"a":1,"b": 2, "c":3})");
  std::string_view key;
  in.begin_object();
  EXPECT_FALSE(in.accept_key(R"("b":)"));
  EXPECT_TRUE(in.accept_key(R"("a":)"));
  in.skip();
  EXPECT_FALSE(in.accept_key(R"("bb":)"));
  EXPECT_TRUE(in.accept_key(R"("b":)"));
  EXPECT_EQ(in.read_number().as_int64(), 2);
  EXPECT_FALSE(in.accept_key(R"("c":)"));
  EXPECT_TRUE(in.next_key(key));
  EXPECT_EQ(key, "c");
  in.skip();
  EXPECT_FALSE(in.accept_key(R"("d":)"));
  EXPECT_FALSE(in.next_key(key));
  EXPECT_TRUE(in.finish());
}

TEST(JsonReader, GoesBackToASavedPlace) {
  reader in(R"([{"a":[1]},2])");
  in.begin_array();
  in.next_element();
  const reader::place here = in.save();
  EXPECT_EQ(in.skip(), R"({"a":[1]})");
  in.restore(here);
  EXPECT_EQ(in.skip(), R"({"a":[1]})");
  EXPECT_TRUE(in.next_element());
  EXPECT_EQ(in.skip(), "2");
}

}  // namespace
