// What a client and a server hold on to while Redis takes nothing: not more than a bound, whatever comes.
#include <boost/asio/use_future.hpp>
#include <boost/json/object.hpp>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Le;

constexpr std::size_t megabyte = 1024 * 1024;

class buffered_bytes : public over_redis {
 protected:
  // "big" takes a text and answers with its length, or takes a length and answers with a text.
  service big() {
    service made("big");
    made.handle_value("size", [](const boost::json::value& params) -> boost::json::value {
      return params.at("text").as_string().size();
    });
    made.handle_value("make", [this](const boost::json::value& params) -> boost::json::value {
      ++made_;
      return boost::json::string(params.at("size").to_number<std::size_t>(), 'x');
    });
    return made;
  }
  static std::future<boost::json::value> send(running_client& client, std::size_t bytes,
                                              std::chrono::milliseconds timeout) {
    boost::json::value params = boost::json::object{{"text", std::string(bytes, 'x')}};
    return (*client).call("big", "size", params, {.timeout = timeout}, asio::use_future);
  }
  static std::future<boost::json::value> fetch(running_client& client, std::size_t bytes) {
    boost::json::value params = boost::json::object{{"size", bytes}};
    return (*client).call("big", "make", params, {.timeout = patience}, asio::use_future);
  }
  // So many large requests, of which as many leave as the bound and the system's own buffers take.
  std::size_t sent_of(running_client& client, std::size_t calls) {
    std::vector<std::future<boost::json::value>> begun;
    for (std::size_t i = 0; i < calls; ++i) begun.push_back(send(client, megabyte, 1s));
    std::size_t sent = 0;
    for (auto& each : begun) {
      try {
        finished(std::move(each));
        ADD_FAILURE() << "a Redis that stands still has answered";
      } catch (const transport_error& error) {
        sent += error.code() == transport_errc::outcome_unknown;
        if (error.code() == transport_errc::outcome_unknown) continue;
        EXPECT_EQ(error.code(), transport_errc::not_sent);
        EXPECT_THAT(error.what(), HasSubstr("not sent, 16777216 bytes wait to be sent to 127.0.0.1:"));
      }
    }
    return sent;
  }
  std::int64_t refused_transactions() {
    const boost::json::value info = cli.text({"INFO", "commandstats"});
    const std::string text(info.as_string());
    const std::size_t exec = text.find("cmdstat_exec:");
    return exec == text.npos ? 0 : std::stoll(text.substr(text.find("failed_calls=", exec) + 13));
  }

  std::atomic<std::size_t> made_ = 0;
};

TEST_F(buffered_bytes, of_a_client_are_bounded_while_redis_stands_still) {
  running_server server(serving(), big());
  running_client client(calling());
  redis.pause();
  EXPECT_THAT(sent_of(client, 64), AllOf(Ge(16u), Le(32u)));
  redis.resume();
  EXPECT_EQ(finished(send(client, megabyte, patience)), megabyte) << log.text();
}

TEST_F(buffered_bytes, of_a_client_on_a_shared_connection_are_bounded_as_well) {
  event_loop loop;
  redis::connection shared(loop.get_executor(), {.url = redis.url()}, log.sink());
  redis::client client(loop.get_executor(), shared, calling());
  finished(begin_start(client));
  redis.pause();
  std::vector<std::future<boost::json::value>> begun;
  std::size_t sent = 0;
  for (std::size_t i = 0; i < 64; ++i) {
    boost::json::value params = boost::json::object{{"text", std::string(megabyte, 'x')}};
    begun.push_back(client.call("big", "size", params, {.timeout = 1s}, asio::use_future));
  }
  for (auto& each : begun) {
    try {
      finished(std::move(each));
    } catch (const transport_error& error) {
      sent += error.code() == transport_errc::outcome_unknown;
    }
  }
  EXPECT_THAT(sent, AllOf(Ge(16u), Le(40u)));
  redis.resume();
  finished(begin_stop(client));
  shared.close();
}

// They wait, and are sent when Redis takes them, whether or not anybody answers.
TEST_F(buffered_bytes, of_a_client_that_are_over_the_bound_go_out_later) {
  running_client client(calling());
  redis.pause();
  std::vector<std::future<boost::json::value>> begun;
  for (std::size_t i = 0; i < 64; ++i) begun.push_back(send(client, megabyte, patience));
  EXPECT_THROW(finished(send(client, 1, 500ms)), transport_error);
  redis.resume();
  eventually("all are on the stream", [this] { return redis_keys(cli, prefix, "big").length() == 64; });
  running_server server(serving(), big());
  for (auto& each : begun) EXPECT_EQ(finished(std::move(each)), megabyte) << log.text();
}

// It takes no further request while 64 MB of replies wait for a Redis that is full.
TEST_F(buffered_bytes, of_a_server_are_bounded_while_redis_takes_no_replies) {
  running_client client(calling());
  std::vector<std::future<boost::json::value>> begun;
  for (std::size_t i = 0; i < 60; ++i) begun.push_back(fetch(client, 4 * megabyte));
  const redis_keys big_keys(cli, prefix, "big");
  eventually("all are on the stream", [&] { return big_keys.length() == 60; });
  running_server server(serving(), big());
  eventually("it has begun", [&] { return made_ > 0; });
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  log.wait_for("is refused, and will be tried again");
  const std::int64_t refused = refused_transactions();
  eventually("it is refused again and again", [&] { return refused_transactions() >= refused + 5; });
  const std::size_t in_hand = made_;
  EXPECT_THAT(in_hand, Le(59u)) << "all replies are held";
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  for (auto& each : begun) EXPECT_EQ(finished(std::move(each)).as_string().size(), 4 * megabyte);
}

}  // namespace
}  // namespace clamator::test
