#include "support/redis_server.hpp"

#include <filesystem>
#include <future>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/redis_cli.hpp"

namespace clamator::test {
namespace {

namespace asio = boost::asio;

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;
using namespace std::chrono_literals;

TEST(redis_server, answers_at_once_and_is_gone_afterwards) {
  std::filesystem::path directory;
  std::uint16_t port = 0;
  {
    redis_server server;
    directory = server.directory();
    port = server.port();
    EXPECT_EQ(server.url(), "redis://127.0.0.1:" + std::to_string(port));
    EXPECT_EQ(redis_cli{server}.text({"PING"}), "PONG");
    EXPECT_TRUE(std::filesystem::exists(directory));
  }
  EXPECT_FALSE(std::filesystem::exists(directory));
  EXPECT_THAT([&] { redis_cli{port}.text({"PING"}); },
              ThrowsMessage<redis_cli_error>(HasSubstr("Connection refused")));
}

TEST(redis_server, several_live_side_by_side) {
  redis_server one, other;
  redis_cli{one}.text({"SET", "key", "one"});
  EXPECT_EQ(redis_cli{other}.text({"GET", "key"}), nullptr);
}

TEST(redis_server, forgets_all_when_killed_and_restarted) {
  redis_server server;
  const std::uint16_t port = server.port();
  redis_cli{server}.text({"SET", "key", "value"});
  server.kill();
  EXPECT_FALSE(server.running());
  server.restart();
  EXPECT_EQ(server.port(), port);
  EXPECT_EQ(redis_cli{server}.text({"GET", "key"}), nullptr);
}

TEST(redis_server, remembers_all_when_append_only) {
  redis_server server{{.append_only = true}};
  redis_cli{server}.text({"SET", "key", "value"});
  server.kill();
  server.restart();
  EXPECT_EQ(redis_cli{server}.text({"GET", "key"}), "value");
  server.stop();
  server.restart();
  EXPECT_EQ(redis_cli{server}.text({"GET", "key"}), "value");
}

TEST(redis_server, answers_nothing_while_paused) {
  redis_server server;
  server.pause();
  std::future<boost::json::value> pong =
      std::async(std::launch::async, [&] { return redis_cli{server}.text({"PING"}); });
  EXPECT_EQ(pong.wait_for(50ms), std::future_status::timeout);
  server.resume();
  EXPECT_EQ(pong.get(), "PONG");
}

TEST(redis_server, can_be_stopped_while_paused) {
  redis_server server;
  server.pause();
  server.stop();
  EXPECT_FALSE(server.running());
}

TEST(redis_server, asks_for_its_password) {
  redis_server server{{.password = "secret"}};
  EXPECT_THAT(server.url(), HasSubstr("redis://:secret@127.0.0.1:"));
  EXPECT_EQ(redis_cli{server}.text({"PING"}), "PONG");
  EXPECT_THAT([&] { redis_cli{server.port()}.text({"PING"}); },
              ThrowsMessage<redis_cli_error>(HasSubstr("NOAUTH")));
}

TEST(redis_server, listens_on_a_unix_socket_where_asked_to) {
  redis_server server{{.unix_socket = true}};
  const std::string path = server.unix_url().substr(std::string{"unix://"}.size());
  EXPECT_TRUE(std::filesystem::is_socket(path));
  EXPECT_THROW(redis_server{}.unix_url(), std::logic_error);
}

TEST(redis_server, takes_more_arguments) {
  redis_server server{{.arguments = {"--maxmemory", "10mb"}}};
  EXPECT_EQ(redis_cli{server}.text({"CONFIG", "GET", "maxmemory"}).at(1), "10485760");
}

TEST(redis_server, shows_its_log_when_it_cannot_start) {
  const redis_server_options wrong{.arguments = {"--no-such-setting", "1"}};
  EXPECT_THAT([&] { redis_server{wrong}; }, ThrowsMessage<std::runtime_error>(HasSubstr("no-such-setting")));
}

TEST(redis_server, reports_that_its_port_was_taken) {
  redis_server server;
  server.stop();
  asio::io_context context;
  const asio::ip::tcp::acceptor taken{context, {asio::ip::address_v4::loopback(), server.port()}};
  EXPECT_THAT([&] { server.restart(); },
              ThrowsMessage<std::runtime_error>(HasSubstr("another process took it")));
}

}  // namespace
}  // namespace clamator::test
