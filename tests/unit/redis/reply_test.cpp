#include <iterator>

#include <clamator/redis/resp/reply.hpp>

#include "parsed_reply.hpp"

namespace clamator::redis::resp {
namespace {

static_assert(std::forward_iterator<reply_view::iterator>);

TEST(ReplyView, WalksElementsAndSkipsWhatIsNested) {
  const parsed_reply reply("*3\r\n*2\r\n:1\r\n*1\r\n:2\r\n$1\r\nb\r\n:3\r\n");
  const reply_view nested = reply.view().first();
  EXPECT_EQ(reply.view().size(), 3u);
  EXPECT_EQ(nested.size(), 2u);
  EXPECT_EQ(nested.next().text(), "b");
  EXPECT_EQ(nested.next().next().integer(), 3);
  EXPECT_EQ(nested.first().next().first().integer(), 2);
  EXPECT_EQ(std::distance(reply.view().begin(), reply.view().end()), 3);
}

TEST(ReplyView, NextEndsWithTheArrayThatHoldsTheElement) {
  const parsed_reply reply("*2\r\n*1\r\n:1\r\n:2\r\n");
  EXPECT_TRUE(reply.view().next().is_null());
  EXPECT_TRUE(reply.view().first().first().next().is_null());
  EXPECT_TRUE((*(*reply.view().begin()).begin()).next().is_null());
  EXPECT_TRUE(reply.view()[0][0].next().is_null());
  EXPECT_EQ((*reply.view().begin()).next().integer(), 2);
}

TEST(ReplyView, IndexIsCheckedAgainstTheSize) {
  const parsed_reply reply("*3\r\n*1\r\n:9\r\n+b\r\n*0\r\n");
  EXPECT_EQ(reply.view()[0][0].integer(), 9);
  EXPECT_EQ(reply.view()[1].text(), "b");
  EXPECT_TRUE(reply.view()[2].is_array());
  EXPECT_TRUE(reply.view()[3].is_null());
  EXPECT_TRUE(reply.view()[1][0].is_null());
}

TEST(ReplyView, TextIsThatOfStringsAndErrorsOnly) {
  EXPECT_EQ(parsed_reply("+OK\r\n").view().text(), "OK");
  EXPECT_EQ(parsed_reply("-ERR no\r\n").view().text(), "ERR no");
  EXPECT_EQ(parsed_reply("$2\r\nab\r\n").view().text(), "ab");
  EXPECT_EQ(parsed_reply(":12\r\n").view().text(), "");
  EXPECT_EQ(parsed_reply("*1\r\n+OK\r\n").view().text(), "");
}

TEST(ReplyView, IntegersMayStandInText) {
  EXPECT_EQ(parsed_reply(":-7\r\n").view().as_integer(), -7);
  EXPECT_EQ(parsed_reply("$2\r\n-7\r\n").view().as_integer(), -7);
  EXPECT_EQ(parsed_reply("+15\r\n").view().as_integer(), 15);
  EXPECT_EQ(parsed_reply("$19\r\n9223372036854775807\r\n").view().as_integer(), INT64_MAX);
  for (const char* bytes : {"$0\r\n\r\n", "$3\r\n1-0\r\n", "$2\r\n 1\r\n", "$2\r\n1 \r\n", "$-1\r\n",
                            "*1\r\n:1\r\n", "$19\r\n9223372036854775808\r\n"}) {
    EXPECT_EQ(parsed_reply(bytes).view().as_integer(), std::nullopt) << bytes;
  }
  EXPECT_EQ(parsed_reply("$1\r\n5\r\n").view().integer(), 0);
}

TEST(ReplyView, OnlyArraysHaveElements) {
  for (const char* bytes : {"*0\r\n", "*-1\r\n", "$1\r\na\r\n", ":5\r\n", "+a\r\n"}) {
    const parsed_reply reply(bytes);
    EXPECT_TRUE(reply.view().begin() == reply.view().end()) << bytes;
    EXPECT_TRUE(reply.view().first().is_null()) << bytes;
    EXPECT_EQ(reply.view().size(), 0u) << bytes;
  }
}

TEST(ReplyView, NothingIsANull) {
  EXPECT_TRUE(reply_view().is_null());
  EXPECT_TRUE(reply_view({}, "").is_null());
  EXPECT_TRUE(reply_view().begin() == reply_view().end());
  EXPECT_TRUE(reply_view().first().is_null());
  EXPECT_TRUE(reply_view().next().is_null());
}

}  // namespace
}  // namespace clamator::redis::resp
