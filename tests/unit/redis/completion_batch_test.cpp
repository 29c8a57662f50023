#include "redis/completion_batch.hpp"

#include <string>

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

constexpr std::string_view middle = "$1\r\n*\r\n$8\r\nenvelope\r\n";

TEST(completion_batch, holds_replies_as_the_commands_that_write_them) {
  completion_batch batch;
  batch.add({{1, 0}, "app:replies:one", "{\"id\":1}"}, middle);
  batch.add({{2, 0}, {}, {}}, middle);
  batch.add({{3, 0}, "app:replies:two", "{}"}, middle);
  EXPECT_EQ(batch.answered(), 2u);
  EXPECT_EQ(batch.replies(),
            "*10\r\n$4\r\nXADD\r\n$15\r\napp:replies:one\r\n$1\r\n*\r\n$8\r\nenvelope\r\n$8\r\n{\"id\":1}\r\n"
            "*10\r\n$4\r\nXADD\r\n$15\r\napp:replies:two\r\n$1\r\n*\r\n$8\r\nenvelope\r\n$2\r\n{}\r\n");
  ASSERT_EQ(batch.items().size(), 3u);
  EXPECT_EQ(batch.reply_to(batch.items()[0]), "app:replies:one");
  EXPECT_FALSE(batch.items()[1].answered());
  EXPECT_EQ(batch.reply_to(batch.items()[2]), "app:replies:two");
}

TEST(completion_batch, is_taken_apart_without_losing_anything) {
  completion_batch batch;
  batch.add({{1, 0}, "app:replies:one", "{\"id\":1}"}, middle);
  batch.add({{2, 0}, {}, {}}, middle);
  batch.add({{3, 0}, "app:replies:two", "{}"}, middle);
  std::string replies;
  for (const completion_batch::item& each : batch.items()) {
    const completion_batch alone = batch.only(each);
    ASSERT_EQ(alone.items().size(), 1u);
    EXPECT_EQ(alone.items().front().id, each.id);
    EXPECT_EQ(alone.items().front().answered(), each.answered());
    EXPECT_EQ(alone.reply_to(alone.items().front()), batch.reply_to(each));
    replies += alone.replies();
  }
  EXPECT_EQ(replies, batch.replies());
}

TEST(completion_batch, keeps_the_memory_of_a_large_reply_and_takes_no_other) {
  buffer reply;
  reply.append("{\"id\":1,\"result\":\"large\"}");
  const std::string text(reply.view());
  const char* const memory = reply.data();
  completion_batch batch;
  batch.add({{1, 0}, "app:replies:one", reply.view(), &reply}, middle);
  EXPECT_TRUE(reply.empty());
  EXPECT_TRUE(batch.full());
  EXPECT_EQ(batch.body(), text);
  EXPECT_EQ(batch.body().data(), memory);
  EXPECT_EQ(batch.replies(),
            "*10\r\n$4\r\nXADD\r\n$15\r\napp:replies:one\r\n$1\r\n*\r\n$8\r\nenvelope\r\n$25\r\n");
  EXPECT_EQ(batch.reply_to(batch.items().front()), "app:replies:one");
  EXPECT_EQ(batch.items().front().reply_bytes, text.size());
  batch.recycle();
  EXPECT_EQ(batch.bytes(), 0u);
}

TEST(completion_batch, is_empty_when_it_is_used_again) {
  completion_batch batch;
  batch.add({{1, 0}, "app:replies:one", "{}"}, middle);
  batch.recycle();
  EXPECT_EQ(batch.answered(), 0u);
  EXPECT_EQ(batch.replies(), "");
  EXPECT_TRUE(batch.items().empty());
}

}  // namespace
}  // namespace clamator::redis::detail
