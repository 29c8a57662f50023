// Something else than Redis where Redis should be.
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <gmock/gmock.h>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// Accepts connections one after another: answers the first bytes of each with `greeting`, then closes it.
class strange_port {
 public:
  explicit strange_port(std::string greeting)
      : greeting_(std::move(greeting)), thread_([this] { serve(); }) {}
  ~strange_port() {
    ended_ = true;
    asio::ip::tcp::socket last(context_);
    last.connect(acceptor_.local_endpoint());
    thread_.join();
  }
  std::string url() const { return "redis://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()); }

 private:
  void serve() {
    for (;;) {
      asio::ip::tcp::socket peer(context_);
      acceptor_.accept(peer);
      if (ended_) return;
      char bytes[1024];
      boost::system::error_code gone;
      peer.read_some(asio::buffer(bytes), gone);
      if (!gone) asio::write(peer, asio::buffer(greeting_), gone);
    }
  }

  const std::string greeting_;
  asio::io_context context_;
  asio::ip::tcp::acceptor acceptor_{context_, {asio::ip::address_v4::loopback(), 0}};
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

struct strange_case {
  const char* name;
  std::string greeting;
  const char* says;
};

class strange_peer : public ::testing::TestWithParam<strange_case> {
 protected:
  log_lines log;
};

TEST_P(strange_peer, fails_the_start_and_is_said_not_to_be_redis) {
  const strange_port port(GetParam().greeting);
  event_loop loop;
  redis::client_options options{.key_prefix = "p"};
  options.connection.url = port.url();
  options.log = log.sink();
  redis::client client(loop.get_executor(), options);
  const outcome end = end_of(begin_start(client));
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, AllOf(HasSubstr("connect 127.0.0.1:"), HasSubstr(GetParam().says)));
}

INSTANTIATE_TEST_SUITE_P(
    port, strange_peer,
    ::testing::Values(
        strange_case{"http", "HTTP/1.1 400 Bad Request\r\n\r\n",
                     "what answers there is not Redis (byte 0x48 where a reply's type is expected)"},
        strange_case{"tls", std::string("\x15\x03\x01\x00\x02\x02\x46", 7),
                     "what answers there is not Redis"},
        strange_case{"ssh", "SSH-2.0-OpenSSH_9.2\r\n", "what answers there is not Redis"},
        strange_case{"endless_line", "+" + std::string(100'000, 'x'), "a line longer than 65536 bytes"},
        strange_case{"endless_array", "*9223372036854775807\r\n", "a reply of more than 4194304 elements"},
        strange_case{"endless_bulk", "$9223372036854775807\r\n", "a bulk string longer than"},
        strange_case{"nothing", "", "End of file"}),
    [](const auto& given) { return std::string(given.param.name); });

// One that begins like Redis and goes on like something else.
TEST_F(strange_peer, later_is_left_and_said) {
  const strange_port port("+PONG\r\nhello, is this the right port?\r\n");
  event_loop loop;
  redis::connection_options options{.url = port.url(), .reconnect_min = 10ms, .reconnect_max = 10ms};
  redis::connection shared(loop.get_executor(), options, log.sink());
  redis::client_options calling{.key_prefix = "p"};
  redis::client client(loop.get_executor(), shared, calling);
  const auto started = begin_start(client);
  log.wait_for("what it sends is not RESP2, byte 0x68 where a reply's type is expected");
  started.wait();
  shared.close();
  finished(begin_stop(client));
}

}  // namespace
}  // namespace clamator::test
