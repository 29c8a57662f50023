#include "support/redis_cli.hpp"

#include <boost/json/array.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/redis_server.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

TEST(redis_cli, gives_replies_as_json) {
  redis_server server;
  redis_cli cli{server};
  EXPECT_EQ(cli.text({"SET", "key", "a b"}), "OK");
  EXPECT_EQ(cli.text({"GET", "key"}), "a b");
  EXPECT_EQ(cli.text({"STRLEN", "key"}), 3);
  EXPECT_EQ(cli.text({"GET", "none"}), nullptr);
  EXPECT_EQ(cli.text({"MGET", "key", "none"}), (boost::json::array{"a b", nullptr}));
  const boost::json::value id = cli.text({"XADD", "stream", "*", "field", "value"});
  // Not one array in another's braces: compilers differ on whether that is a copy.
  boost::json::array entries;
  entries.push_back(boost::json::array{id, boost::json::array{"field", "value"}});
  EXPECT_EQ(cli.text({"XRANGE", "stream", "-", "+"}), entries);
}

TEST(redis_cli, throws_what_redis_answers) {
  redis_server server;
  redis_cli cli{server};
  EXPECT_THAT([&] { cli.text({"XLEN"}); },
              ThrowsMessage<redis_cli_error>(HasSubstr("XLEN: ERR wrong number of arguments")));
  EXPECT_EQ(cli.text({"PING"}), "PONG");
}

TEST(redis_cli, connects_again_after_a_restart) {
  redis_server server;
  redis_cli cli{server};
  cli.text({"PING"});
  server.restart();
  EXPECT_EQ(cli.text({"PING"}), "PONG");
}

}  // namespace
}  // namespace clamator::test
