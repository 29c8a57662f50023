// Messages of 64 MB whose connection breaks in their middle.
#include <boost/asio/use_future.hpp>
#include <boost/json/object.hpp>

#include "faults/proxy.hpp"
#include "faults/scenario.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

constexpr std::size_t size = 64'000'000;
constexpr std::size_t middle = 30'000'000;

class giant_cut : public scenario {
 protected:
  // Takes a text and gives one of a length.
  service big() {
    service made("big");
    made.handle_value("run", [this](const boost::json::value& params) -> boost::json::value {
      ++runs;
      return boost::json::string(params.at("size").to_number<std::size_t>(), 'x');
    });
    return made;
  }
  // The length of the result, or the error's name.
  static std::string run(running_client& client, std::size_t there, std::size_t back,
                         std::chrono::milliseconds timeout = 25s) {
    const boost::json::value params = boost::json::object{{"text", std::string(there, 'x')}, {"size", back}};
    try {
      const auto result =
          finished((*client).call("big", "run", params, {.timeout = timeout}, asio::use_future));
      return std::to_string(result.as_string().size());
    } catch (const transport_error& error) {
      return std::string(to_string(error.code()));
    }
  }
  redis::client_options resending_by(const std::string& url) {
    redis::client_options options = calling_by(url);
    options.resend_on_disconnect = true;
    return options;
  }

  std::atomic<int> runs = 0;
  proxy network{redis.port()};
};

TEST_F(giant_cut, of_a_request_ends_its_call_as_unknown_and_runs_nothing) {
  running_server server(serving(claim_idle), big());
  running_client client(calling_by(network.url()));
  network.cut_after(proxy::towards::redis, middle);
  EXPECT_EQ(run(client, size, 1, 3s), "outcome_unknown");
  EXPECT_TRUE(network.was_cut());
  EXPECT_EQ(run(client, 1, 1), "1");
  EXPECT_EQ(runs, 1);
}

TEST_F(giant_cut, of_a_request_that_is_sent_again_costs_nothing) {
  running_server server(serving(claim_idle), big());
  running_client client(resending_by(network.url()));
  EXPECT_EQ(run(client, 1, 1), "1");
  network.cut_after(proxy::towards::redis, middle);
  EXPECT_EQ(run(client, size, 1), "1");
  EXPECT_TRUE(network.was_cut());
  EXPECT_EQ(runs, 2);
}

TEST_F(giant_cut, of_a_reply_on_its_way_to_redis_costs_nothing) {
  running_server server(serving_by(network.url()), big());
  running_client client(calling());
  network.cut_after(proxy::towards::redis, middle);
  EXPECT_EQ(run(client, 1, size), std::to_string(size));
  EXPECT_TRUE(network.was_cut());
  EXPECT_EQ(runs, 1);
}

TEST_F(giant_cut, of_a_request_or_a_reply_that_is_read_costs_nothing) {
  proxy of_server(redis.port());
  running_server server(serving_by(of_server.url()), big());
  running_client client(calling_by(network.url()));
  of_server.cut_after(proxy::towards::us, middle);
  EXPECT_EQ(run(client, size, 1), "1");
  EXPECT_TRUE(of_server.was_cut());
  network.cut_after(proxy::towards::us, middle);
  EXPECT_EQ(run(client, 1, size), std::to_string(size));
  EXPECT_TRUE(network.was_cut());
  EXPECT_EQ(runs, 2);
}

}  // namespace
}  // namespace clamator::test
