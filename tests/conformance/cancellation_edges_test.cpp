// Every operation cancelled at every point of its way, with every type; what it belongs to stays usable.
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/this_coro.hpp>

#include "suite.hpp"

namespace clamator::test {
namespace {

using namespace asio::experimental::awaitable_operators;
using ::testing::AnyOf;

constexpr auto all_types = {asio::cancellation_type::terminal, asio::cancellation_type::partial,
                            asio::cancellation_type::total, asio::cancellation_type::all};

// The client lives on a context that is run step by step.
class cancelled_anywhere : public conformance {
 protected:
  // Begins an operation, lets the context do `steps` things, and emits; says how it ended, and in `beyond`
  // whether it had ended before that.
  template <class Begin>
  std::string cancelled(Begin begin, int steps, asio::cancellation_type type, bool& beyond) {
    asio::cancellation_signal signal;
    std::string end;
    begin(asio::bind_cancellation_slot(signal.slot(), [&end](std::exception_ptr problem, auto&&...) {
      end = ending([&] {
        if (problem) std::rethrow_exception(problem);
      });
    }));
    for (int i = 0; i < steps && end.empty(); ++i) context.run_one_for(patience);
    beyond = !end.empty();
    signal.emit(type);
    while (end.empty() && context.run_one_for(patience) != 0) {
    }
    return end;
  }

  template <class Future>
  auto awaited(Future future) {
    // The future may become ready on another thread, which leaves this context nothing to do.
    const auto give_up = std::chrono::steady_clock::now() + patience;
    while (future.wait_for(0s) != std::future_status::ready && std::chrono::steady_clock::now() < give_up)
      context.run_one_for(2ms);
    return finished(std::move(future));
  }

  std::unique_ptr<clamator::client> unstarted() {
    return std::make_unique<clamator::client>(carrier->make_client(context.get_executor(), {}));
  }

  asio::io_context context;
  asio::executor_work_guard<asio::io_context::executor_type> work = asio::make_work_guard(context);
};
FOR_ALL_TRANSPORTS(cancelled_anywhere);

TEST_P(cancelled_anywhere, start_and_stop_of_a_client_go_on) {
  serve(work_service(journal.at_once()));
  for (const auto type : all_types) {
    bool beyond = false;
    for (int steps = 0; !beyond; ++steps) {
      const auto client = unstarted();
      bool stop_beyond = false;
      EXPECT_EQ(cancelled([&](auto token) { client->start(std::move(token)); }, steps, type, beyond),
                "result");
      EXPECT_EQ(awaited(run(*client, 1)).number, 1);
      EXPECT_EQ(cancelled([&](auto token) { client->stop(std::move(token)); }, steps, type, stop_beyond),
                "result");
      awaited(begin_stop(*client));
      beyond = beyond && stop_beyond;
    }
  }
}

TEST_P(cancelled_anywhere, start_and_stop_of_a_server_go_on) {
  clamator::client& client = add_client();
  for (const auto type : all_types) {
    bool beyond = false;
    for (int steps = 0; !beyond; ++steps) {
      clamator::server server = carrier->make_server(context.get_executor(), {});
      server.register_service(work_service(journal.at_once()));
      bool stop_beyond = false;
      EXPECT_EQ(cancelled([&](auto token) { server.start(std::move(token)); }, steps, type, beyond),
                "result");
      EXPECT_EQ(cancelled([&](auto token) { server.stop(std::move(token)); }, steps, type, stop_beyond),
                "result");
      awaited(begin_stop(server));
      beyond = beyond && stop_beyond;
    }
  }
  finished(begin_stop(client));
}

TEST_P(cancelled_anywhere, calls_and_notifications_end_at_once) {
  serve(work_service(journal.at_once()));
  const auto client = unstarted();
  awaited(begin_start(*client));
  for (const auto type : all_types) {
    bool beyond = false;
    for (int steps = 0; !beyond; ++steps) {
      bool noted = false;
      EXPECT_THAT(cancelled([&](auto token) { client->call(work_run, job(1), {}, std::move(token)); }, steps,
                            type, beyond),
                  AnyOf("result", "operation_aborted"));
      EXPECT_THAT(cancelled([&](auto token) { client->notify(work_note, job(2), {}, std::move(token)); },
                            steps, type, noted),
                  AnyOf("result", "operation_aborted"));
      EXPECT_EQ(awaited(run(*client, 3)).number, 3);
      beyond = beyond && noted;
    }
  }
  awaited(begin_stop(*client));
}

TEST_P(cancelled_anywhere, a_coroutine_that_is_cancelled_already_begins_nothing) {
  serve(work_service(journal.at_once()));
  const auto client = unstarted();
  std::vector<std::string> ends;
  asio::cancellation_signal signal;
  const auto body = [&]() -> asio::awaitable<void> {
    co_await asio::this_coro::throw_if_cancelled(false);
    signal.emit(asio::cancellation_type::terminal);
    co_await asio::this_coro::throw_if_cancelled(true);
    for (int i = 0; i < 2; ++i) {
      try {
        if (i == 0) co_await client->start();
        if (i == 1) co_await client->call(work_run, job(1));
      } catch (const boost::system::system_error& error) {
        ends.push_back(error.code().message());
      }
    }
    co_await asio::this_coro::throw_if_cancelled(false);
  };
  asio::co_spawn(context, body,
                 asio::bind_cancellation_slot(signal.slot(), [this](std::exception_ptr) { context.stop(); }));
  context.run_for(patience);
  context.restart();
  EXPECT_EQ(ends, std::vector<std::string>(2, make_error_code(asio::error::operation_aborted).message()));
  awaited(begin_start(*client));
  EXPECT_EQ(awaited(run(*client, 2)).number, 2);
  awaited(begin_stop(*client));
  EXPECT_THAT(journal.order(), ::testing::ElementsAre(2));
}

// A timer that comes first ends a call. start() and stop() are waited for.
TEST_P(cancelled_anywhere, a_timer_beside_it_may_come_first) {
  serve(work_service(journal.gated()));
  const auto client = unstarted();
  std::exception_ptr problem;
  const auto body = [&]() -> asio::awaitable<void> {
    asio::steady_timer over(context, asio::steady_timer::time_point::min());
    co_await (client->start() || over.async_wait(asio::use_awaitable));
    const auto called = co_await (client->call(work_run, job(1)) || over.async_wait(asio::use_awaitable));
    EXPECT_EQ(called.index(), 1u);
    co_await (client->stop() || over.async_wait(asio::use_awaitable));
    co_await client->stop();
  };
  asio::co_spawn(context, body, [&](std::exception_ptr ended) {
    problem = ended;
    work.reset();
  });
  context.run_for(patience);
  EXPECT_EQ(problem, nullptr);
  EXPECT_TRUE(context.stopped());
}

}  // namespace
}  // namespace clamator::test
