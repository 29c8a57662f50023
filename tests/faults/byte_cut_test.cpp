// A connection that breaks at every byte of a call in turn.
#include <algorithm>
#include <ostream>
#include <thread>
#include <vector>

#include "faults/proxy.hpp"
#include "faults/scenario.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

using towards = proxy::towards;

class byte_cut : public scenario {
 protected:
  redis::client_options calling_by(const std::string& url, bool resends) {
    redis::client_options options = scenario::calling_by(url);
    impatient(options.connection);
    options.resend_on_disconnect = resends;
    return options;
  }
  redis::server_options serving_by(const std::string& url) {
    redis::server_options options = scenario::serving_by(url);
    impatient(options.connection);
    return options;
  }
  // How many bytes pass with one call where nothing is cut. With one of several there may be those of a read
  // that found nothing in its time, or some that come after its end: hence the median.
  static std::size_t bytes_of_a_call(proxy& network, towards side, noted_calls& calls, std::int64_t first) {
    std::vector<std::size_t> passed;
    for (std::int64_t number = first; number < first + measured; ++number) {
      network.count();
      calls.call(number);
      calls.wait_ended();
      passed.push_back(network.passed(side));
    }
    std::sort(passed.begin(), passed.end());
    return passed[measured / 2];
  }
  static constexpr std::int64_t measured = 5;

 private:
  static void impatient(redis::connection_options& options) {
    options.reconnect_min = 1ms;
    options.reconnect_max = 10ms;
  }
};

// Its handler runs, so that there is no reply yet to tell that it arrived.
TEST_F(byte_cut, of_the_answer_to_a_request_that_runs_sends_it_once) {
  proxy network(redis.port());
  running_server server(serving(claim_idle), noted_work("server", quick_below_zero(journal.gated("server"))),
                        {.concurrency = 8});
  running_client client(calling_by(network.url(), true));
  noted_calls calls(client, ledger, "client");
  calls.call(-1);
  calls.wait_ended();
  const auto scripts = [this] {
    const auto info = cli.text({"INFO", "commandstats"});
    const std::string text(info.as_string());
    const std::size_t at = text.find("cmdstat_eval:calls=");
    return at == std::string::npos ? 0 : std::stoi(text.substr(at + 19));
  };
  const int before = scripts();
  network.cut_after(towards::us, 0);
  calls.call_many(0, 3);
  journal.wait_begun(3);
  eventually("the client has looked for it", [&] { return scripts() > before; });
  journal.open_gate();
  expect_ended(calls, 4);
  EXPECT_TRUE(network.was_cut());
  wait_all_handled();
  EXPECT_EQ(journal.begun(), 3u);
}

struct direction {
  const char* name;
  towards side;

  friend std::ostream& operator<<(std::ostream& out, const direction& way) { return out << way.name; }
};

class byte_cut_each_way : public byte_cut, public ::testing::WithParamInterface<direction> {
 protected:
  // One call for each byte, with a break there. The number of calls.
  std::size_t cut_everywhere(proxy& network, noted_calls& calls) {
    const towards side = GetParam().side;
    calls.call(0);
    calls.wait_ended();
    const std::size_t bytes = bytes_of_a_call(network, side, calls, 1);
    EXPECT_GT(bytes, 100u);
    for (std::size_t at = 0; at < bytes; ++at) {
      network.cut_after(side, at);
      calls.call(1 + measured + static_cast<std::int64_t>(at));
      calls.wait_ended();
      wait_cut(network);
    }
    return 1 + static_cast<std::size_t>(measured) + bytes;
  }
  // Some of the bytes of a call come after its end.
  static void wait_cut(proxy& network) {
    eventually("the connection was cut", [&] { return network.was_cut(); });
  }
};

TEST_P(byte_cut_each_way, of_a_servers_connections_costs_no_call) {
  proxy network(redis.port());
  running_server server(serving_by(network.url()), noted_work("server", journal.at_once("server")));
  running_client client(calling());
  noted_calls calls(client, ledger, "client");
  expect_ended(calls, cut_everywhere(network, calls));
  wait_all_handled();
}

// The case among them that matters: the request arrived, and its answer was lost.
TEST_P(byte_cut_each_way, of_a_client_that_resends_costs_no_call) {
  proxy network(redis.port());
  running_server server(serving(claim_idle), noted_work("server", journal.at_once("server")));
  running_client client(calling_by(network.url(), true));
  noted_calls calls(client, ledger, "client");
  expect_ended(calls, cut_everywhere(network, calls));
  wait_all_handled();
}

// Each of a few clients waits for the deadlines of its own calls.
TEST_P(byte_cut_each_way, of_a_client_ends_each_call_with_the_truth) {
  running_server server(serving(claim_idle), noted_work("server", journal.at_once("server")),
                        {.concurrency = 8});
  constexpr std::size_t clients = 24;
  std::vector<std::thread> callers;
  for (std::size_t i = 0; i < clients; ++i) {
    callers.emplace_back([this, i] {
      proxy network(redis.port());
      running_client client(calling_by(network.url(), false));
      noted_calls calls(client, ledger, "client" + std::to_string(i));
      auto number = static_cast<std::int64_t>(i * 10'000);
      calls.call(number++);
      calls.wait_ended();
      const std::size_t bytes = bytes_of_a_call(network, GetParam().side, calls, number);
      number += measured;
      for (std::size_t at = i; at < bytes; at += clients) {
        network.cut_after(GetParam().side, at);
        calls.call(number++, 400ms);
        calls.wait_ended();
        wait_cut(network);
      }
      expect_only(calls, {"result", "outcome_unknown", "not_sent", "timed_out"});
      EXPECT_GE(calls.ended_as("result"), 2u);
    });
  }
  for (std::thread& each : callers) each.join();
  wait_all_handled();
}

INSTANTIATE_TEST_SUITE_P(, byte_cut_each_way,
                         ::testing::Values(direction{"towards_redis", towards::redis},
                                           direction{"from_redis", towards::us}),
                         [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace clamator::test
