// Handlers that call their own service.
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;

class self_call : public conformance {
 protected:
  // Number 1 awaits a call of number 2 to the same service, in the way that the test says.
  using way = std::function<asio::awaitable<job_result>(clamator::client&, call_context&)>;
  clamator::client& serve_calling_itself(way how, std::size_t concurrency) {
    clamator::client& inner = add_client();
    serve(work_service([&inner, how](job what, call_context& context) -> asio::awaitable<job_result> {
            if (what.number == 1) co_return co_await how(inner, context);
            co_return job_result(what.number, "a");
          }),
          {.concurrency = concurrency});
    finished(begin_start(inner));
    return connect();
  }

  static asio::awaitable<job_result> plainly(clamator::client& client, call_context&) {
    const call_options brief{.timeout = soon};
    co_return co_await client.call(work_run, job(2), brief);
  }

  // Where it is known that nobody else could answer, it fails at once; elsewhere at its timeout.
  void expect_refused(way how) {
    clamator::client& client = serve_calling_itself(std::move(how), 1);
    const auto error = failure_of<rpc_error>(run(client, 1));
    EXPECT_EQ(error.code(), error_code::internal_error);
    const std::string why(error.data().at("message").as_string());
    if (GetParam().name == "memory") {
      EXPECT_THAT(why, HasSubstr("work.run"));
      EXPECT_THAT(why, HasSubstr("raise option concurrency"));
    } else {
      EXPECT_THAT(why, HasSubstr("call timeout"));
    }
    EXPECT_EQ(finished(run(client, 3)).number, 3);
  }
};
FOR_ALL_TRANSPORTS(self_call);

TEST_P(self_call, with_a_concurrency_of_one_is_an_error) {
  expect_refused(plainly);
}

TEST_P(self_call, is_one_too_with_another_token_of_the_same_coroutine) {
  expect_refused([](clamator::client& client, call_context& context) -> asio::awaitable<job_result> {
    const call_options brief{.timeout = soon};
    auto token =
        asio::bind_cancellation_slot(context.cancellation_slot(), asio::as_tuple(asio::use_awaitable));
    const auto ended = co_await client.call(work_run, job(2), brief, token);
    if (std::get<0>(ended)) std::rethrow_exception(std::get<0>(ended));
    co_return std::get<1>(ended);
  });
}

TEST_P(self_call, with_a_higher_concurrency_is_a_call_like_others) {
  EXPECT_EQ(finished(run(serve_calling_itself(plainly, 2), 1)).number, 2);
}

// Nobody waits for it, so it simply runs afterwards.
TEST_P(self_call, that_is_not_awaited_runs_afterwards) {
  std::promise<std::int64_t> answered;
  clamator::client& client = serve_calling_itself(
      [&](clamator::client& inner, call_context&) -> asio::awaitable<job_result> {
        inner.call(work_run, job(2), {},
                   [&](std::exception_ptr, const job_result& result) { answered.set_value(result.number); });
        co_return job_result(1, "a");
      },
      1);
  EXPECT_EQ(finished(run(client, 1)).number, 1);
  EXPECT_EQ(finished(answered.get_future()), 2);
}

// A coroutine of its own, which the handler does not wait for, on the strand that the handler runs on.
TEST_P(self_call, of_another_coroutine_on_the_handlers_strand_is_none) {
  std::promise<std::int64_t> answered;
  clamator::client& client = serve_calling_itself(
      [&](clamator::client& inner, call_context& context) -> asio::awaitable<job_result> {
        asio::co_spawn(
            context.get_executor(), inner.call(work_run, job(2)),
            [&](std::exception_ptr, const job_result& result) { answered.set_value(result.number); });
        asio::steady_timer pause(context.get_executor(), 10ms);
        co_await pause.async_wait(asio::use_awaitable);
        co_return job_result(1, "a");
      },
      1);
  EXPECT_EQ(finished(run(client, 1)).number, 1);
  EXPECT_EQ(finished(answered.get_future()), 2);
}

TEST_P(self_call, to_another_service_is_a_call_like_others) {
  clamator::client& inner = add_client();
  clamator::server& server = add_server();
  server.register_service(other_service(journal.at_once("other")));
  server.register_service(work_service([&inner](job what, call_context&) -> asio::awaitable<job_result> {
    co_return co_await inner.call(other_run, what);
  }));
  finished(begin_start(server));
  finished(begin_start(inner));
  EXPECT_EQ(finished(run(connect(), 1)).server, "other");
}

}  // namespace
}  // namespace clamator::test
