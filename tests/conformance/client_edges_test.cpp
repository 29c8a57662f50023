// Clients that stop or go while something else of them is under way.
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>

#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::AnyOf;
using ::testing::Each;

class client_edges : public conformance {
 protected:
  std::unique_ptr<clamator::client> unstarted() {
    return std::make_unique<clamator::client>(carrier->make_client(client_loop.get_executor(), {}));
  }
  std::unique_ptr<clamator::client> started() {
    auto client = unstarted();
    finished(begin_start(*client));
    return client;
  }
};
FOR_ALL_TRANSPORTS(client_edges);

TEST_P(client_edges, stop_while_it_starts_ends_both) {
  serve(work_service(journal.at_once()));
  for (int i = 0; i < 20; ++i) {
    const auto client = unstarted();
    auto start = begin_start(*client);
    auto stop = begin_stop(*client);
    auto stop_again = begin_stop(*client);
    EXPECT_THAT(end_of(std::move(start)), AnyOf("result", "stopped"));
    EXPECT_EQ(end_of(std::move(stop)), "result");
    EXPECT_EQ(end_of(std::move(stop_again)), "result");
    EXPECT_EQ(end_of(begin_start(*client)), "stopped");
    EXPECT_EQ(end_of(run(*client, i)), "stopped");
  }
}

TEST_P(client_edges, destroying_it_while_it_starts_or_stops_lets_that_end) {
  serve(work_service(journal.gated()));
  auto client = unstarted();
  auto start = begin_start(*client);
  client.reset();
  EXPECT_THAT(end_of(std::move(start)), AnyOf("result", "stopped"));
  client = started();
  auto pending = run(*client, 1);
  auto stop = begin_stop(*client);
  client.reset();
  EXPECT_EQ(end_of(std::move(stop)), "result");
  EXPECT_EQ(end_of(std::move(pending)), "stopped");
  EXPECT_TRUE(client_loop.end());
}

TEST_P(client_edges, destroying_it_fails_each_call_whatever_its_state) {
  serve(work_service(journal.gated()));
  auto client = std::make_unique<clamator::client>(
      carrier->make_client(client_loop.get_executor(), {.max_in_flight = 2}));
  finished(begin_start(*client));
  std::vector<std::future<job_result>> begun;
  for (std::int64_t n = 1; n <= 5; ++n) begun.push_back(run(*client, n));
  journal.wait_begun(1);
  begun.push_back(run(*client, 6));
  client.reset();
  std::vector<std::string> ends;
  for (auto& each : begun) ends.push_back(end_of(std::move(each)));
  EXPECT_THAT(ends, Each("stopped"));
}

TEST_P(client_edges, stop_may_be_called_in_a_completion_handler) {
  serve(work_service(journal.at_once()));
  const auto client = started();
  std::promise<void> stopped;
  client->call(work_run, job(1), {}, [&](std::exception_ptr, const job_result&) {
    client->stop(
        [&](std::exception_ptr problem) { problem ? stopped.set_exception(problem) : stopped.set_value(); });
  });
  EXPECT_EQ(end_of(stopped.get_future()), "result");
  EXPECT_EQ(end_of(run(*client, 2)), "stopped");
}

TEST_P(client_edges, may_be_destroyed_in_a_completion_handler_of_its_own) {
  serve(work_service([gated = journal.gated(), at_once = journal.at_once()](job what, call_context& context) {
          return what.number == 1 ? gated(what, context) : at_once(what, context);
        }),
        {.concurrency = 2});
  auto client = started();
  auto pending = run(*client, 1);
  journal.wait_begun(1);
  std::promise<std::int64_t> answered;
  client->call(work_run, job(2), {}, [&](std::exception_ptr, const job_result& result) {
    client.reset();
    answered.set_value(result.number);
  });
  EXPECT_EQ(finished(answered.get_future()), 2);
  EXPECT_EQ(end_of(std::move(pending)), "stopped");
  client = unstarted();
  std::promise<void> gone;
  client->start([&](std::exception_ptr) {
    client.reset();
    gone.set_value();
  });
  finished(gone.get_future());
  client = started();
  std::promise<void> stopped;
  client->stop([&](std::exception_ptr) {
    client.reset();
    stopped.set_value();
  });
  finished(stopped.get_future());
  EXPECT_TRUE(client_loop.end());
}

// It comes out of run(), as with Asio's own operations, and all else goes on when that is called again.
TEST_P(client_edges, may_have_completion_handlers_that_throw) {
  serve(work_service(journal.at_once()));
  asio::io_context context;
  clamator::client client = carrier->make_client(context.get_executor(), {});
  std::vector<std::string> thrown;
  int answered = 0;
  const auto throwing = [&](const char* what) { throw std::runtime_error(what); };
  client.start([&](std::exception_ptr) {
    client.call(work_run, job(1), {}, [&](std::exception_ptr, const job_result&) { throwing("first"); });
    client.call(work_run, job(2), {}, [&](std::exception_ptr, const job_result&) { ++answered; });
    client.call(work_run, job(3), {}, [&](std::exception_ptr, const job_result&) { throwing("second"); });
    client.call(work_run, job(4), {}, [&](std::exception_ptr, const job_result&) {
      ++answered;
      client.stop([&](std::exception_ptr) { throwing("stop"); });
    });
    throwing("start");
  });
  for (int i = 0; i < 5; ++i) {
    try {
      context.run_for(patience);
    } catch (const std::runtime_error& error) {
      thrown.push_back(error.what());
    }
  }
  EXPECT_TRUE(context.stopped());
  EXPECT_EQ(answered, 2);
  EXPECT_THAT(thrown, ::testing::ElementsAre("start", "first", "second", "stop"));
}

TEST_P(client_edges, completes_on_whatever_executor_the_handler_has) {
  serve(work_service(journal.at_once()));
  const auto client = started();
  asio::io_context elsewhere;
  asio::thread_pool pool(2);
  const auto work = asio::make_work_guard(elsewhere);
  const auto here = std::this_thread::get_id();
  std::promise<void> in_pool;
  bool here_too = false;
  client->call(work_run, job(1), {},
               asio::bind_executor(pool, [&](std::exception_ptr problem, const job_result&) {
                 if (!problem && pool.get_executor().running_in_this_thread()) in_pool.set_value();
               }));
  finished(in_pool.get_future());
  client->call(work_run, job(2), {},
               asio::bind_executor(elsewhere, [&](std::exception_ptr problem, const job_result&) {
                 here_too = !problem && std::this_thread::get_id() == here;
                 elsewhere.stop();
               }));
  elsewhere.run_for(patience);
  EXPECT_TRUE(here_too);
  std::promise<void> by_the_system;
  client->call(
      work_run, job(3), {},
      asio::bind_executor(asio::system_executor(), [&](std::exception_ptr problem, const job_result&) {
        if (!problem) by_the_system.set_value();
      }));
  finished(by_the_system.get_future());
}

// Both live on a strand of it, so nothing of theirs runs twice at a time.
TEST_P(client_edges, clients_and_servers_may_live_on_a_strand_or_a_thread_pool) {
  asio::thread_pool pool(4);
  for (const asio::any_io_executor& executor :
       {asio::any_io_executor(pool.get_executor()), asio::any_io_executor(asio::make_strand(pool))}) {
    clamator::server server = carrier->make_server(executor, {});
    server.register_service(work_service(journal.at_once()), {.concurrency = 4});
    finished(begin_start(server));
    clamator::client client = carrier->make_client(executor, {});
    finished(begin_start(client));
    std::vector<std::thread> callers;
    std::atomic<int> good = 0;
    for (int t = 0; t < 8; ++t) {
      callers.emplace_back([&, t] {
        for (int i = 0; i < 25; ++i) good += finished(run(client, t * 100 + i)).number == t * 100 + i;
      });
    }
    for (std::thread& each : callers) each.join();
    EXPECT_EQ(good, 200);
    finished(begin_stop(client));
    finished(begin_stop(server));
  }
  pool.join();
}

}  // namespace
}  // namespace clamator::test
