// A request's bytes in, its reply's bytes out.

#include <limits>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/describe/class.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clamator/rpc/detail/request_dispatch.hpp>

namespace clamator::detail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

struct pair {
  double a = 0;
  double b = 0;
};
BOOST_DESCRIBE_STRUCT(pair, (), (a, b))
struct quotient {
  double value = 0;
};
BOOST_DESCRIBE_STRUCT(quotient, (), (value))
struct nothing {};

constexpr method<pair, quotient> divide{"arith.divide"};
constexpr method<pair, quotient> divide_later{"arith.divideLater"};
constexpr notification<nothing> ping{"arith.ping"};

quotient divided(const pair& p) {
  if (p.b == 0) throw rpc_error(-32000, "division by zero", {{"a", p.a}});
  if (p.b == -1) throw std::out_of_range("b is too small");
  if (p.b == -2) throw 7;
  if (p.b == -3) return {std::numeric_limits<double>::infinity()};
  return {p.a / p.b};
}

service arith() {
  service made("arith");
  made.handle(divide, divided);
  made.handle(divide_later, [](pair p) -> asio::awaitable<quotient> { co_return divided(p); });
  made.handle(ping, [](nothing) {});
  return made;
}

class RequestDispatch : public ::testing::Test {
 protected:
  std::string reply_to(const std::string& envelope, const service& served,
                       std::size_t max_message_bytes = 1'000'000) {
    request_dispatch dispatch(served, 32, log_, max_message_bytes);
    const request_origin origin;
    asio::io_context context;
    call_context call(context.get_executor(), origin, {});
    const auto step = dispatch.read(envelope);
    if (step == request_dispatch::next::run) dispatch.run(call);
    if (step == request_dispatch::next::run_suspending) {
      asio::co_spawn(context, dispatch.run_suspending(call), asio::detached);
      context.run();
    }
    rejected = dispatch.rejected() ? std::string(dispatch.reason()) : "no";
    return std::string(dispatch.reply());
  }
  std::string reply_to(const std::string& envelope) { return reply_to(envelope, arith()); }

  // What is answered to a call with the id "k": the reply's last member, without the envelope around it.
  std::string answer(const std::string& method, const std::string& params) {
    const std::string reply =
        reply_to(R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params + R"(,"id":"k"})");
    const std::string head = R"({"jsonrpc":"2.0","id":"k",)";
    EXPECT_THAT(reply, StartsWith(head));
    return reply.substr(head.size(), reply.size() - head.size() - 1);
  }

  std::vector<std::string> logged;
  std::string rejected;  // the last one: why, or "no"

 private:
  log_sink log_ = [this](log_level level, std::string_view text) {
    EXPECT_EQ(level, log_level::warning);
    logged.emplace_back(text);
  };
};

TEST_F(RequestDispatch, AnswersWithTheResult) {
  EXPECT_EQ(answer("arith.divide", R"({"a":6,"b":4})"), R"("result":{"value":1.5})");
  EXPECT_EQ(answer("arith.divideLater", R"({"a":6,"b":4})"), R"("result":{"value":1.5})");
  EXPECT_THAT(logged, IsEmpty());
}

TEST_F(RequestDispatch, PassesAnRpcErrorThrough) {
  for (const char* method : {"arith.divide", "arith.divideLater"}) {
    EXPECT_EQ(answer(method, R"({"a":6,"b":0})"),
              R"("error":{"code":-32000,"message":"division by zero","data":{"a":6}})");
  }
  EXPECT_THAT(logged, IsEmpty());
}

TEST_F(RequestDispatch, NamesTheExceptionThatAHandlerThrew) {
  for (const char* method : {"arith.divide", "arith.divideLater"}) {
    EXPECT_EQ(answer(method, R"({"a":6,"b":-1})"),
              R"("error":{"code":-32603,"message":"Internal error",)"
              R"("data":{"name":"std::out_of_range","message":"b is too small"}})");
  }
  EXPECT_THAT(logged, ElementsAre("arith.divide: the handler threw: b is too small",
                                  "arith.divideLater: the handler threw: b is too small"));
}

TEST_F(RequestDispatch, AnswersAlsoWhereNoExceptionWasThrown) {
  EXPECT_THAT(answer("arith.divide", R"({"a":6,"b":-2})"),
              StartsWith(R"("error":{"code":-32603,"message":"Internal error","data":{"name":"unknown")"));
}

TEST_F(RequestDispatch, ListsAllThatIsWrongWithParams) {
  EXPECT_EQ(answer("arith.divide", R"({"a":"x","c":null})"),
            R"("error":{"code":-32602,"message":"Invalid params","data":{"errors":[)"
            R"({"path":"/a","message":"expected a number","found":"\"x\""},)"
            R"({"path":"/c","message":"unknown key","found":"null"},)"
            R"({"path":"/b","message":"missing","found":""}]}})");
  EXPECT_EQ(answer("arith.divide", "[1,2]"),
            R"("error":{"code":-32602,"message":"Invalid params","data":{"errors":[)"
            R"({"path":"","message":"expected an object","found":"an array"}]}})");
}

TEST_F(RequestDispatch, RefusesAResultThatDoesNotFit) {
  for (const char* method : {"arith.divide", "arith.divideLater"}) {
    EXPECT_EQ(answer(method, R"({"a":6,"b":-3})"),
              R"("error":{"code":-32603,"message":"Result validation failed","data":{"errors":[)"
              R"({"path":"/value","message":"not a finite number","found":"inf"}]}})");
  }
}

TEST_F(RequestDispatch, DoesNotKnowOtherMethodsAndServices) {
  const std::string unknown = R"("error":{"code":-32601,"message":"Method not found","data":null})";
  EXPECT_EQ(answer("arith.add", "{}"), unknown);
  EXPECT_EQ(answer("geometry.divide", R"({"a":1,"b":1})"), unknown);
}

TEST_F(RequestDispatch, EchoesTheIdAsItCame) {
  EXPECT_EQ(reply_to(R"({"jsonrpc":"2.0","id": 1.50 ,"method":"arith.ping"})"),
            R"({"jsonrpc":"2.0","id":1.50,"result":null})");
  EXPECT_EQ(reply_to(R"({"jsonrpc":"2.0","id":"\u0061","method":"x.y"})").substr(0, 29),
            R"({"jsonrpc":"2.0","id":"\u0061)");
}

TEST_F(RequestDispatch, AnswersAReplyThatIsTooLargeWithAnError) {
  service texts("texts");
  texts.handle_value("make", [](const boost::json::value& size) -> boost::json::value {
    return boost::json::string(size.at("size").to_number<std::size_t>(), 'x');
  });
  texts.handle_value("fail", [](const boost::json::value& size) -> boost::json::value {
    throw rpc_error(1, std::string(size.at("size").to_number<std::size_t>(), 'x'));
  });
  const auto reply = [&](const std::string& method, const std::string& size) {
    return reply_to(
        R"({"jsonrpc":"2.0","method":"texts.)" + method + R"(","params":{"size":)" + size + R"(},"id":7})",
        texts, 2000);
  };
  EXPECT_THAT(reply("make", "1900"), StartsWith(R"({"jsonrpc":"2.0","id":7,"result":"xxx)"));
  for (const char* method : {"make", "fail"}) {
    EXPECT_THAT(reply(method, "2000"),
                StartsWith(R"({"jsonrpc":"2.0","id":7,"error":{"code":-32603,"message":"Reply too large",)"));
  }
}

TEST_F(RequestDispatch, AnswersARequestForANotificationWithNull) {
  EXPECT_EQ(answer("arith.ping", "{}"), R"("result":null)");
}

TEST_F(RequestDispatch, NeverAnswersANotification) {
  for (const char* method : {"arith.ping", "arith.divide", "arith.divideLater"}) {
    EXPECT_EQ(reply_to(R"({"jsonrpc":"2.0","params":{"a":1,"b":1},"method":")" + std::string(method) + "\"}"),
              "");
  }
}

TEST_F(RequestDispatch, LogsWhatFailedInANotification) {
  const std::string head = R"({"jsonrpc":"2.0","method":"arith.)";
  for (const char* rest :
       {R"(divide","params":{"a":1,"b":0}})", R"(divide","params":{"a":1,"b":-1}})",
        R"(divideLater","params":{"a":1,"b":-3}})", R"(ping","params":{"x":1}})", R"(pong"})"}) {
    EXPECT_EQ(reply_to(head + rest), "") << rest;
  }
  EXPECT_THAT(logged,
              ElementsAre("arith.divide (notification): division by zero",
                          "arith.divide (notification): the handler threw: b is too small",
                          "arith.divideLater (notification): Result validation failed: /value: not a finite "
                          "number, found inf",
                          "arith.ping (notification): Invalid params: /x: unknown key, found 1",
                          "arith.pong (notification): Method not found"));
}

TEST_F(RequestDispatch, AnswersWhatIsNoRequest) {
  EXPECT_EQ(reply_to(R"({"jsonrpc":"2.0","method":"arith.divide","params":{"a":NaN},"id":"k"})"),
            R"({"jsonrpc":"2.0","id":"k","error":{"code":-32700,)"
            R"("message":"Parse error: expected a value at offset 55","data":null}})");
  EXPECT_EQ(reply_to("[]"), R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,)"
                            R"("message":"Invalid Request: batch requests are not supported","data":null}})");
  EXPECT_THAT(
      reply_to(R"({"jsonrpc":"2.0","id":7,"method":"x"})"),
      StartsWith(
          R"({"jsonrpc":"2.0","id":7,"error":{"code":-32600,"message":"Invalid Request: method must be)"));
  EXPECT_THAT(reply_to(std::string(40, '[')),
              StartsWith(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700)"));
  EXPECT_EQ(logged.size(), 4u);
}

TEST_F(RequestDispatch, RejectsWhatIsNoRequestAndNotificationsThatFail) {
  const auto reason_of = [this](const std::string& envelope) {
    reply_to(envelope);
    return rejected;
  };
  const std::string head = R"({"jsonrpc":"2.0","method":"arith.)";
  EXPECT_THAT(reason_of(R"({"id":7,)"), StartsWith("not JSON: "));
  EXPECT_THAT(reason_of(R"({"id":7})"), StartsWith("no valid request: "));
  EXPECT_EQ(reason_of(head + R"(pong"})"), "Method not found");
  EXPECT_EQ(reason_of(head + R"(ping","params":{"x":1}})"), "Invalid params: /x: unknown key, found 1");
  for (const std::string method : {"divide", "divideLater"}) {
    EXPECT_EQ(reason_of(head + method + R"(","params":{"a":1,"b":0}})"), "division by zero");
    EXPECT_EQ(reason_of(head + method + R"(","params":{"a":1,"b":-1}})"),
              "the handler threw: b is too small");
    EXPECT_EQ(reason_of(head + method + R"(","params":{"a":1,"b":1}})"), "no");
    EXPECT_EQ(reason_of(head + method + R"(","params":{"a":1,"b":-1},"id":7})"), "no");
  }
  EXPECT_EQ(reason_of(head + R"(pong","id":7})"), "no");
  EXPECT_EQ(reason_of(head + R"(ping","params":{"x":1},"id":7})"), "no");
}

// A worker is one dispatch for all that it runs.
TEST_F(RequestDispatch, RejectsNothingForWhatCameBefore) {
  const service served = arith();
  const log_sink silent;
  request_dispatch dispatch(served, 32, silent);
  const request_origin origin;
  asio::io_context context;
  call_context call(context.get_executor(), origin, {});
  dispatch.read("garbage");
  EXPECT_TRUE(dispatch.rejected());
  ASSERT_EQ(dispatch.read(R"({"jsonrpc":"2.0","method":"arith.ping"})"), request_dispatch::next::run);
  dispatch.run(call);
  EXPECT_FALSE(dispatch.rejected());
}

// What a check or a type of the user's throws while params are read is no fault of the caller's.
TEST_F(RequestDispatch, ACheckThatThrowsIsAnInternalError) {
  service checked("checked");
  const auto handler = [](const boost::json::value& value) { return value; };
  const auto must_have_a = [](const boost::json::value& value, issue_list&) {
    if (!value.as_object().contains("a")) throw std::out_of_range("no a");
  };
  checked.handle_value("params", handler, must_have_a);
  checked.handle_value("result", handler, {}, must_have_a);
  for (const char* method : {"params", "result"}) {
    const std::string head = R"({"jsonrpc":"2.0","method":"checked.)" + std::string(method);
    EXPECT_EQ(reply_to(head + R"(","params":{},"id":"k"})", checked),
              R"({"jsonrpc":"2.0","id":"k","error":{"code":-32603,"message":"Internal error",)"
              R"("data":{"name":"std::out_of_range","message":"no a"}}})");
    EXPECT_EQ(reply_to(head + R"(","params":{"a":1},"id":"k"})", checked),
              R"({"jsonrpc":"2.0","id":"k","result":{"a":1}})");
    EXPECT_EQ(reply_to(head + R"("})", checked), "");
  }
}

}  // namespace
}  // namespace clamator::detail
