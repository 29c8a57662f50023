#include <array>
#include <limits>

#include <clamator/redis/resp/command.hpp>

#include "parsed_reply.hpp"

namespace clamator::redis::resp {
namespace {

TEST(Command, IsAnArrayOfBulkStrings) {
  buffer out;
  append_command(out, {"XACK", "a stream", std::string_view(), "1-0"});
  EXPECT_EQ(out.view(), "*4\r\n$4\r\nXACK\r\n$8\r\na stream\r\n$0\r\n\r\n$3\r\n1-0\r\n");
}

TEST(Command, IsAppendedBehindWhatIsThere) {
  buffer out;
  append_command(out, {"PING"});
  append_command(out, std::array<std::string_view, 2>{"DEL", "k"});
  EXPECT_EQ(out.view(), "*1\r\n$4\r\nPING\r\n*2\r\n$3\r\nDEL\r\n$1\r\nk\r\n");
}

TEST(Command, IsPutTogetherFromParts) {
  buffer out;
  append_array_header(out, 3);
  append_bulk(out, "COUNT");
  append_bulk(out, 512);
  append_bulk(out, std::string(1, '\0'));
  EXPECT_EQ(out.view(), std::string_view("*3\r\n$5\r\nCOUNT\r\n$3\r\n512\r\n$1\r\n\0\r\n", 31));
}

TEST(Command, NumbersAreDecimal) {
  using limits = std::numeric_limits<std::int64_t>;
  buffer out;
  append_array_header(out, 4);
  for (std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, limits::max(), limits::min()}) {
    append_bulk(out, number);
  }
  EXPECT_EQ(describe(parsed_reply(out.view()).view()),
            R"(["0" "-1" "9223372036854775807" "-9223372036854775808"])");
}

// Each length once, so that every fill of the buffer meets every size of what is appended.
TEST(Command, LengthsHoldAtEverySizeOfTheBuffer) {
  buffer out;
  append_array_header(out, 3000);
  for (std::size_t size = 0; size < 3000; ++size) append_bulk(out, std::string(size, 'x'));
  const parsed_reply read(out.view());
  std::size_t expected = 0;
  for (reply_view argument : read.view()) EXPECT_EQ(argument.text(), std::string(expected++, 'x'));
  EXPECT_EQ(expected, 3000u);
}

}  // namespace
}  // namespace clamator::redis::resp
