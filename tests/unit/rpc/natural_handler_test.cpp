// Each natural way to write a handler, and a client class with a function for each method.
#include <functional>
#include <memory>

#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/rpc/contract.hpp>

#include "memory_peers.hpp"
#include "natural_contract.hpp"

namespace clamator::test {
namespace {

class NaturalHandler : public MemoryPeers {
 protected:
  // Serves greet by `handler` and expects that it answers "hi <name>", for a short and a long name.
  template <class Handler>
  void expect_greets(Handler handler) {
    served.handle(greet, std::move(handler));
    expect_greets();
  }
  void expect_greets() {
    run([this]() -> asio::awaitable<void> {
      for (const std::string& text : texts) {
        const greet_result answer = co_await client.call(greet, text, {.timeout = 20s});
        EXPECT_EQ(answer.greeting, "hi " + text);
      }
    });
  }
};

// What makes a coroutine give way: what it still uses then must have outlived its caller.
asio::awaitable<void> turn() {
  co_await asio::post(co_await asio::this_coro::executor, asio::use_awaitable);
}

greet_result greet_plainly(greet_params p) {
  return greet_result("hi " + p.name);
}
greet_result greet_noexcept(const greet_params& p, call_context&) noexcept {
  return {"hi " + p.name};
}
asio::awaitable<greet_result> greet_later(greet_params p) {
  co_await turn();
  co_return greet_result{"hi " + std::move(p.name)};
}
asio::awaitable<greet_result> greet_reference_later(const greet_params& p, call_context& context) {
  co_await turn();
  EXPECT_EQ(context.method(), "greet");
  co_return greet_result("hi " + p.name);
}

TEST_F(NaturalHandler, IsAFunction) {
  expect_greets(greet_plainly);
}
TEST_F(NaturalHandler, IsAFunctionThatTakesAReferenceAndTheContext) {
  expect_greets(&greet_noexcept);
}
TEST_F(NaturalHandler, IsACoroutine) {
  expect_greets(greet_later);
}
TEST_F(NaturalHandler, IsACoroutineThatTakesAReferenceAndTheContext) {
  expect_greets(greet_reference_later);
}

TEST_F(NaturalHandler, IsALambda) {
  expect_greets([](greet_params p) { return greet_result{"hi " + p.name}; });
}

TEST_F(NaturalHandler, IsALambdaThatReturnsBraces) {
  expect_greets([](const greet_params& p, call_context&) -> greet_result { return {"hi " + p.name}; });
}

TEST_F(NaturalHandler, IsALambdaThatReturnsWhatConverts) {
  expect_greets([](greet_params&& p) { return "hi " + std::move(p.name); });
}

TEST_F(NaturalHandler, IsALambdaOfAnyParams) {
  expect_greets([](const auto& p) { return greet_result("hi " + p.name); });
}

TEST_F(NaturalHandler, IsALambdaThatKeepsState) {
  expect_greets([greeting = std::make_unique<std::string>("hi "), calls = 0](greet_params p) mutable {
    return ++calls > 2 ? greet_result() : greet_result(*greeting + p.name);
  });
}

TEST_F(NaturalHandler, IsAStdFunction) {
  expect_greets(std::function<asio::awaitable<greet_result>(greet_params, call_context&)>(
      [](greet_params p, call_context&) -> asio::awaitable<greet_result> {
        co_return greet_result("hi " + p.name);
      }));
}

TEST_F(NaturalHandler, IsACoroutineLambda) {
  expect_greets(
      [](greet_params p) -> asio::awaitable<greet_result> { co_return greet_result{"hi " + p.name}; });
}

// Captures and params live in the handler and its request, not in the coroutine's frame.
TEST_F(NaturalHandler, IsACoroutineLambdaWithCapturesThatItUsesLate) {
  expect_greets(
      [greeting = std::string("hi ")](const greet_params& p, call_context&) -> asio::awaitable<greet_result> {
        co_await turn();
        co_return greet_result(greeting + p.name);
      });
}

TEST_F(NaturalHandler, IsACoroutineThatNamesItsResult) {
  expect_greets([](greet_params p) -> asio::awaitable<greet_result> {
    greet_result result;
    result.greeting = "hi " + p.name;
    co_await turn();
    co_return result;
  });
}

class NaturalRelay : public NaturalHandler {
 protected:
  NaturalRelay() {
    served.handle(upstream, [](greet_params p) { return greet_result("hi " + p.name); });
  }
  static constexpr method<greet_params, greet_result> upstream{"test.upstream"};
};

TEST_F(NaturalRelay, ReturnsWhatItAwaits) {
  expect_greets([this](greet_params p) -> asio::awaitable<greet_result> {
    co_return co_await client.call(upstream, p);
  });
}

TEST_F(NaturalRelay, ReturnsTheOperationItself) {
  expect_greets([this](const greet_params& p) { return client.call(upstream, p); });
}

TEST_F(NaturalRelay, ReturnsBracesAroundWhatItAwaits) {
  expect_greets([this](greet_params p) -> asio::awaitable<greet_result> {
    co_return greet_result{(co_await client.call(upstream, {p.name})).greeting};
  });
}

TEST_F(NaturalRelay, BuildsItsResultOfWhatItAwaits) {
  expect_greets([this](greet_params p) -> asio::awaitable<greet_result> {
    greet_result result("overwritten");
    result = greet_result{(co_await client.call(upstream, greet_params(std::move(p.name)))).greeting};
    co_return result;
  });
}

TEST_F(NaturalHandler, IsAnAggregatesMaker) {
  served.handle(order, [](const order_params& p) -> receipt { return {to_json(p), p.items}; });
  run([this]() -> asio::awaitable<void> {
    for (const std::string& text : texts) {
      const order_params params(text, card(text), {text, "b"}, {}, text);
      const receipt answer = co_await client.call(order, params);
      EXPECT_EQ(answer.text, to_json(params));
      EXPECT_EQ(answer.items, params.items);
    }
  });
}

// A class as generated code has it, and one written by hand with all that a member function may be.
struct shop_service {
  virtual ~shop_service() = default;
  virtual asio::awaitable<greet_result> greet(greet_params params, call_context& context) = 0;
  virtual receipt order(const order_params& params) = 0;
  virtual add_result add(add_params params, call_context& context) const noexcept = 0;
  virtual asio::awaitable<void> note(const greet_params& params) = 0;
};
const contract<shop_service> shop_contract{
    "test", handles(greet, &shop_service::greet), handles(order, &shop_service::order),
    handles(add, &shop_service::add), handles(note, &shop_service::note)};

class shop : public shop_service {
 public:
  asio::awaitable<greet_result> greet(greet_params params, call_context& context) override {
    co_await turn();
    EXPECT_EQ(context.service(), "test");
    co_return greet_result{greeting_ + params.name};
  }
  receipt order(const order_params& params) override { return {to_json(params), params.items}; }
  add_result add(add_params params, call_context&) const noexcept override { return {params.a + params.b}; }
  asio::awaitable<void> note(const greet_params& params) override {
    co_await turn();
    greeting_ = params.name + " ";
  }

 private:
  std::string greeting_ = "hi ";
};

// A client class as generated code has it: each function passes on what it is given.
class shop_client {
 public:
  explicit shop_client(clamator::client& over) : client_(&over) {}

  template <class Token = default_token>
  auto greet(const greet_params& params, call_options options = {}, Token&& token = Token()) {
    return client_->call(test::greet, params, options, std::forward<Token>(token));
  }
  template <class Token = default_token>
  auto order(order_params params, call_options options = {}, Token&& token = Token()) {
    return client_->call(test::order, params, options, std::forward<Token>(token));
  }
  template <class Token = default_token>
  auto add(const add_params& params, call_options options = {}, Token&& token = Token()) {
    return client_->call(test::add, params, options, std::forward<Token>(token));
  }
  // Without templates: a coroutine of its own.
  asio::awaitable<void> note(greet_params params, call_options options = {}) {
    co_await client_->notify(test::note, std::move(params), options);
  }

 private:
  clamator::client* client_;
};

TEST_F(NaturalHandler, IsAMemberFunctionOfAnyForm) {
  server.register_service(shop_contract, std::make_shared<shop>(), {.concurrency = 1});
  run_registered([this]() -> asio::awaitable<void> {
    shop_client peer{client};
    for (const std::string& text : texts) {
      co_await peer.note({text});
      const greet_result greeted = co_await peer.greet({text}, {.timeout = 20s});
      EXPECT_EQ(greeted.greeting, text + " " + text);
      const std::vector<std::string> items{text, "b"};
      const receipt ordered = co_await peer.order({text, transfer(text, text), items, {}, text});
      EXPECT_EQ(ordered.text, to_json(order_params(text, transfer(text, text), items, {}, text)));
      const std::string direct = (co_await peer.order(order_params(text, card(text)))).text;
      EXPECT_EQ(direct, to_json(order_params(text, card(text))));
      const auto sum = (co_await peer.add({2, 3})).sum + (co_await peer.add({.a = 4, .b = 5})).sum;
      EXPECT_EQ(sum, 14);
      auto begun = peer.order({text, card(text)}, {}, asio::use_awaitable);
      const receipt awaited_later = co_await std::move(begun);
      EXPECT_EQ(awaited_later.text, direct);
    }
  });
}

TEST_F(NaturalHandler, OfAClientClassServesOtherTokens) {
  server.register_service(shop_contract, std::make_shared<shop>());
  std::string called_back;
  run_registered([&]() -> asio::awaitable<void> {
    shop_client peer{client};
    peer.greet({texts[1]}, {}, [&](std::exception_ptr problem, greet_result result) {
      called_back = problem ? "failed" : result.greeting;
    });
    co_await peer.note({"unused"});
    co_await peer.greet({texts[0]});
  });
  EXPECT_EQ(called_back, "hi " + texts[1]);
}

}  // namespace
}  // namespace clamator::test
