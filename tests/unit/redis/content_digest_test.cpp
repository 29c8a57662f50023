#include "redis/content_digest.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

TEST(content_digest, tells_apart_what_differs_in_one_byte_anywhere) {
  for (const std::size_t size : {1u, 31u, 1023u, 1024u, 1025u, 1031u, 1032u, 1055u, 1056u, 1057u}) {
    std::string content(size, 'x');
    std::set<std::size_t> seen{content_digest(content)};
    for (char& each : content) {
      each = 'y';
      EXPECT_TRUE(seen.insert(content_digest(content)).second) << size;
      each = 'x';
    }
    EXPECT_EQ(content_digest(content), *seen.find(content_digest(std::string(size, 'x'))));
  }
}

TEST(content_digest, tells_sizes_and_orders_apart) {
  std::set<std::size_t> seen;
  for (std::size_t size = 1000; size < 1200; ++size)
    EXPECT_TRUE(seen.insert(content_digest(std::string(size, 'x'))).second) << size;
  std::string content(2048, 'x');
  for (std::size_t at = 0; at < content.size(); at += 64) {
    content.replace(at, 2, "ab");
    EXPECT_TRUE(seen.insert(content_digest(content)).second) << at;
    content.replace(at, 2, "ba");
    EXPECT_TRUE(seen.insert(content_digest(content)).second) << at;
    content.replace(at, 2, "xx");
  }
}

}  // namespace
}  // namespace clamator::redis::detail
