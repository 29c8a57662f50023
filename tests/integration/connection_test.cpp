// How clients and servers get to Redis, and what they say where they do not.
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <sstream>

#include <boost/asio/ip/tcp.hpp>

#include "over_redis.hpp"
#include "support/loopback_port.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class connection : public over_redis {
 protected:
  connection() : over_redis({.unix_socket = true}) {}

  // A call's way through Redis and back where both sides connect so.
  outcome call_through(const std::string& url) {
    redis::server_options serve = serving();
    redis::client_options call = calling();
    serve.connection.url = call.connection.url = url;
    running_server server(serve, work_service(journal.at_once()));
    running_client client(call);
    return end_of(client.run(7));
  }

  outcome start_with(const redis::connection_options& options) {
    event_loop loop;
    redis::client client(loop.get_executor(),
                         {.key_prefix = prefix, .connection = options, .log = log.sink()});
    return end_of(begin_start(client));
  }

  std::string on_port(const std::string& user_info) {
    return "redis://" + user_info + "127.0.0.1:" + std::to_string(redis.port());
  }
};

TEST_F(connection, by_host_and_port) {
  EXPECT_EQ(call_through(redis.url()).how, "result");
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(connection, by_unix_socket) {
  EXPECT_EQ(call_through(redis.unix_url()).how, "result");
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(connection, with_a_password) {
  cli.text({"CONFIG", "SET", "requirepass", "s3cr:t"});
  EXPECT_EQ(call_through(on_port(":s3cr%3At@")).how, "result");
}

TEST_F(connection, with_user_and_password) {
  cli.text({"ACL", "SETUSER", "app", "on", ">pw", "~" + prefix + "*", "&*", "+@all"});
  EXPECT_EQ(call_through(on_port("app:pw@")).how, "result");
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(connection, to_a_database) {
  EXPECT_EQ(call_through(redis.url() + "/3").how, "result");
  EXPECT_FALSE(keys.group_exists());
  cli.text({"SELECT", "3"});
  EXPECT_TRUE(keys.group_exists());
}

TEST_F(connection, by_the_environment) {
  ASSERT_EQ(::setenv("REDIS_URL", redis.url().c_str(), 1), 0);
  EXPECT_EQ(call_through("").how, "result");
  ::unsetenv("REDIS_URL");
}

TEST_F(connection, to_nobody_fails_with_address_and_cause) {
  const std::string port = std::to_string(unused_loopback_port());
  const auto begin = std::chrono::steady_clock::now();
  const outcome end = start_with({.url = "redis://127.0.0.1:" + port});
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, HasSubstr("connect 127.0.0.1:" + port + ": Connection refused"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(connection, to_a_socket_that_is_not_there_fails_with_path_and_cause) {
  const outcome end = start_with({.url = "unix:///no/such/redis.sock"});
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, HasSubstr("connect unix:/no/such/redis.sock: No such file or directory"));
}

TEST_F(connection, of_a_server_to_nobody_fails_as_well) {
  event_loop loop;
  redis::server_options options = serving();
  options.connection.url = "redis://127.0.0.1:" + std::to_string(unused_loopback_port());
  redis::server server(loop.get_executor(), options);
  server.register_service(work_service(journal.at_once()));
  EXPECT_EQ(end_of(begin_start(server)).how, "connect_failed");
  EXPECT_EQ(end_of(begin_start(server)).how, "connect_failed");
  EXPECT_EQ(end_of(begin_stop(server)).how, "result");
}

TEST_F(connection, with_a_wrong_password_fails_without_showing_it) {
  cli.text({"ACL", "SETUSER", "app", "on", ">right", "~*", "+@all"});
  const outcome end = start_with({.url = on_port("app:wrong-one@")});
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, AllOf(HasSubstr("WRONGPASS"), HasSubstr("127.0.0.1"), Not(HasSubstr("wrong-one"))));
  EXPECT_THAT(log.all(), Each(Not(HasSubstr("wrong-one"))));
}

TEST_F(connection, without_the_password_that_redis_wants_fails_at_start) {
  cli.text({"CONFIG", "SET", "requirepass", "right"});
  EXPECT_THAT(start_with({.url = redis.url()}).text, HasSubstr("NOAUTH"));
}

TEST_F(connection, to_a_database_that_is_not_there_fails_at_start) {
  EXPECT_THAT(start_with({.url = redis.url() + "/999"}).text, HasSubstr("DB index is out of range"));
}

TEST_F(connection, options_out_of_range_are_named) {
  const auto problem = [this](auto change) {
    redis::connection_options options;
    options.url = redis.url();
    change(options);
    try {
      event_loop loop;
      const redis::connection made(loop.get_executor(), options);
    } catch (const usage_error& error) {
      return std::string(error.what());
    }
    return std::string("none");
  };
  EXPECT_THAT(problem([](auto& options) { options.keepalive = 2s; }), HasSubstr("option keepalive must be"));
  EXPECT_THAT(problem([](auto& options) { options.client_name = "two words"; }),
              HasSubstr("option client_name"));
  EXPECT_EQ(problem([](auto& options) { options.keepalive = std::chrono::milliseconds::max(); }), "none");
}

TEST_F(connection, to_a_listener_that_never_answers_ends_with_the_connect_timeout) {
  asio::io_context context;
  const asio::ip::tcp::acceptor silent(context, {asio::ip::address_v4::loopback(), 0});
  const std::string port = std::to_string(silent.local_endpoint().port());
  const auto begin = std::chrono::steady_clock::now();
  const outcome end = start_with({.url = "redis://127.0.0.1:" + port, .connect_timeout = 300ms});
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, AllOf(HasSubstr("127.0.0.1:" + port), HasSubstr("connect timeout")));
  EXPECT_GE(took, 290ms);
  EXPECT_LT(took, 3s);
}

// The system's table of sockets says of each which timer runs: 02 is the one that sends keepalive probes.
TEST_F(connection, that_is_idle_is_probed_by_tcp) {
  redis::client_options options = calling();
  options.connection.keepalive = 3s;
  running_client client(options);
  std::ostringstream hex;
  hex << ':' << std::uppercase << std::hex << std::setw(4) << std::setfill('0') << redis.port() << " 01 ";
  eventually("both connections of the client have the timer", [&] {
    std::ifstream table("/proc/net/tcp");
    int probed = 0;
    for (std::string line; std::getline(table, line);) {
      const std::size_t at = line.find(hex.str());
      if (at != std::string::npos && line.find(" 02:", at) != std::string::npos) ++probed;
    }
    return probed == 2;
  });
}

TEST_F(connection, that_goes_silent_is_noticed_and_mended) {
  redis::client_options call = calling();
  redis::server_options serve = serving();
  call.connection.command_timeout = serve.connection.command_timeout = 300ms;
  running_server server(serve, work_service(journal.at_once()));
  running_client client(call);
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  redis.pause();
  auto pending = client.run(2);
  log.wait_for("lost: no answer for 300 ms");
  redis.resume();
  log.wait_for("connected to 127.0.0.1:" + std::to_string(redis.port()) + " again");
  EXPECT_EQ(end_of(std::move(pending)).how, "result");
  EXPECT_EQ(end_of(client.run(3)).how, "result");
}

TEST_F(connection, comes_back_soon_each_time_it_breaks) {
  running_client client(calling());
  for (std::size_t i = 1; i <= 8; ++i) {
    cli.text({"CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"});
    log.wait_for("connected to", 2 * i);
  }
  // 50 ms is the first wait; one that was never reset would have grown to 2 s by now.
  EXPECT_EQ(log.count("connecting again in"), 16u);
  for (const std::string& line : log.all()) {
    const std::size_t at = line.find("connecting again in ");
    if (at == std::string::npos) continue;
    EXPECT_LE(std::stoi(line.substr(at + 20)), 50) << line;
  }
}

}  // namespace
}  // namespace clamator::test
