// What is not RESP2, what is over a limit, and what must cost no more than its bytes.
#include <ctime>

#include <gmock/gmock.h>

#include <clamator/redis/resp/parser.hpp>

#include "parsed_reply.hpp"

namespace clamator::redis::resp {
namespace {

using result = parser::result;
using testing::HasSubstr;

// The result must not depend on how the bytes were sliced; its reason is returned.
std::string refuse(std::string_view bytes, parser_limits limits = {}) {
  parser whole(limits);
  EXPECT_EQ(whole.parse(bytes), result::malformed) << bytes;
  parser sliced(limits);
  result r = result::need_more;
  for (std::size_t size = 0; size <= bytes.size() && r == result::need_more; ++size) {
    r = sliced.parse(bytes.substr(0, size));
  }
  EXPECT_EQ(r, result::malformed) << bytes;
  EXPECT_EQ(sliced.malformed_reason(), whole.malformed_reason());
  return std::string(whole.malformed_reason());
}

void accept(std::string_view bytes, parser_limits limits) {
  parser p(limits);
  EXPECT_EQ(p.parse(bytes), result::complete) << bytes << ": " << p.malformed_reason();
}

TEST(ParserMalformed, UnknownType) {
  EXPECT_EQ(refuse("HTTP/1.1 400\r\n"), "byte 0x48 where a reply's type is expected");
  EXPECT_THAT(refuse("*1\r\n\xff"), HasSubstr("0xff"));
  EXPECT_THAT(refuse("\r\n"), HasSubstr("0x0d"));
}

TEST(ParserMalformed, Integer) {
  for (const char* bytes :
       {":\r\n", ":1x\r\n", ":-\r\n", ":+-1\r\n", ":--1\r\n", ": 1\r\n", ":1.5\r\n", ":1\rx", ":1\n",
        ":9223372036854775808\r\n", ":-9223372036854775809\r\n", ":000000000000000000001"}) {
    EXPECT_THAT(refuse(bytes), HasSubstr("integer"));
  }
}

TEST(ParserMalformed, Length) {
  for (const char* bytes : {"$\r\n", "$-2\r\n", "$x\r\n", "$3\rx", "$99999999999999999999\r\n", "*-2\r\n",
                            "*\r\n", "*2\n", "*1 \r\n"}) {
    EXPECT_EQ(refuse(bytes), "a length that is not a number");
  }
}

TEST(ParserMalformed, BulkStringOfAnotherLength) {
  for (const char* bytes : {"$2\r\nabc\r\n", "$2\r\nab\n", "$2\r\nab\rx", "$0\r\na\r\n"}) {
    EXPECT_EQ(refuse(bytes), "a bulk string that does not end with CRLF");
  }
}

TEST(ParserMalformed, LineEnd) {
  for (const char* bytes : {"+OK\n", "+OK\rx", "-E\n\r\n", "+a\nb\r\n"}) {
    EXPECT_EQ(refuse(bytes), "a line that does not end with CRLF");
  }
}

TEST(ParserMalformed, StaysMalformed) {
  parser p;
  ASSERT_EQ(p.parse("?"), result::malformed);
  EXPECT_EQ(p.parse("+OK\r\n"), result::malformed);
}

TEST(ParserLimits, BulkStringIsRefusedByItsHead) {
  const parser_limits limits{.bulk_bytes = 8};
  accept("$8\r\n12345678\r\n", limits);
  EXPECT_EQ(refuse("$9\r\n", limits), "a bulk string longer than 8 bytes");
  EXPECT_THAT(refuse("$536870913\r\n"), HasSubstr("536870912"));
}

TEST(ParserLimits, LineIsRefusedWithoutItsEnd) {
  const parser_limits limits{.line_bytes = 4};
  accept("+1234\r\n", limits);
  EXPECT_EQ(refuse("+12345", limits), "a line longer than 4 bytes");
  EXPECT_EQ(refuse("-12345\r\n", limits), "a line longer than 4 bytes");
}

TEST(ParserLimits, ElementsCountTogetherAndAreRefusedByTheirHead) {
  const parser_limits limits{.elements = 6};
  accept("*5\r\n:1\r\n:2\r\n:3\r\n:4\r\n:5\r\n", limits);
  accept("*2\r\n*2\r\n:1\r\n:2\r\n*1\r\n:3\r\n", limits);
  EXPECT_EQ(refuse("*6\r\n", limits), "a reply of more than 6 elements");
  EXPECT_EQ(refuse("*2\r\n*2\r\n:1\r\n:2\r\n*2\r\n", limits), "a reply of more than 6 elements");
  EXPECT_THAT(refuse("*9223372036854775807\r\n"), HasSubstr("elements"));
  EXPECT_THAT(refuse("*1\r\n*9223372036854775807\r\n"), HasSubstr("elements"));
}

TEST(ParserLimits, CountEachReplyForItself) {
  const std::string bytes = "*2\r\n:1\r\n:2\r\n";
  parser p({.elements = 3});
  for (int round = 0; round < 3; ++round) {
    ASSERT_EQ(p.parse(bytes), result::complete) << p.malformed_reason();
    p.next();
  }
}

TEST(ParserLimits, Nesting) {
  std::string deepest;
  for (std::size_t depth = 0; depth < parser::max_depth; ++depth) deepest += "*1\r\n";
  accept(deepest + ":1\r\n", {});
  EXPECT_EQ(refuse(deepest + "*1\r\n"), "arrays nested deeper than 16");
}

// What this process was given, however busy the machine is.
double cpu_seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Would take minutes if each byte made the parser look at those before it.
TEST(ParserCost, LongRepliesInSingleBytesAreLinear) {
  constexpr std::size_t length = 10 << 20;
  const std::string bulk = "$" + std::to_string(length) + "\r\n" + std::string(length, 'x') + "\r\n";
  const std::string line = "+" + std::string(length, 'x') + "\r\n";
  const std::clock_t start = std::clock();
  for (const std::string& bytes : {bulk, line}) {
    parser p({.line_bytes = length});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      ASSERT_EQ(p.parse(std::string_view(bytes).substr(0, size)), result::need_more);
    }
    EXPECT_EQ(p.parse(bytes), result::complete);
  }
  EXPECT_LT(cpu_seconds_since(start), 20.0);
}

TEST(ParserCost, ManyElementsInSingleBytesAreLinear) {
  constexpr std::size_t elements = 200'000;
  std::string bytes = "*" + std::to_string(elements) + "\r\n";
  for (std::size_t i = 0; i < elements; ++i) bytes += "$3\r\nabc\r\n";
  parser p;
  const std::clock_t start = std::clock();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_EQ(p.parse(std::string_view(bytes).substr(0, size)), result::need_more);
  }
  EXPECT_EQ(p.parse(bytes), result::complete);
  EXPECT_EQ(p.nodes().size(), elements + 1);
  EXPECT_LT(cpu_seconds_since(start), 20.0);
}

}  // namespace
}  // namespace clamator::redis::resp
