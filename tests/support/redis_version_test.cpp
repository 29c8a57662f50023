#include "support/redis_version.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace clamator::test {
namespace {

TEST(redis_version, of_a_redis_is_its_own) {
  const auto version = redis_version::parse("# Server\r\nredis_version:6.2.14\r\nredis_git_sha1:0\r\n");
  EXPECT_EQ(version.text(), "Redis 6.2.14");
  EXPECT_TRUE(version.at_least(6, 2));
  EXPECT_FALSE(version.at_least(6, 3));
  EXPECT_FALSE(version.at_least(7, 0));
}

TEST(redis_version, of_a_valkey_is_that_of_the_redis_it_is_like) {
  const auto version = redis_version::parse(
      "# Server\r\nredis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:9.1.2\r\n");
  EXPECT_EQ(version.text(), "Valkey 9.1.2");
  EXPECT_TRUE(version.at_least(7, 0));
  EXPECT_TRUE(version.at_least(7, 2));
  EXPECT_FALSE(version.at_least(8, 0));
}

TEST(redis_version, that_is_not_there_is_an_error) {
  EXPECT_THROW(redis_version::parse("# Server\r\n"), std::runtime_error);
}

}  // namespace
}  // namespace clamator::test
