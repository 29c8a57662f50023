// What a C++ client with a contract makes of each peer's answers.
#include <future>
#include <limits>

#include <boost/asio/use_future.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "interop/arith/contract.hpp"
#include "interop/pairing.hpp"
#include "interop/stream_view.hpp"

namespace clamator::interop {
namespace {

using namespace std::chrono_literals;

class TypedClientTest : public testing::TestWithParam<peer> {
 protected:
  TypedClientTest() { client_.start(asio::use_future).get(); }
  void TearDown() override {
    client_.stop(asio::use_future).get();
    server_.stop();
  }

  template <class Method>
  auto call(const Method& which, const typename Method::params_type& params) {
    return client_.call(which, params, {.timeout = 10s}, asio::use_future).get();
  }

  protocol_errc refusal_of(const auto& which, const auto& params) {
    try {
      call(which, params);
    } catch (const protocol_error& error) {
      return error.code();
    }
    throw std::runtime_error("the call was not refused");
  }

  redis::client_options options() const {
    redis::client_options chosen{.key_prefix = prefix_};
    chosen.connection.url = shared_redis().url();
    chosen.name = "the-test";
    return chosen;
  }

  const std::string prefix_ = fresh_prefix();
  running_server server_{GetParam(), prefix_};
  io_thread io_;
  redis::client client_{io_.get_executor(), options()};
};
INSTANTIATE_TEST_SUITE_P(Interop, TypedClientTest, testing::ValuesIn(all_peers()), parameter_name());

TEST_P(TypedClientTest, CallsAndNotifies) {
  EXPECT_EQ(call(add, {2, 3}).sum, 5);
  client_.notify(note, text_params("one"), {}, asio::use_future).get();
  EXPECT_EQ(call(notes, {}).notes, std::vector<std::string>{"one"});
}

TEST_P(TypedClientTest, UnsetOptionalsMayBeNullOrAbsent) {
  greet_params whom("Ada");
  EXPECT_EQ(call(greet, whom).greeting, "hello Ada");
  EXPECT_EQ(call(greet, whom).title, std::nullopt);

  whom.title = "Countess";
  whom.times = 2;
  EXPECT_EQ(call(greet, whom).greeting, "hello Ada, hello Ada");
  EXPECT_EQ(call(greet, whom).title, "Countess");
}

TEST_P(TypedClientTest, RefusesAResultThatIsNotInTheContract) {
  constexpr clamator::method<add_params, notes_result> other_add{"arith.add"};
  EXPECT_EQ(refusal_of(other_add, add_params{2, 3}), protocol_errc::invalid_result);
}

TEST_P(TypedClientTest, ParamsThatCannotBeJsonAreNotSent) {
  for (const double none :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(refusal_of(divide, divide_params{none, 1}), protocol_errc::invalid_params);
  }
  EXPECT_EQ(refusal_of(fail, fail_params("\xff")), protocol_errc::invalid_params);
  EXPECT_EQ(stream_view().length(prefix_ + ":cmds:arith"), 0);
}

TEST_P(TypedClientTest, ADoubleWithoutFractionArrivesAsOne) {
  EXPECT_EQ(call(divide, {10, 5}).quotient, 2);
  EXPECT_EQ(call(divide, {1, 3}).quotient, 1.0 / 3);
  EXPECT_EQ(call(divide, {5e-324, 1}).quotient, 5e-324);
}

TEST_P(TypedClientTest, ExtensionFieldsDisturbNobody) {
  EXPECT_EQ(call(add, {2, 3}).sum, 5);
  const stream_entry request = stream_view().entries(prefix_ + ":cmds:arith").at(0);
  std::vector<std::string> names;
  for (const auto& [name, value] : request) names.push_back(name);
  EXPECT_EQ(names, (std::vector<std::string>{"type", "envelope", "reply-to", "x-ttl", "x-from"}));
  EXPECT_EQ(request.at(3).second, "10000");
  EXPECT_EQ(request.at(4).second, "the-test");
}

TEST_P(TypedClientTest, AHyphenInAMethodsNameIsServedAsLongAsPeersServedIt) {
  if (GetParam().cpp() || GetParam().version == "0.1.5") {
    EXPECT_EQ(call(add_up, {2, 3}).sum, 5);
  } else {
    auto unanswered = client_.call(add_up, {2, 3}, {.timeout = 100ms}, asio::use_future);
    EXPECT_THROW(unanswered.get(), transport_error);
  }
}

}  // namespace
}  // namespace clamator::interop
