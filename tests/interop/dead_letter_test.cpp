// Requests of Python clients that kill servers of both kinds, and what Python hears of dead letters.
#include "interop/pairing.hpp"
#include "interop/python_caller.hpp"
#include "interop/stream_view.hpp"

namespace clamator::interop {
namespace {

using namespace std::chrono_literals;
using testing::ValuesIn;

class DeadLetterTest : public testing::TestWithParam<peer> {
 protected:
  void TearDown() override { client_.stop(); }

  void lose(const peer& which) {
    running_server victim(which, prefix_, 200ms);
    victim.wait_until_working();
    victim.kill();
  }
  std::string field(const std::string& name) {
    std::string found;
    const stream_entry letter = redis_.entries(prefix_ + ":dead:arith").at(0);
    for (const auto& [each, value] : letter) {
      if (each == name) found = value;
    }
    return found;
  }

  const std::string prefix_ = fresh_prefix();
  python_caller client_{GetParam(), prefix_, "the-caller"};
  stream_view redis_;
};
INSTANTIATE_TEST_SUITE_P(Interop, DeadLetterTest, ValuesIn(python_peers()), parameter_name());

// A Python server claims and counts as well, and never gives up.
TEST_P(DeadLetterTest, ThePythonCallerOfAPoisonIsToldAfterFiveDeathsOfServersOfBothKinds) {
  const peer cpp;
  // Python makes the group at what comes from then on.
  running_server(cpp, prefix_).stop();
  const auto answers = client_.begin({{"wait", R"({"ms":60000})", 60s}});
  for (const peer& each : {GetParam(), cpp, GetParam(), cpp, cpp}) lose(each);
  running_server last(cpp, prefix_, 200ms);
  const outcome end = answers().at(0);
  EXPECT_EQ(end.how, ending::rpc_error) << end;
  EXPECT_EQ(end.code, -32090) << end;
  EXPECT_EQ(end.message, "Delivery attempts exhausted");
  EXPECT_EQ(end.data, boost::json::value({{"attempts", 5}}));
  EXPECT_EQ(field("x-attempts"), "5");
  EXPECT_EQ(field("x-consumer"), "arith:cpp");
  EXPECT_TRUE(field("reply-to").starts_with(prefix_ + ":replies:")) << field("reply-to");
  EXPECT_TRUE(stream_view::eventually([&] { return redis_.pending(prefix_) == 0; }));
  last.stop();
}

// Neither peer answers a notification.
TEST_P(DeadLetterTest, ANotificationOfPythonThatFailsIsKept) {
  running_server server(peer{}, prefix_);
  client_.notify("fail", R"({"reason":"no luck"})");
  EXPECT_TRUE(stream_view::eventually([&] { return redis_.length(prefix_ + ":dead:arith") == 1; }));
  EXPECT_EQ(field("x-reason"), "the handler threw: no luck");
  server.stop();
}

}  // namespace
}  // namespace clamator::interop
