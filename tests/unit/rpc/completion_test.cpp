// How an operation ends, for each kind of completion token: where its handler runs, that it runs once and
// never inside the call that began it, and what cancelling it does.
#include <memory>
#include <stdexcept>
#include <thread>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <gmock/gmock.h>

#include "held_calls.hpp"

namespace clamator::test {
namespace {

using namespace asio::experimental::awaitable_operators;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Completion : public HeldCalls {};

TEST_F(Completion, ComesOnceAndNeverInsideTheCallThatBeganIt) {
  const auto into = [this](const char* what, const bool& returned) {
    return [this, what, &returned](std::exception_ptr problem, auto&&...) {
      EXPECT_TRUE(returned) << what;
      ended.push_back(what + (": " + kind_of(problem)));
    };
  };
  bool returned = false;
  const boost::json::value no_params = 7;
  client.call(greet, texts[0], {}, into("before the start", returned));
  returned = true;
  run([&]() -> asio::awaitable<void> {
    returned = false;
    client.call(greet, texts[0], {}, into("call", returned));
    client.call("Test", "greet", no_params, {}, into("with a bad name", returned));
    client.notify("test", "note", no_params, {}, into("with bad params", returned));
    client.notify(note, texts[0], {}, into("notify", returned));
    client.start(into("start", returned));
    server.start(into("start of the server", returned));
    returned = true;
    co_await client.call(greet, texts[0]);
  });
  returned = false;
  client.call(greet, texts[0], {}, into("after the stop", returned));
  client.start(into("start after the stop", returned));
  client.stop(into("stop", returned));
  server.stop(into("stop of the server", returned));
  returned = true;
  run_alone([]() -> asio::awaitable<void> { co_return; });
  EXPECT_THAT(ended, ::testing::UnorderedElementsAre(
                         "before the start: transport_error", "call: none",
                         HasSubstr("with a bad name: \"Test.greet\" is no method"),
                         HasSubstr("with bad params: test.note: params must be"), "notify: none",
                         "start: none", "start of the server: none", "after the stop: stopped",
                         "start after the stop: stopped", "stop: none", "stop of the server: none"));
}

TEST_F(Completion, MovesAHandlerThatCannotBeCopied) {
  std::string answer;
  int others = 0;
  const auto count = [&others] {
    return [one = std::make_unique<int>(1), &others](std::exception_ptr problem) {
      EXPECT_EQ(kind_of(problem), "none");
      others += *one;
    };
  };
  run([&]() -> asio::awaitable<void> {
    client.call(greet, texts[1], {},
                [into = std::make_unique<std::string*>(&answer)](std::exception_ptr, greet_result result) {
                  **into = std::move(result.greeting);
                });
    client.notify(note, texts[1], {}, count());
    client.start(count());
    co_await client.call(greet, texts[0]);
    client.stop(count());
    server.stop(count());
  });
  EXPECT_EQ(answer, "hi " + texts[1]);
  EXPECT_EQ(others, 4);
}

TEST_F(Completion, OfAFutureGivesTheResultOrThrows) {
  server.register_service(std::move(served));
  auto work = asio::make_work_guard(context);
  std::thread loop([this] { context.run(); });
  server.start(asio::use_future).get();
  client.start(asio::use_future).get();
  const greet_result answer = client.call(greet, texts[1], {}, asio::use_future).get();
  EXPECT_EQ(answer.greeting, "hi " + texts[1]);
  client.notify(note, texts[1], {}, asio::use_future).get();
  EXPECT_THROW(client.call("test", "unknown", boost::json::object(), {}, asio::use_future).get(), rpc_error);
  client.stop(asio::use_future).get();
  server.stop(asio::use_future).get();
  work.reset();
  loop.join();
  EXPECT_THAT(noted, ElementsAre(texts[1]));
}

TEST_F(Completion, OfADeferredOperationBeginsWithItsHandler) {
  std::string answer;
  run([&]() -> asio::awaitable<void> {
    auto deferred = client.notify(note, texts[0], {}, asio::deferred);
    auto greeting = client.call(greet, texts[1], {}, asio::deferred);
    co_await client.call(greet, texts[0]);
    EXPECT_THAT(noted, ElementsAre());
    std::move(deferred)([](std::exception_ptr problem) { EXPECT_EQ(kind_of(problem), "none"); });
    std::move(greeting)([&](std::exception_ptr, greet_result result) { answer = result.greeting; });
    co_await client.call(greet, texts[0]);
    EXPECT_THAT(noted, ElementsAre(texts[0]));
    co_await client.stop(asio::deferred);
  });
  EXPECT_EQ(answer, "hi " + texts[1]);
}

TEST_F(Completion, OfATupleHasTheErrorInIt) {
  run([this]() -> asio::awaitable<void> {
    const auto token = asio::as_tuple(asio::use_awaitable);
    for (const std::string& text : texts) {
      const auto pair = co_await client.call(greet, text, {}, token);
      EXPECT_EQ(kind_of(std::get<0>(pair)), "none");
      EXPECT_EQ(std::get<1>(pair).greeting, "hi " + text);
      auto variable = co_await client.call(greet, {text}, {.timeout = 3s}, token);
      auto& [problem, result] = variable;
      EXPECT_EQ(kind_of(problem), "none");
      EXPECT_EQ(result.greeting, "hi " + text);
      const std::string direct = std::get<1>(co_await client.call(greet, text, {}, token)).greeting;
      EXPECT_EQ(direct, "hi " + text);
    }
    const boost::json::object none;
    const auto failed = co_await client.call("test", "unknown", none, {}, token);
    EXPECT_EQ(kind_of(std::get<0>(failed)), "rpc_error");
    EXPECT_TRUE(std::get<1>(failed).is_null());
    const auto noted_one = co_await client.notify(note, texts[0], {}, token);
    EXPECT_EQ(kind_of(std::get<0>(noted_one)), "none");
    const auto started = co_await client.start(token);
    EXPECT_EQ(kind_of(std::get<0>(started)), "none");
  });
}

TEST_F(Completion, MayBeNobodys) {
  run([this]() -> asio::awaitable<void> {
    client.notify(note, texts[1], {}, asio::detached);
    client.call(greet, texts[1], {}, asio::detached);
    co_await client.call(greet, texts[0]);
    client.stop(asio::detached);
    server.stop(asio::detached);
  });
  EXPECT_THAT(noted, ElementsAre(texts[1]));
}

// The pool has one thread, and the client's context is run by the test's.
TEST_F(Completion, RunsOnItsAssociatedExecutor) {
  asio::thread_pool pool(1);
  const auto here = std::this_thread::get_id();
  std::vector<std::pair<std::string, bool>> elsewhere;
  const auto where = [&](const char* what) {
    return [&elsewhere, what, here](std::exception_ptr problem, auto&&...) {
      EXPECT_EQ(kind_of(problem), "none");
      elsewhere.emplace_back(what, std::this_thread::get_id() != here);
    };
  };
  run([&]() -> asio::awaitable<void> {
    client.call(greet, texts[1], {}, asio::bind_executor(pool, where("call")));
    client.notify(note, texts[1], {}, asio::bind_executor(pool, where("notify")));
    client.start(asio::bind_executor(pool, where("start")));
    server.start(asio::bind_executor(pool, where("start of the server")));
    const auto on_pool = [&]() -> asio::awaitable<std::string> {
      const greet_result result = co_await client.call(greet, texts[1]);
      EXPECT_NE(std::this_thread::get_id(), here);
      co_return result.greeting;
    };
    const std::string answer = co_await asio::co_spawn(pool, on_pool, asio::use_awaitable);
    EXPECT_EQ(answer, "hi " + texts[1]);
    EXPECT_EQ(std::this_thread::get_id(), here);
    client.stop(asio::bind_executor(pool, where("stop")));
    server.stop(asio::bind_executor(pool, where("stop of the server")));
  });
  pool.join();
  EXPECT_THAT(elsewhere, ::testing::UnorderedElementsAre(
                             std::pair("call", true), std::pair("notify", true), std::pair("start", true),
                             std::pair("start of the server", true), std::pair("stop", true),
                             std::pair("stop of the server", true)));
}

TEST_F(Completion, RunsOnTheClientsExecutorWhereItHasNone) {
  const auto here = std::this_thread::get_id();
  int answers = 0;
  run([&]() -> asio::awaitable<void> {
    std::thread other([&] {
      client.call(greet, texts[1], {}, [&](std::exception_ptr problem, const greet_result& result) {
        EXPECT_EQ(kind_of(problem), "none");
        EXPECT_EQ(result.greeting, "hi " + texts[1]);
        EXPECT_EQ(std::this_thread::get_id(), here);
        ++answers;
      });
    });
    other.join();
    co_await client.call(greet, texts[0]);
  });
  EXPECT_EQ(answers, 1);
}

TEST_F(Completion, ComesToEachOfManyThreads) {
  constexpr int threads = 4;
  constexpr int calls = 100;
  asio::thread_pool callers(threads);
  int wrong = 0;
  run([&]() -> asio::awaitable<void> {
    asio::steady_timer all(context, never);
    int running = threads;
    for (int i = 0; i < threads; ++i) {
      asio::post(callers, [&, i] {
        int bad = 0;
        for (int j = 0; j < calls; ++j) {
          bad += client.call(add, {i * calls, j}, {}, asio::use_future).get().sum != i * calls + j;
          client.notify(note, texts[1], {}, asio::use_future).get();
        }
        asio::post(context, [&, bad] {
          wrong += bad;
          if (--running == 0) all.cancel();
        });
      });
    }
    co_await until(all);
  });
  callers.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(noted.size(), static_cast<std::size_t>(threads * calls));
}

TEST_F(Completion, MayThrow) {
  run([this]() -> asio::awaitable<void> {
    std::string thrown;
    const auto throws = [this]() -> asio::awaitable<void> {
      const greet_result result = co_await client.call(greet, texts[1]);
      throw std::runtime_error(result.greeting);
    };
    try {
      co_await asio::co_spawn(context, throws, asio::use_awaitable);
    } catch (const std::runtime_error& error) {
      thrown = error.what();
    }
    EXPECT_EQ(thrown, "hi " + texts[1]);
    const greet_result after = co_await client.call(greet, texts[0]);
    EXPECT_EQ(after.greeting, "hi " + texts[0]);
  });
}

// As with Asio's own operations, it comes out of run(), and all goes on when that is called again.
TEST_F(Completion, MayThrowOutOfACallback) {
  server.register_service(std::move(served));
  server.start(asio::detached);
  client.start([this](std::exception_ptr) {
    client.call(greet, texts[1], {}, [](std::exception_ptr, const greet_result& result) {
      throw std::runtime_error(result.greeting);
    });
  });
  std::string thrown;
  try {
    context.run();
  } catch (const std::runtime_error& error) {
    thrown = error.what();
  }
  EXPECT_EQ(thrown, "hi " + texts[1]);
  run_alone([this]() -> asio::awaitable<void> {
    const greet_result after = co_await client.call(greet, texts[0]);
    EXPECT_EQ(after.greeting, "hi " + texts[0]);
    co_await client.stop();
    co_await server.stop();
  });
}

TEST_F(Completion, ComesToAllThatWaitWhenTheClientIsDestroyed) {
  run([&]() -> asio::awaitable<void> {
    auto other = std::make_unique<memory::client>(context.get_executor(), bus);
    co_await other->start();
    const auto note_end = [&](std::exception_ptr problem, const greet_result& result) {
      EXPECT_EQ(result.greeting, "");
      ended.push_back(kind_of(problem));
    };
    for (int i = 0; i < 20; ++i) other->call(held, texts[1], {}, note_end);
    auto future = other->call(held, texts[1], {}, asio::use_future);
    asio::steady_timer coroutine_ended(context, never);
    asio::co_spawn(context, other->call(held, texts[1]),
                   [&](std::exception_ptr problem, const greet_result& r) {
                     note_end(problem, r);
                     coroutine_ended.cancel();
                   });
    co_await held_call_began();
    other.reset();
    co_await until(coroutine_ended);
    try {
      future.get();
    } catch (const transport_error&) {
      note_end(std::current_exception(), {});
    }
    open_gate();
  });
  EXPECT_EQ(ended, std::vector<std::string>(22, "stopped"));
}

// Nothing is called then; what the handlers hold is freed.
TEST_F(Completion, IsForgottenWithTheContext) {
  const auto held_by_handler = std::make_shared<int>();
  {
    asio::io_context short_lived;
    asio::steady_timer closed(short_lived, never);
    bool began = false;
    memory::server other_server(short_lived.get_executor(), bus);
    served = service("test");
    served.handle(held, [&](greet_params) -> asio::awaitable<greet_result> {
      began = true;
      co_await until(closed);
      co_return greet_result();
    });
    other_server.register_service(std::move(served));
    other_server.start(asio::detached);
    memory::client other(short_lived.get_executor(), bus);
    other.start([&, held_by_handler](std::exception_ptr) {
      asio::co_spawn(short_lived, other.call(held, texts[1]),
                     [held_by_handler](auto&&...) { ADD_FAILURE() << "called"; });
      other.call(held, texts[1], {}, [held_by_handler](auto&&...) { ADD_FAILURE() << "called"; });
    });
    while (!began && short_lived.run_one() != 0) {
    }
    EXPECT_TRUE(began);
    EXPECT_GT(held_by_handler.use_count(), 2);
  }
  EXPECT_EQ(held_by_handler.use_count(), 1);
}

class Cancellation : public HeldCalls {};

TEST_F(Cancellation, EndsACallAtOnceWhateverItsType) {
  run([this]() -> asio::awaitable<void> {
    for (const auto type : {asio::cancellation_type::terminal, asio::cancellation_type::partial,
                            asio::cancellation_type::total, asio::cancellation_type::all}) {
      ended.clear();
      client.call(held, texts[1], {}, noting_end());
      co_await held_call_began();
      signal.emit(type);
      EXPECT_THAT(ended, ElementsAre());
      co_await await_end();
      EXPECT_THAT(ended, ElementsAre("aborted"));
      EXPECT_FALSE(signal.slot().has_handler());
    }
    // The replies of those that ran come later and are nobody's.
    open_gate();
    const greet_result after = co_await client.call(greet, texts[1]);
    EXPECT_EQ(after.greeting, "hi " + texts[1]);
    EXPECT_THAT(ended, ElementsAre("aborted"));
  });
}

TEST_F(Cancellation, ComesTooLateForACallThatHasEnded) {
  run([this]() -> asio::awaitable<void> {
    client.call(greet, texts[1], {}, noting_end());
    co_await await_end();
    signal.emit(asio::cancellation_type::all);
    co_await client.call(greet, texts[0]);
    EXPECT_THAT(ended, ElementsAre("none"));
    EXPECT_FALSE(signal.slot().has_handler());
  });
}

TEST_F(Cancellation, OfOneCallLeavesTheOthers) {
  std::string answer;
  run([&]() -> asio::awaitable<void> {
    client.call(held, texts[1], {},
                [&](std::exception_ptr, const greet_result& result) { answer = result.greeting; });
    client.call(held, texts[0], {}, noting_end());
    co_await held_call_began();
    signal.emit(asio::cancellation_type::terminal);
    co_await await_end();
    EXPECT_EQ(answer, "");
    open_gate();
    const greet_result after = co_await client.call(greet, texts[1]);
    EXPECT_EQ(after.greeting, "hi " + texts[1]);
    EXPECT_THAT(ended, ElementsAre("aborted"));
  });
  EXPECT_EQ(answer, "held " + texts[1]);
}

// One that waits for its turn: nothing of it is left then.
TEST_F(Cancellation, EndsANotification) {
  memory::client narrow{context.get_executor(), bus, {.max_in_flight = 1}};
  run([&]() -> asio::awaitable<void> {
    co_await narrow.start();
    narrow.call(held, texts[1], {}, [](std::exception_ptr, const greet_result&) {});
    co_await held_call_began();
    narrow.notify(note, texts[1], {}, noting_end());
    signal.emit(asio::cancellation_type::total);
    EXPECT_THAT(ended, ElementsAre());
    co_await await_end();
    EXPECT_THAT(ended, ElementsAre("aborted"));
    open_gate();
    co_await narrow.call(greet, texts[0]);
    EXPECT_THAT(noted, ElementsAre());
    co_await narrow.stop();
  });
}

TEST_F(Cancellation, ThrowsWhereACoroutineAwaitsTheCall) {
  run([this]() -> asio::awaitable<void> {
    std::string caught;
    const auto awaiting = [&]() -> asio::awaitable<void> {
      try {
        co_await client.call(held, texts[1]);
      } catch (...) {
        caught = kind_of(std::current_exception());
        throw;
      }
    };
    asio::co_spawn(context, awaiting, noting_end());
    co_await held_call_began();
    signal.emit(asio::cancellation_type::terminal);
    co_await await_end();
    EXPECT_THAT(ended, ElementsAre("aborted"));
    EXPECT_EQ(caught, "aborted");
    open_gate();
  });
}

TEST_F(Cancellation, ComesFromTheOperatorsOfAwaitables) {
  run([this]() -> asio::awaitable<void> {
    for (const std::string& text : texts) {
      asio::steady_timer timer(context, never);
      const auto call_first = co_await (client.call(greet, {text}) || timer.async_wait(asio::use_awaitable));
      EXPECT_EQ(std::get<0>(call_first).greeting, "hi " + text);
      const auto both = co_await (client.call(greet, {text}) && client.call(greet, text + "2"));
      EXPECT_EQ(std::get<0>(both).greeting + std::get<1>(both).greeting, "hi " + text + "hi " + text + "2");
      timer.expires_at(asio::steady_timer::time_point::min());
      const auto timer_first = co_await (client.call(held, text) || timer.async_wait(asio::use_awaitable));
      EXPECT_EQ(timer_first.index(), 1u);
    }
    open_gate();
  });
}

TEST_F(Cancellation, OfStopDoesNotKeepTheServerFromStopping) {
  std::string answer;
  run([&]() -> asio::awaitable<void> {
    client.call(held, texts[1], {},
                [&](std::exception_ptr, const greet_result& result) { answer = result.greeting; });
    co_await held_call_began();
    server.stop(1h, noting_end());
    co_await asio::post(context, asio::use_awaitable);
    signal.emit(asio::cancellation_type::all);
    co_await asio::post(context, asio::use_awaitable);
    open_gate();
    co_await await_end();
    EXPECT_THAT(ended, ElementsAre("none"));
  });
  EXPECT_EQ(answer, "held " + texts[1]);
}

TEST_F(Cancellation, OfStartAndStopLeavesThemWhole) {
  asio::steady_timer step(context, never);
  int steps = 0;
  clamator::client slow(context.get_executor(), std::make_unique<slow_transport>(step, steps));
  const auto canceled_midway = [&]() -> asio::awaitable<void> {
    for (int i = 0; i < 3; ++i) co_await asio::post(context, asio::use_awaitable);
    EXPECT_THAT(ended, ElementsAre());
    signal.emit(asio::cancellation_type::all);
    for (int i = 0; i < 3; ++i) co_await asio::post(context, asio::use_awaitable);
    ++steps;
    step.cancel();
    co_await await_end();
    EXPECT_THAT(ended, ElementsAre("none"));
    ended.clear();
  };
  run_alone([&]() -> asio::awaitable<void> {
    slow.start(noting_end());
    co_await canceled_midway();
    slow.stop(noting_end());
    co_await canceled_midway();
    // Would wait for ever for an end that never came.
    co_await slow.stop();
  });
}

}  // namespace
}  // namespace clamator::test
