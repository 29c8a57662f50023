// Options out of range are refused where they are given, by their names.
#include <functional>
#include <limits>

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>

namespace clamator::redis {
namespace {

using std::chrono::milliseconds;
using testing::AllOf;
using testing::HasSubstr;

class Options : public testing::Test {
 protected:
  std::string refusal(const std::function<void()>& make) {
    try {
      make();
    } catch (const usage_error& error) {
      return error.what();
    }
    return "nothing was refused";
  }
  std::string of_connection(const std::function<void(connection_options&)>& change) {
    connection_options options;
    change(options);
    return refusal([&] { const connection made(context_.get_executor(), options); });
  }
  std::string of_client(const std::function<void(client_options&)>& change) {
    client_options options{.key_prefix = "p"};
    change(options);
    return refusal([&] { const client made(context_.get_executor(), options); });
  }
  std::string of_server(const std::function<void(server_options&)>& change) {
    server_options options{.key_prefix = "p"};
    change(options);
    return refusal([&] { const server made(context_.get_executor(), options); });
  }
  std::string of_registration(std::size_t concurrency) {
    server made(context_.get_executor(), {.key_prefix = "p"});
    return refusal([&] { made.register_service(service("arith"), {.concurrency = concurrency}); });
  }

 private:
  asio::io_context context_;
};

TEST_F(Options, OfAConnection) {
  EXPECT_THAT(of_connection([](auto& o) { o.url = "nowhere"; }), HasSubstr("Redis URL: "));
  for (const auto bad : {milliseconds(0), milliseconds(-1), milliseconds::min()}) {
    EXPECT_THAT(of_connection([&](auto& o) { o.connect_timeout = bad; }),
                HasSubstr("option connect_timeout"));
    EXPECT_THAT(of_connection([&](auto& o) { o.command_timeout = bad; }),
                HasSubstr("option command_timeout"));
    EXPECT_THAT(of_connection([&](auto& o) { o.reconnect_min = bad; }), HasSubstr("option reconnect_min"));
    EXPECT_THAT(of_connection([&](auto& o) { o.reconnect_max = bad; }), HasSubstr("option reconnect_max"));
  }
}

TEST_F(Options, OfAClient) {
  EXPECT_THAT(of_client([](auto& o) { o.key_prefix = ""; }), HasSubstr("option key_prefix"));
  EXPECT_THAT(of_client([](auto& o) { o.default_timeout = milliseconds(0); }),
              HasSubstr("option default_timeout"));
  EXPECT_THAT(of_client([](auto& o) { o.default_timeout = milliseconds(-1); }),
              HasSubstr("option default_timeout"));
  EXPECT_THAT(of_client([](auto& o) { o.max_in_flight = 0; }), HasSubstr("option max_in_flight"));
  EXPECT_THAT(of_client([](auto& o) { o.busy_poll = std::chrono::microseconds(-1); }),
              HasSubstr("option busy_poll"));
  EXPECT_THAT(of_client([](auto& o) { o.max_message_bytes = 1023; }), HasSubstr("option max_message_bytes"));
  for (const char* word : {"type", "envelope", "reply-to"}) {
    EXPECT_THAT(of_client([&](auto& o) { o.name = word; }), HasSubstr("option name"));
  }
  for (const unsigned depth : {0U, 4U, 1001U, std::numeric_limits<unsigned>::max()}) {
    EXPECT_THAT(of_client([&](auto& o) { o.max_depth = depth; }),
                HasSubstr("option max_depth must be from 5 to 1000"));
  }
}

TEST_F(Options, OfAServer) {
  EXPECT_THAT(of_server([](auto& o) { o.key_prefix = ""; }), HasSubstr("option key_prefix"));
  EXPECT_THAT(of_server([](auto& o) { o.consumer_claim_idle = milliseconds(99); }),
              HasSubstr("option consumer_claim_idle"));
  EXPECT_THAT(of_server([](auto& o) { o.cleanup_after = milliseconds(999); }),
              HasSubstr("option cleanup_after"));
  EXPECT_THAT(of_server([](auto& o) { o.reply_stream_maxlen = 0; }), HasSubstr("option reply_stream_maxlen"));
  EXPECT_THAT(of_server([](auto& o) { o.reply_stream_maxlen = std::numeric_limits<std::size_t>::max(); }),
              HasSubstr("option reply_stream_maxlen"));
  EXPECT_THAT(of_server([](auto& o) { o.shutdown_grace = milliseconds(-1); }),
              HasSubstr("option shutdown_grace"));
  EXPECT_THAT(of_server([](auto& o) { o.max_message_bytes = 0; }), HasSubstr("option max_message_bytes"));
  EXPECT_THAT(of_server([](auto& o) { o.max_depth = 1001; }), HasSubstr("option max_depth"));
}

TEST_F(Options, OfARegistration) {
  EXPECT_THAT(of_registration(0), AllOf(HasSubstr("option concurrency"), HasSubstr("\"arith\"")));
  EXPECT_THAT(of_registration(std::numeric_limits<std::size_t>::max()), HasSubstr("option concurrency"));
}

// "For ever" is said with a maximum.
TEST_F(Options, OfTimeMayBeAsLongAsTheirTypeHolds) {
  EXPECT_EQ(of_connection([](auto& o) {
              o.connect_timeout = o.command_timeout = o.reconnect_max = milliseconds::max();
            }),
            "nothing was refused");
  EXPECT_EQ(of_client([](auto& o) { o.default_timeout = milliseconds::max(); }), "nothing was refused");
  EXPECT_EQ(of_server([](auto& o) {
              o.shutdown_grace = o.consumer_claim_idle = o.cleanup_after = milliseconds::max();
            }),
            "nothing was refused");
}

}  // namespace
}  // namespace clamator::redis
