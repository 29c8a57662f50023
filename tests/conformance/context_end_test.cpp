// An event loop that is destroyed early, at each point of a client's and a server's life, stopped, or run
// again.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include "suite.hpp"

namespace clamator::test {
namespace {

// What it is held by has not been freed.
using token = std::shared_ptr<int>;

class context_end : public conformance {
 protected:
  // A service whose handler keeps `held`, and never ends where the job has the number `endless`: another each
  // time, since what was left of one life may be run in the next.
  service holding(token held) {
    return work_service(
        [held, until = endless](job what, call_context& context) -> asio::awaitable<job_result> {
          asio::steady_timer never(context.get_executor(), asio::steady_timer::time_point::max());
          if (what.number == until) co_await never.async_wait(asio::use_awaitable);
          co_return job_result(what.number, "a");
        });
  }

  // Lives in its coroutine's frame, which is the context's.
  asio::awaitable<void> whole_life(asio::any_io_executor executor, token held, bool& over) {
    clamator::server server = carrier->make_server(executor, {});
    server.register_service(holding(held));
    co_await server.start();
    clamator::client client = carrier->make_client(executor, {});
    co_await client.start();
    co_await client.call(work_run, job(1));
    client.call(work_run, job(endless), {}, [held](std::exception_ptr, const job_result&) {});
    co_await client.notify(work_note, job(2));
    client.call(work_run, job(3), {}, [held](std::exception_ptr, const job_result&) {});
    co_await client.stop();
    co_await server.stop(0ms);
    over = true;
  }

  std::int64_t endless = 1000;
};
FOR_ALL_TRANSPORTS(context_end);

TEST_P(context_end, frees_all_wherever_it_comes) {
  bool over = false;
  // Each life is run from its begin, so that every single step would cost their square.
  for (int steps = 0; !over; steps += 1 + steps / 16) {
    ASSERT_LT(steps, 4000);
    ++endless;
    const token held = std::make_shared<int>();
    {
      asio::io_context context;
      asio::co_spawn(context, whole_life(context.get_executor(), held, over), asio::detached);
      for (int i = 0; i < steps && !over; ++i) context.run_one_for(patience);
    }
    ASSERT_EQ(held.use_count(), 1) << "after " << steps << " steps";
  }
}

// The handles go first, as they must, and nobody runs what they leave to be done.
TEST_P(context_end, frees_what_was_left_to_be_done_in_the_background) {
  const token held = std::make_shared<int>();
  {
    asio::io_context context;
    clamator::server server = carrier->make_server(context.get_executor(), {});
    server.register_service(holding(held));
    bool served = false;
    server.start([&](std::exception_ptr) { served = true; });
    while (!served) context.run_one_for(patience);
    clamator::client client = carrier->make_client(context.get_executor(), {});
    bool answered = false;
    client.start([&](std::exception_ptr) {
      client.call(work_run, job(1), {}, [&](std::exception_ptr, const job_result&) { answered = true; });
    });
    while (!answered) context.run_one_for(patience);
    client.call(work_run, job(endless), {}, [held](std::exception_ptr, const job_result&) { ADD_FAILURE(); });
    context.poll();
  }
  EXPECT_EQ(held.use_count(), 1);
}

// What the server still has to tell the client comes to a context that has gone.
TEST_P(context_end, of_a_client_does_not_disturb_a_server_on_another) {
  serve(work_service(journal.at_once()));
  for (int steps = 0; steps < 60; ++steps) {
    const token held = std::make_shared<int>();
    {
      asio::io_context context;
      clamator::client client = carrier->make_client(context.get_executor(), {});
      client.start([&](std::exception_ptr) {
        for (int i = 0; i < 8; ++i)
          client.call(work_run, job(i), {}, [held](std::exception_ptr, const job_result&) {});
      });
      for (int i = 0; i < steps; ++i) context.run_one_for(1ms);
    }
    ASSERT_EQ(held.use_count(), 1) << "after " << steps << " steps";
  }
  EXPECT_EQ(run(connect(), 100).get().number, 100);
}

TEST_P(context_end, is_not_where_it_is_stopped_and_run_again) {
  asio::io_context context;
  bool over = false;
  asio::co_spawn(context, whole_life(context.get_executor(), nullptr, over), [](std::exception_ptr problem) {
    if (problem) std::rethrow_exception(problem);
  });
  while (!over) {
    asio::post(context, [&] { context.stop(); });
    context.run_for(patience);
    ASSERT_TRUE(context.stopped());
    context.restart();
    context.run_one_for(patience);
  }
}

}  // namespace
}  // namespace clamator::test
