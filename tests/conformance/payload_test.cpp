// What a handler gets: the values that were sent, bit by bit, and what is known of who sent them.
#include <cmath>
#include <limits>

#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>

#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class payloads : public conformance {
 protected:
  void SetUp() override {
    service made("shop");
    made.handle(shop_echo, [](sample what) { return what; });
    made.handle_value("mirror", [](boost::json::value what) { return what; });
    serve(std::move(made));
    client = &connect();
  }

  clamator::client* client = nullptr;
};
FOR_ALL_TRANSPORTS(payloads);

TEST_P(payloads, of_a_megabyte_come_back) {
  sample what;
  for (int line = 0; what.text.size() < 1'000'000; ++line) what.text += "line " + std::to_string(line) + "\n";
  // Several at a time, so that they queue behind each other.
  std::vector<std::future<sample>> begun;
  for (int i = 0; i < 3; ++i) begun.push_back(echo(*client, what));
  for (auto& each : begun) EXPECT_TRUE(finished(std::move(each)).text == what.text);
}

TEST_P(payloads, of_any_text_come_back) {
  using namespace std::string_literals;
  for (const std::string& text :
       {""s, "\0 \x1f \x7f"s, "quotes \" and \\ and /"s, "\r\n\t\b\f"s, "äß €"s, "\u2028\u2029\ufeff\uffff"s,
        "\U0001F600 \U0010FFFF"s, "type envelope reply-to"s, "</script>"s}) {
    EXPECT_EQ(finished(echo(*client, sample(text))).text, text);
  }
}

TEST_P(payloads, that_are_no_utf8_are_found_before_sending) {
  EXPECT_EQ(end_of(echo(*client, sample("\xff"))), "invalid_params");
}

TEST_P(payloads, of_whole_numbers_come_back) {
  using limits = std::numeric_limits<std::int64_t>;
  sample what;
  what.whole = {limits::min(),    limits::min() + 1, -9007199254740993, -1, 0, 1,
                9007199254740993, limits::max()};
  EXPECT_EQ(finished(echo(*client, what)).whole, what.whole);
}

TEST_P(payloads, of_real_numbers_come_back_to_the_last_bit) {
  using limits = std::numeric_limits<double>;
  sample what;
  what.real = {0.1,           1.0 / 3,
               5.0,           -0.0,
               1e21,          1e-7,
               limits::max(), limits::lowest(),
               limits::min(), limits::denorm_min(),
               5e-324,        123456789012345680.0};
  const sample back = finished(echo(*client, what));
  ASSERT_THAT(back.real, SizeIs(what.real.size()));
  for (std::size_t i = 0; i < what.real.size(); ++i) {
    EXPECT_EQ(back.real[i], what.real[i]);
    EXPECT_EQ(std::signbit(back.real[i]), std::signbit(what.real[i])) << what.real[i];
  }
}

TEST_P(payloads, of_real_numbers_that_json_has_not_are_found_before_sending) {
  sample what;
  what.real = {std::nan("")};
  EXPECT_EQ(end_of(echo(*client, what)), "invalid_params");
}

TEST_P(payloads, of_nothing_come_back) {
  EXPECT_EQ(finished(call(*client, "shop", "mirror", boost::json::object())), boost::json::object());
  sample what;
  what.absent = "here";
  EXPECT_EQ(finished(echo(*client, what)).absent, "here");
  EXPECT_EQ(finished(echo(*client, sample())).absent, std::nullopt);
}

boost::json::value nested(std::size_t levels) {
  boost::json::value what = "core";
  for (std::size_t level = 0; level < levels; ++level) {
    if (level % 2 == 0) {
      what = boost::json::array{std::move(what)};
    } else {
      what = boost::json::object{{"in", std::move(what)}};
    }
  }
  return what;
}

TEST_P(payloads, of_deep_nesting_come_back) {
  sample what;
  what.any = nested(200);
  EXPECT_EQ(finished(echo(*client, what)).any, what.any);
}

TEST_P(payloads, of_too_deep_nesting_are_answered_with_an_error) {
  sample what;
  what.any = nested(300);
  EXPECT_EQ(end_of(echo(*client, what)), "rpc_error -32700");
  EXPECT_EQ(end_of(echo(*client, sample())), "result");
}

TEST_P(payloads, of_nesting_without_end_are_found_before_sending) {
  sample what;
  what.any = nested(5000);
  EXPECT_EQ(end_of(echo(*client, what)), "invalid_params");
  EXPECT_EQ(end_of(echo(*client, sample())), "result");
}

struct seen {
  std::string service;
  std::string method;
  std::string request_id;
  bool is_notification = false;
  std::string caller;
  std::string caller_instance;
  unsigned delivery_count = 0;
  std::optional<std::chrono::steady_clock::time_point> deadline;
  asio::any_io_executor executor;
};

class contexts : public conformance {
 protected:
  void serve_observed() {
    serve(work_service([this](job what, call_context& context) -> asio::awaitable<job_result> {
      all.push_back({std::string(context.service()), std::string(context.method()),
                     std::string(context.request_id()), context.is_notification(),
                     std::string(context.caller()), std::string(context.caller_instance()),
                     context.delivery_count(), context.deadline(), context.get_executor()});
      co_return job_result(what.number, {});
    }));
  }

  // Written by handlers that run one at a time, read when all of them are answered.
  std::vector<seen> all;
};
FOR_ALL_TRANSPORTS(contexts);

TEST_P(contexts, tell_of_a_call) {
  serve_observed();
  clamator::client& client = connect({.caller = "the till"});
  const auto before = std::chrono::steady_clock::now();
  finished(run(client, 1, {.timeout = 20s}));
  const auto after = std::chrono::steady_clock::now();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].service, "work");
  EXPECT_EQ(all[0].method, "run");
  EXPECT_FALSE(all[0].is_notification);
  EXPECT_EQ(all[0].caller, "the till");
  EXPECT_EQ(all[0].delivery_count, 1u);
  const auto* const strand = all[0].executor.target<asio::strand<asio::io_context::executor_type>>();
  ASSERT_NE(strand, nullptr);
  EXPECT_TRUE(strand->get_inner_executor() == server_loop.get_executor());
  // A transport may have to guess it from another's clock.
  ASSERT_TRUE(all[0].deadline.has_value());
  EXPECT_GE(*all[0].deadline, before + 19s);
  EXPECT_LE(*all[0].deadline, after + 21s);
}

TEST_P(contexts, tell_of_a_notification) {
  serve_observed();
  clamator::client& client = connect({.caller = "the till"});
  finished(note(client, 1));
  finished(run(client, 2));
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].method, "note");
  EXPECT_TRUE(all[0].is_notification);
  EXPECT_THAT(all[0].request_id, IsEmpty());
  EXPECT_EQ(all[0].caller, "the till");
  EXPECT_THAT(all[0].caller_instance, IsEmpty());
}

TEST_P(contexts, tell_calls_and_callers_apart) {
  serve_observed();
  clamator::client& first = connect();
  clamator::client& second = connect();
  finished(run(first, 1));
  finished(run(first, 2));
  finished(run(second, 3));
  ASSERT_THAT(all, SizeIs(3));
  EXPECT_THAT(all[0].caller, IsEmpty());
  EXPECT_FALSE(all[0].request_id.empty());
  EXPECT_NE(all[0].request_id, all[1].request_id);
  EXPECT_EQ(all[0].caller_instance.empty(), !GetParam().tells_caller_instance);
  EXPECT_EQ(all[0].caller_instance, all[1].caller_instance);
  EXPECT_EQ(all[0].caller_instance != all[2].caller_instance, GetParam().tells_caller_instance);
}

}  // namespace
}  // namespace clamator::test
