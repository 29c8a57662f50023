// What a server does with requests whose caller has stopped waiting, or will soon.
#include <boost/asio/use_future.hpp>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AnyOf;
using ::testing::ElementsAre;

class server_deadline : public over_redis {
 protected:
  // From a caller that cannot be heard any more.
  std::string add(std::int64_t number, std::chrono::milliseconds time_to_live) {
    const std::string envelope = R"({"jsonrpc":"2.0","method":"work.run","params":{"number":)" +
                                 std::to_string(number) + R"(},"id":"gone"})";
    return keys.add({"type", "rpc", "envelope", envelope, "reply-to", prefix + ":replies:gone", "x-ttl",
                     std::to_string(time_to_live.count())});
  }
};

TEST_F(server_deadline, that_is_over_keeps_a_request_from_being_begun) {
  add(1, 1ms);
  add(2, 60s);
  std::this_thread::sleep_for(2ms);  // the time to live itself
  running_server server(serving(), work_service(journal.at_once()));
  eventually("one is answered", [this] { return keys.envelopes(prefix + ":replies:gone").size() == 1; });
  eventually("both are done with", [this] { return keys.pending().empty(); });
  EXPECT_THAT(journal.order(), ElementsAre(2));
  EXPECT_THAT(keys.envelopes(prefix + ":replies:gone"), ::testing::SizeIs(1));
}

TEST_F(server_deadline, that_passes_while_a_request_waits_keeps_it_from_being_begun) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto first = client.run(1);
  journal.wait_begun(1);
  add(2, 50ms);
  const auto until = std::chrono::steady_clock::now() + 60ms;
  std::this_thread::sleep_until(until);
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(first)).how, "result");
  EXPECT_EQ(end_of(client.run(3)).how, "result");
  EXPECT_THAT(journal.order(), ElementsAre(1, 3));
}

TEST_F(server_deadline, cancels_a_handler_that_asks_to_be) {
  const job_handler gated = journal.gated();
  running_server server(serving(),
                        work_service([gated](job what, call_context& context) -> asio::awaitable<job_result> {
                          if (what.number == 1) context.cancel_at_deadline();
                          return gated(what, context);
                        }),
                        {.concurrency = 2});
  add(1, 300ms);
  add(2, 300ms);
  journal.wait_ended(1);
  EXPECT_EQ(journal.canceled(), 1u);
  EXPECT_EQ(journal.begun(), 2u);
  journal.open_gate();
  journal.wait_ended(2);
  EXPECT_EQ(journal.canceled(), 1u);
}

// Its worker has gone on to the next request by then.
TEST_F(server_deadline, cancels_nothing_but_the_request_that_it_is_of) {
  const job_handler at_once = journal.at_once();
  const job_handler gated = journal.gated();
  running_server server(serving(), work_service([=](job what, call_context& context) {
                          if (what.number == 1) context.cancel_at_deadline();
                          return what.number == 1 ? at_once(what, context) : gated(what, context);
                        }));
  add(1, 100ms);
  add(2, 60s);
  journal.wait_begun(2);
  std::this_thread::sleep_for(150ms);  // beyond the first one's deadline
  EXPECT_EQ(journal.canceled(), 0u);
  journal.open_gate();
  journal.wait_ended(2);
}

TEST_F(server_deadline, is_inherited_by_the_calls_that_a_handler_makes) {
  running_client inner(calling());
  std::promise<outcome> nested;
  const job_handler calls_on = [&](job what, call_context& context) -> asio::awaitable<job_result> {
    std::optional<outcome> end;
    try {
      co_await (*inner).call(other_run, job(what.number), context, asio::use_awaitable);
    } catch (const transport_error& error) {
      end = outcome{std::string(to_string(error.code())), 0, {}, error.what()};
    }
    nested.set_value(end.value_or(outcome{"result", 0, {}, {}}));
    co_return job_result(what.number, "a");
  };
  running_server server(serving(), work_service(calls_on));
  running_client client(calling());
  const auto begin = std::chrono::steady_clock::now();
  auto begun = client.run(1, 400ms);
  const outcome end = finished(nested.get_future());
  EXPECT_EQ(end.how, "timed_out_queued");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  // Both end at about the same time.
  EXPECT_THAT(end_of(std::move(begun)).how, AnyOf("result", "timed_out_running"));
}

TEST_F(server_deadline, that_is_over_keeps_a_nested_call_from_being_sent) {
  running_client client(calling());
  call_options late;
  late.deadline = std::chrono::steady_clock::now() - 1ms;
  auto begun = (*client).call(work_run, job(1), late, asio::use_future);
  const outcome end = end_of(std::move(begun));
  EXPECT_EQ(end.how, "not_sent");
  EXPECT_EQ(keys.length(), 0);
}

}  // namespace
}  // namespace clamator::test
