// Messages that are large, and those that are too large for us or for Redis.
#include <boost/asio/use_future.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

// "big" takes a text and gives one of a length.
service big_service() {
  service made("big");
  made.handle_value("size", [](const boost::json::value& params) -> boost::json::value {
    return params.at("text").as_string().size();
  });
  made.handle_value("make", [](const boost::json::value& params) -> boost::json::value {
    return boost::json::string(params.at("size").to_number<std::size_t>(), 'x');
  });
  made.handle_value("echo", [](const boost::json::value& params) { return params.at("text"); });
  return made;
}

// Text of some `bytes`, with what JSON escapes and what is beyond ASCII at places that `seed` shifts.
boost::json::string mixed_text(std::size_t bytes, std::size_t seed) {
  static constexpr std::string_view pieces[] = {"plain text that is long enough for a word or two ",
                                                "\"",
                                                "\\",
                                                "\n",
                                                "\x01",
                                                "\u00e9",
                                                "\u20ac",
                                                "\U0001f600"};
  boost::json::string made;
  for (std::size_t i = seed; made.size() < bytes; ++i) {
    made.append(pieces[0].substr(0, i % pieces[0].size()));
    made.append(pieces[i % std::size(pieces)]);
  }
  return made;
}

std::string text_of(std::future<boost::json::value> begun) {
  try {
    const boost::json::value result = finished(std::move(begun));
    return result.is_string() ? std::to_string(result.as_string().size()) : serialize(result);
  } catch (const protocol_error& error) {
    return std::string(to_string(error.code())) + ": " + error.what();
  } catch (const transport_error& error) {
    return std::string(to_string(error.code())) + ": " + error.what();
  } catch (const rpc_error& error) {
    return "rpc_error " + std::to_string(error.code()) + ": " + error.what() + serialize(error.data());
  }
}

class giant_message : public over_redis {
 protected:
  void begin(redis::server_options serving_with, redis::client_options calling_with) {
    server_.emplace(std::move(serving_with), big_service());
    client_.emplace(std::move(calling_with));
  }
  std::string size(std::size_t bytes, std::chrono::milliseconds timeout = 25s) {
    boost::json::value params = boost::json::object{{"text", std::string(bytes, 'x')}};
    return text_of((**client_).call("big", "size", params, {.timeout = timeout}, asio::use_future));
  }
  std::string make(std::size_t bytes, std::chrono::milliseconds timeout = 25s) {
    boost::json::value params = boost::json::object{{"size", bytes}};
    return text_of((**client_).call("big", "make", params, {.timeout = timeout}, asio::use_future));
  }
  std::future<boost::json::value> echo(const boost::json::string& text) {
    boost::json::value params = boost::json::object{{"text", text}};
    return (**client_).call("big", "echo", params, {.timeout = 25s}, asio::use_future);
  }

 private:
  std::optional<running_server> server_;
  std::optional<running_client> client_;
};

TEST_F(giant_message, of_64_megabytes_comes_and_goes) {
  begin(serving(), calling());
  EXPECT_EQ(size(64'000'000), "64000000");
  EXPECT_EQ(make(64'000'000), "64000000");
  EXPECT_EQ(size(0), "0");
}

// Around what one read takes, several at once, so that reads end within them.
TEST_F(giant_message, of_any_size_and_text_come_back_as_they_were) {
  begin(serving(), calling());
  for (const std::size_t bytes : {1'000u, 16'000u, 65'536u, 130'000u, 262'144u, 1'100'000u, 5'000'000u}) {
    std::vector<boost::json::string> texts;
    std::vector<std::future<boost::json::value>> begun;
    for (std::size_t i = 0; i != 8; ++i) texts.push_back(mixed_text(bytes + i, i));
    for (const boost::json::string& text : texts) begun.push_back(echo(text));
    for (std::size_t i = 0; i != texts.size(); ++i)
      EXPECT_TRUE(finished(std::move(begun[i])) == boost::json::value(texts[i])) << bytes << ", " << i;
  }
}

// Cut by their bytes, since a thousand of them would be a thousand megabytes.
TEST_F(giant_message, does_not_stay_in_the_stream) {
  begin(serving(), calling());
  std::int64_t most = 0;
  for (int i = 0; i < 40; ++i) {
    EXPECT_EQ(size(1'000'000), "1000000");
    most = std::max(most, cli.text({"XLEN", prefix + ":cmds:big"}).as_int64());
  }
  EXPECT_LE(most, 12);
}

TEST_F(giant_message, over_the_clients_limit_is_not_sent) {
  redis::client_options options = calling();
  options.max_message_bytes = 2000;
  begin(serving(), options);
  EXPECT_THAT(size(2000), AllOf(HasSubstr("invalid_params"), HasSubstr("params too large"),
                                HasSubstr("option max_message_bytes allows 2000")));
  EXPECT_EQ(cli.text({"EXISTS", prefix + ":cmds:big"}), 1);
  EXPECT_EQ(cli.text({"XLEN", prefix + ":cmds:big"}), 0);
  EXPECT_EQ(size(1000), "1000");
}

TEST_F(giant_message, over_the_servers_limit_is_answered_with_an_error) {
  redis::server_options options = serving();
  options.max_message_bytes = 2000;
  begin(options, calling());
  EXPECT_THAT(make(2000), AllOf(HasSubstr("rpc_error -32603"), HasSubstr("Reply too large"),
                                HasSubstr("\"max_message_bytes\":2000")));
  log.wait_for("is over option max_message_bytes");
  EXPECT_EQ(make(1000), "1000");
}

// Its memory was taken from the handler's side, and is all that there is of it.
TEST_F(giant_message, that_redis_has_no_room_for_as_a_reply_comes_later) {
  std::promise<void> begun;
  std::promise<void> room_is_gone;
  service made("big");
  made.handle_value("make", [&](const boost::json::value& params) -> boost::json::value {
    begun.set_value();
    room_is_gone.get_future().get();
    return boost::json::string(params.at("size").to_number<std::size_t>(), 'x');
  });
  running_server server(serving(), std::move(made));
  running_client client(calling());
  boost::json::value params = boost::json::object{{"size", 300'000}};
  auto reply = (*client).call("big", "make", params, {.timeout = 25s}, asio::use_future);
  begun.get_future().get();
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  room_is_gone.set_value();
  log.wait_for("is refused, and will be tried again");
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  EXPECT_EQ(text_of(std::move(reply)), "300000");
  eventually("it is acknowledged", [this] { return redis_keys(cli, prefix, "big").pending().empty(); });
}

// Redis breaks the connection over those, so nobody could tell it from a fault of the network.
TEST_F(giant_message, over_redis_own_limit_costs_that_message_only) {
  begin(serving(), calling());
  cli.text({"CONFIG", "SET", "proto-max-bulk-len", "1048576"});
  EXPECT_THAT(size(2'000'000, 3s), AnyOf(HasSubstr("refused: "), HasSubstr("outcome_unknown: ")));
  EXPECT_EQ(size(1000), "1000");
  EXPECT_THAT(make(2'000'000, 3s), HasSubstr("timed_out"));
  log.wait_for("cannot be written: ");
  EXPECT_EQ(make(1000), "1000");
  eventually("all are acknowledged", [this] { return redis_keys(cli, prefix, "big").pending().empty(); });
}

}  // namespace
}  // namespace clamator::test
