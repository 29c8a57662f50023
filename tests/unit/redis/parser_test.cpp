#include <clamator/redis/resp/parser.hpp>

#include "parsed_reply.hpp"

namespace clamator::redis::resp {
namespace {

using result = parser::result;

struct example {
  std::string bytes;
  std::string meaning;
};

const std::vector<example>& examples() {
  static const std::vector<example> all = {
      {"+OK\r\n", "+OK"},
      {"+\r\n", "+"},
      {"-NOGROUP No such key\r\n", "-NOGROUP No such key"},
      {":0\r\n", "0"},
      {":-42\r\n", "-42"},
      {":+42\r\n", "42"},
      {":9223372036854775807\r\n", "9223372036854775807"},
      {":-9223372036854775808\r\n", "-9223372036854775808"},
      {"$5\r\nhello\r\n", "\"hello\""},
      {"$0\r\n\r\n", "\"\""},
      {"$6\r\na\r\n$1\r\r\n", "\"a\r\n$1\r\""},
      {std::string("$3\r\n\0\xff\0\r\n", 9), std::string("\"\0\xff\0\"", 5)},
      {"$-1\r\n", "null"},
      {"*-1\r\n", "null"},
      {"*0\r\n", "[]"},
      {"*3\r\n:1\r\n$-1\r\n+x\r\n", "[1 null +x]"},
      {"*2\r\n*0\r\n*-1\r\n", "[[] null]"},
      {"*3\r\n*2\r\n:1\r\n*1\r\n:2\r\n-E\r\n*1\r\n*1\r\n$1\r\nz\r\n", "[[1 [2]] -E [[\"z\"]]]"},
      {"*1\r\n*2\r\n$1\r\ns\r\n*1\r\n*2\r\n$3\r\n1-0\r\n*2\r\n$1\r\nf\r\n$1\r\nv\r\n",
       "[[\"s\" [[\"1-0\" [\"f\" \"v\"]]]]]"},
  };
  return all;
}

TEST(Parser, SaysWhatALargeBulkNeedsOnceItIsAnnounced) {
  const std::string text(100'000, 'x');
  const std::string bytes = "*2\r\n$4\r\nhead\r\n$100000\r\n" + text + "\r\n";
  const std::size_t announced_at = bytes.find(text);
  for (const std::size_t split :
       {announced_at, announced_at + 1, bytes.size() / 2, bytes.size() - 2, bytes.size() - 1}) {
    parser p;
    ASSERT_EQ(p.parse(std::string_view(bytes).substr(0, split)), result::need_more);
    EXPECT_EQ(p.at_least(), bytes.size()) << "at " << split;
    ASSERT_EQ(p.parse(bytes), result::complete);
    p.next();
    EXPECT_EQ(p.at_least(), 0u);
  }
  for (const auto& [reply, meaning] : examples()) {
    for (std::size_t split = 0; split < reply.size(); ++split) {
      parser p;
      p.parse(std::string_view(reply).substr(0, split));
      EXPECT_LE(p.at_least(), reply.size()) << reply << " at " << split;
    }
  }
}

// Hands out the bytes in slices of `slice`, each time in other memory.
result parse_in_slices(parser& p, std::string_view bytes, std::size_t slice) {
  for (std::size_t size = slice; size < bytes.size(); size += slice) {
    const std::string received(bytes.substr(0, size));
    if (const result r = p.parse(received); r != result::need_more) return r;
  }
  return p.parse(bytes);
}

TEST(Parser, ReadsEveryTypeOfReply) {
  for (const auto& [bytes, meaning] : examples()) EXPECT_EQ(describe(parsed_reply(bytes).view()), meaning);
}

TEST(Parser, AsksForMoreAtEveryPrefixAndGoesOnFromIt) {
  for (const auto& [bytes, meaning] : examples()) {
    for (std::size_t split = 0; split < bytes.size(); ++split) {
      parser p;
      EXPECT_EQ(p.parse(bytes.substr(0, split)), result::need_more) << bytes << " at " << split;
      ASSERT_EQ(p.parse(bytes), result::complete) << bytes << " at " << split;
      EXPECT_EQ(describe({p.nodes(), bytes}), meaning) << "at " << split;
      EXPECT_EQ(p.consumed(), bytes.size());
    }
  }
}

TEST(Parser, ReadsRepliesThatComeInSlicesOfAnySize) {
  for (const auto& [bytes, meaning] : examples()) {
    for (std::size_t slice = 1; slice <= bytes.size(); ++slice) {
      parser p;
      ASSERT_EQ(parse_in_slices(p, bytes, slice), result::complete) << bytes << " by " << slice;
      EXPECT_EQ(describe({p.nodes(), bytes}), meaning) << "by " << slice;
    }
  }
}

TEST(Parser, NodesArePreOrderAndKnowTheirSpan) {
  const std::string bytes = "*3\r\n*2\r\n:1\r\n:2\r\n$2\r\nab\r\n*0\r\n";
  parser p;
  ASSERT_EQ(p.parse(bytes), result::complete);
  std::vector<std::uint32_t> spans;
  for (const node& n : p.nodes()) spans.push_back(n.span);
  EXPECT_EQ(spans, (std::vector<std::uint32_t>{6, 3, 1, 1, 1, 1}));
  EXPECT_EQ(bytes.substr(p.nodes()[4].offset, 2), "ab");
}

TEST(Parser, WalksManyRepliesInOneBuffer) {
  std::string buffer;
  std::string expected;
  for (int round = 0; round < 3; ++round) {
    for (const auto& [bytes, meaning] : examples()) buffer += bytes, expected += meaning + "\n";
  }
  for (std::size_t split = 0; split <= buffer.size(); ++split) {
    std::string found;
    std::size_t taken = 0;
    parser p;
    for (const std::size_t size : {split, buffer.size()}) {
      const std::string_view received = std::string_view(buffer).substr(0, size);
      while (p.parse(received.substr(taken)) == result::complete) {
        found += describe({p.nodes(), received.substr(taken)}) + "\n";
        taken += p.consumed();
        p.next();
      }
    }
    ASSERT_EQ(found, expected) << "split at " << split;
    ASSERT_EQ(taken, buffer.size());
  }
}

TEST(Parser, StaysCompleteUntilNext) {
  parser p;
  ASSERT_EQ(p.parse(":1\r\n:2\r\n"), result::complete);
  EXPECT_EQ(p.parse(":1\r\n:2\r\n"), result::complete);
  EXPECT_EQ(p.consumed(), 4u);
  p.next();
  EXPECT_EQ(p.parse(""), result::need_more);
}

TEST(Parser, AllocatesNothingOnceItSawAReplyOfThatSize) {
  const std::string bytes = "*3\r\n*2\r\n:1\r\n:2\r\n$2\r\nab\r\n*0\r\n";
  parser p;
  ASSERT_EQ(p.parse(bytes), result::complete);
  const node* const first = p.nodes().data();
  for (int round = 0; round < 10; ++round) {
    p.next();
    ASSERT_EQ(p.parse(bytes), result::complete);
    EXPECT_EQ(p.nodes().data(), first);
  }
}

}  // namespace
}  // namespace clamator::redis::resp
