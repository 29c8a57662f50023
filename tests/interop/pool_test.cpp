// C++ and Python servers side by side in one pool, and what becomes of calls when one of them or a client
// goes.
#include <map>

#include "interop/pairing.hpp"
#include "interop/python_caller.hpp"
#include "interop/stream_view.hpp"

namespace clamator::interop {
namespace {

using namespace std::chrono_literals;
using testing::ValuesIn;

std::vector<request> waits(std::size_t count, std::chrono::milliseconds each) {
  return std::vector<request>(count, request{"wait", R"({"ms":)" + std::to_string(each.count()) + "}", 60s});
}

// How many calls each server answered; all must have been.
std::map<std::string, std::size_t> answered_by(const caller::outcomes& answers) {
  std::map<std::string, std::size_t> counts;
  for (const outcome& answer : answers) {
    EXPECT_EQ(answer.how, ending::result) << answer;
    if (answer.how == ending::result) ++counts[std::string(answer.result.at("server").as_string())];
  }
  return counts;
}

struct pool_case {
  peer python;  // the C++ server's partner
  peer client;
  std::string name() const { return "cpp_and_" + python.name() + "_servers_" + client.name() + "_client"; }
};

std::vector<pool_case> pool_cases() {
  std::vector<pool_case> cases;
  for (const peer& python : python_peers()) cases.insert(cases.end(), {{python, peer{}}, {python, python}});
  return cases;
}

/// Claims what nobody has renewed for 200 ms.
class PoolTest : public testing::TestWithParam<pool_case> {
 protected:
  void TearDown() override {
    client_->stop();
    cpp_.stop();
    python_.stop();
  }

  // Every call ends well although this server dies while it works.
  void lose(running_server& victim) {
    const auto answers = client_->begin(waits(40, 25ms));
    victim.wait_until_working();
    victim.kill();
    answered_by(answers());
    EXPECT_TRUE(stream_view::eventually([&] { return redis_.pending(prefix_) == 0; }));
  }

  const std::string prefix_ = fresh_prefix();
  running_server cpp_{peer{}, prefix_, 200ms};
  running_server python_{GetParam().python, prefix_, 200ms};
  std::unique_ptr<caller> client_ = make_caller(GetParam().client, prefix_);
  stream_view redis_;
};
INSTANTIATE_TEST_SUITE_P(Interop, PoolTest, ValuesIn(pool_cases()), parameter_name());

TEST_P(PoolTest, NeitherServerIsStarved) {
  const auto counts = answered_by(client_->call_all(waits(200, 3ms)));
  for (const std::string& server : {std::string("cpp"), GetParam().python.name()}) {
    EXPECT_GE(counts.contains(server) ? counts.at(server) : 0, 20u) << server;
  }
}

TEST_P(PoolTest, EveryCallEndsWellWhenTheCppServerDies) {
  lose(cpp_);
}

TEST_P(PoolTest, EveryCallEndsWellWhenThePythonServerDies) {
  lose(python_);
}

/// A Python client that goes away while a C++ server works for it.
class LostClientTest : public testing::TestWithParam<peer> {
 protected:
  void TearDown() override { server_.stop(); }

  void expect_a_next_client_to_be_served() {
    python_caller next(GetParam(), prefix_, "the-next");
    const outcome sum = next.call("add", R"({"a":2,"b":3})");
    EXPECT_EQ(sum.how, ending::result) << sum;
    next.stop();
    EXPECT_TRUE(stream_view::eventually([&] { return redis_.pending(prefix_) == 0; }));
  }

  const std::string prefix_ = fresh_prefix();
  running_server server_{peer{}, prefix_};
  python_caller client_{GetParam(), prefix_, "the-lost"};
  stream_view redis_;
};
INSTANTIATE_TEST_SUITE_P(Interop, LostClientTest, ValuesIn(python_peers()), parameter_name());

TEST_P(LostClientTest, AClientThatStopsLeavesTheServerToOthers) {
  const auto answers = client_.begin(waits(3, 100ms));
  server_.wait_until_working();
  client_.stop();
  expect_a_next_client_to_be_served();
}

TEST_P(LostClientTest, AClientThatIsKilledLeavesTheServerToOthers) {
  client_.begin(waits(3, 100ms));
  server_.wait_until_working();
  client_.kill();
  expect_a_next_client_to_be_served();
}

}  // namespace
}  // namespace clamator::interop
