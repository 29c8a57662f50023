// Something else than Redis where Redis should be.
#include <thread>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <gmock/gmock.h>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// Answers whatever comes on each connection: the first time with the first of `answers`, and so on; then it
// closes that connection.
class strange_port {
 public:
  explicit strange_port(std::vector<std::string> answers) : answers_(std::move(answers)) {
    asio::co_spawn(context_, accept(), asio::detached);
    thread_ = std::thread([this] { context_.run(); });
  }
  ~strange_port() {
    context_.stop();
    thread_.join();
  }
  std::string url() const { return "redis://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()); }

 private:
  asio::awaitable<void> accept() {
    for (;;)
      asio::co_spawn(context_, answer(co_await acceptor_.async_accept(asio::use_awaitable)), asio::detached);
  }
  asio::awaitable<void> answer(asio::ip::tcp::socket peer) {
    char bytes[1024];
    for (const std::string& each : answers_) {
      boost::system::error_code gone;
      co_await peer.async_read_some(asio::buffer(bytes), asio::redirect_error(asio::use_awaitable, gone));
      if (gone) co_return;
      co_await asio::async_write(peer, asio::buffer(each), asio::redirect_error(asio::use_awaitable, gone));
    }
  }

  const std::vector<std::string> answers_;
  asio::io_context context_;
  asio::ip::tcp::acceptor acceptor_{context_, {asio::ip::address_v4::loopback(), 0}};
  std::thread thread_;
};

struct strange_case {
  const char* name;
  std::string greeting;
  const char* says;
};

class strange_peer : public ::testing::TestWithParam<strange_case> {
 protected:
  redis::client_options calling(const strange_port& port) {
    redis::client_options options{.key_prefix = "p", .log = log.sink()};
    options.connection.url = port.url();
    return options;
  }

  log_lines log;
  event_loop loop;
};

TEST_P(strange_peer, fails_the_start_and_is_said_not_to_be_redis) {
  const strange_port port({GetParam().greeting});
  redis::client client(loop.get_executor(), calling(port));
  const outcome end = end_of(begin_start(client));
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, AllOf(HasSubstr("connect 127.0.0.1:"), HasSubstr(GetParam().says)));
}

INSTANTIATE_TEST_SUITE_P(
    port, strange_peer,
    ::testing::Values(
        strange_case{
            "http", "HTTP/1.1 400 Bad Request\r\n\r\n",
            "not Redis but a web server (byte 0x48 where a reply's type is expected); check the port"},
        strange_case{"tls", std::string("\x15\x03\x01\x00\x02\x02\x46", 7),
                     "what answers there speaks TLS; write rediss://"},
        strange_case{"ssh", "SSH-2.0-OpenSSH_9.2\r\n", "what answers there is not Redis"},
        strange_case{"endless_line", "+" + std::string(100'000, 'x'), "a line longer than 65536 bytes"},
        strange_case{"endless_array", "*9223372036854775807\r\n", "a reply of more than 4194304 elements"},
        strange_case{"endless_bulk", "$9223372036854775807\r\n", "a bulk string longer than"},
        strange_case{"nothing", "", "closed by the other side before it answered"}),
    [](const auto& given) { return std::string(given.param.name); });

const char* const login = "+PONG\r\n+OK\r\n$0\r\n\r\n";

// One that begins like Redis and goes on like something else.
TEST_F(strange_peer, later_is_left_and_said) {
  const strange_port port({login, "*-1\r\n", ":0\r\n", "hello, is this the right port?\r\n"});
  redis::client client(loop.get_executor(), calling(port));
  finished(begin_start(client));
  log.wait_for(
      "lost: what it sends is not RESP2, byte 0x68 where a reply's type is expected; connecting again");
  finished(begin_stop(client));
}

// Asked again at once, it would be asked without end.
TEST_F(strange_peer, that_answers_reads_with_something_else_is_asked_again_later) {
  std::vector<std::string> answers(100, "+OK\r\n");
  answers.front() = login;
  const strange_port port(answers);
  redis::client client(loop.get_executor(), calling(port));
  finished(begin_start(client));
  log.wait_for("the answer is none to XREAD; it is tried again every 100 ms");
  EXPECT_EQ(log.count("lost"), 0u) << log.text();
  finished(begin_stop(client));
}

}  // namespace
}  // namespace clamator::test
