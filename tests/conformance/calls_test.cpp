// Calls and notifications that go well, and the forms that handlers have.
#include <algorithm>
#include <thread>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::ElementsAre;

class calls : public conformance {};
FOR_ALL_TRANSPORTS(calls);

TEST_P(calls, a_typed_call_gets_its_result) {
  serve(work_service(journal.at_once("here")));
  const job_result result = finished(run(connect(), 7));
  EXPECT_EQ(result.number, 7);
  EXPECT_EQ(result.server, "here");
}

TEST_P(calls, a_call_by_name_gets_its_result_as_json) {
  serve(work_service(journal.at_once("here")));
  const boost::json::value expected = {{"number", 7}, {"server", "here"}};
  EXPECT_EQ(finished(call(connect(), "work", "run", {{"number", 7}})), expected);
}

TEST_P(calls, notifications_are_delivered_in_order_with_calls) {
  serve(work_service(journal.at_once()));
  clamator::client& client = connect();
  finished(note(client, 1));
  finished(notify(client, "work", "note", {{"number", 2}}));
  EXPECT_EQ(end_of(run(client, 3)), "result");
  EXPECT_THAT(journal.order(), ElementsAre(1, 2, 3));
}

// The wire lets a caller ask for what the contract does not have.
TEST_P(calls, a_notification_called_by_name_is_answered_with_null) {
  serve(work_service(journal.at_once()));
  EXPECT_EQ(finished(call(connect(), "work", "note", {{"number", 1}})), boost::json::value(nullptr));
  EXPECT_THAT(journal.order(), ElementsAre(1));
}

TEST_P(calls, a_method_notified_by_name_runs_and_is_not_answered) {
  serve(work_service(journal.at_once()));
  clamator::client& client = connect();
  finished(notify(client, "work", "run", {{"number", 1}}));
  EXPECT_EQ(finished(run(client, 2)).number, 2);
  EXPECT_THAT(journal.order(), ElementsAre(1, 2));
}

struct shop_service {
  virtual ~shop_service() = default;
  virtual asio::awaitable<bill> buy(order what, call_context& context) = 0;
  virtual sample echo(const sample& what) = 0;
  virtual void wish(order what, call_context& context) = 0;
};
const contract<shop_service> shop_contract{"shop", handles(shop_buy, &shop_service::buy),
                                           handles(shop_echo, &shop_service::echo),
                                           handles(shop_wish, &shop_service::wish)};

struct shop final : shop_service {
  asio::awaitable<bill> buy(order what, call_context& context) override {
    co_await asio::post(context.get_executor(), asio::use_awaitable);
    co_return bill(what.price + wished);
  }
  sample echo(const sample& what) override { return what; }
  void wish(order what, call_context&) override { wished += what.price; }
  std::int64_t wished = 0;
};

TEST_P(calls, member_functions_of_a_contract_serve) {
  clamator::server& server = add_server();
  server.register_service(shop_contract, std::make_shared<shop>());
  finished(begin_start(server));
  clamator::client& client = connect();
  finished(wish(client, order(30, "saw")));
  EXPECT_EQ(finished(buy(client, order(12, "nail"))).total, 42);
  EXPECT_EQ(finished(echo(client, sample("same"))).text, "same");
}

TEST_P(calls, functions_and_coroutines_serve) {
  std::int64_t wished = 0;
  service made("shop");
  made.handle(shop_buy, [](const order& what, call_context& context) -> asio::awaitable<bill> {
    asio::steady_timer timer(context.get_executor(), 1ms);
    co_await timer.async_wait(asio::use_awaitable);
    co_return bill(what.price);
  });
  made.handle(shop_echo, [](sample what) { return what; });
  made.handle(shop_wish, [&wished](const order& what) { wished = what.price; });
  serve(std::move(made));
  clamator::client& client = connect();
  EXPECT_EQ(finished(buy(client, order(12, "nail"))).total, 12);
  finished(wish(client, order(30, "saw")));
  EXPECT_EQ(finished(echo(client, sample("same"))).text, "same");
  EXPECT_EQ(wished, 30);
}

TEST_P(calls, a_service_put_together_at_run_time_serves_json) {
  service made("custom-commands");
  made.handle_value("echo", [](boost::json::value what) { return what; });
  serve(std::move(made));
  const boost::json::value what = {{"list", {1, "two", nullptr, true}}};
  EXPECT_EQ(finished(call(connect(), "custom-commands", "echo", what)), what);
}

TEST_P(calls, several_services_of_one_server_get_their_own) {
  clamator::server& server = add_server();
  server.register_service(work_service(journal.at_once("work")));
  server.register_service(other_service(journal.at_once("other")));
  finished(begin_start(server));
  clamator::client& client = connect();
  auto of_work = run(client, 1);
  auto of_other = run_other(client, 2);
  EXPECT_EQ(finished(std::move(of_work)).server, "work");
  EXPECT_EQ(finished(std::move(of_other)).server, "other");
}

TEST_P(calls, many_calls_from_several_threads_each_get_their_own_reply) {
  serve(work_service(journal.at_once()), {.concurrency = 4});
  clamator::client& client = connect();
  constexpr std::int64_t each = 125;
  std::vector<std::vector<std::future<job_result>>> begun(4);
  std::vector<std::thread> callers;
  for (std::size_t i = 0; i < begun.size(); ++i) {
    callers.emplace_back([&client, &mine = begun[i], first = static_cast<std::int64_t>(i) * each] {
      for (std::int64_t n = 0; n < each; ++n) mine.push_back(run(client, first + n));
    });
  }
  for (std::thread& caller : callers) caller.join();
  std::int64_t expected = 0;
  for (auto& of_one : begun) {
    for (auto& reply : of_one) EXPECT_EQ(finished(std::move(reply)).number, expected++);
  }
  EXPECT_EQ(journal.runs().size(), 500u);
}

TEST_P(calls, executors_may_have_several_threads) {
  event_loop threads(4);
  clamator::server server = carrier->make_server(threads.get_executor(), {});
  server.register_service(work_service(journal.at_once()), {.concurrency = 4});
  finished(begin_start(server));
  clamator::client client = carrier->make_client(threads.get_executor(), {});
  finished(begin_start(client));
  std::vector<std::future<job_result>> begun;
  for (std::int64_t n = 0; n < 300; ++n) begun.push_back(run(client, n));
  for (std::int64_t n = 0; n < 300; ++n) {
    EXPECT_EQ(finished(std::move(begun[static_cast<std::size_t>(n)])).number, n);
  }
  finished(begin_stop(client));
  finished(begin_stop(server, 0ms));
}

TEST_P(calls, several_clients_get_their_own_replies) {
  serve(work_service(journal.at_once()));
  clamator::client& first = connect();
  clamator::client& second = connect();
  std::vector<std::future<job_result>> of_first;
  std::vector<std::future<job_result>> of_second;
  for (std::int64_t n = 0; n < 50; ++n) {
    of_first.push_back(run(first, n));
    of_second.push_back(run(second, 1000 + n));
  }
  for (std::size_t i = 0; i < 50; ++i) {
    EXPECT_EQ(finished(std::move(of_first[i])).number, static_cast<std::int64_t>(i));
    EXPECT_EQ(finished(std::move(of_second[i])).number, static_cast<std::int64_t>(1000 + i));
  }
}

asio::awaitable<std::int64_t> sum_of_three(clamator::client& client) {
  const job_result first = co_await client.call(work_run, job(1));
  const job_result second = co_await client.call(work_run, job(2), {.timeout = 20s});
  const boost::json::value params = {{"number", 4}};
  const boost::json::value third = co_await client.call("work", "run", params);
  co_await client.notify(work_note, job(8));
  co_return first.number + second.number + third.at("number").as_int64();
}

TEST_P(calls, coroutines_await_them) {
  serve(work_service(journal.at_once()));
  clamator::client& client = connect();
  EXPECT_EQ(finished(asio::co_spawn(client_loop.get_executor(), sum_of_three(client), asio::use_future)), 7);
}

// One of many that call one after the other; `made` counts all of their messages.
asio::awaitable<void> call_and_notify(clamator::client& client, std::int64_t& made, std::int64_t most) {
  while (made < most) {
    co_await client.call(work_run, job(++made));
    co_await client.notify(work_note, job(++made));
  }
}

// Whatever the transport does with replies and requests that meet each other.
TEST_P(calls, many_at_once_from_one_client_run_in_the_order_in_which_they_were_made) {
  constexpr std::int64_t most = 4000;
  serve(work_service(journal.at_once()));
  clamator::client& client = connect();
  std::int64_t made = 0;
  std::vector<std::future<void>> callers;
  for (std::size_t callers_left = 50; callers_left > 0; --callers_left) {
    callers.push_back(
        asio::co_spawn(client_loop.get_executor(), call_and_notify(client, made, most), asio::use_future));
  }
  for (auto& each : callers) finished(std::move(each));
  journal.wait_begun(static_cast<std::size_t>(made));
  const std::vector<std::int64_t> order = journal.order();
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST_P(calls, a_handler_may_call) {
  clamator::server& server = add_server();
  clamator::client& client = add_client();
  server.register_service(work_service([&client](job what, call_context&) -> asio::awaitable<job_result> {
    co_return co_await client.call(other_run, job(what.number + 1));
  }));
  server.register_service(other_service(journal.at_once("other")));
  finished(begin_start(server));
  finished(begin_start(client));
  const job_result result = finished(run(client, 1));
  EXPECT_EQ(result.number, 2);
  EXPECT_EQ(result.server, "other");
}

}  // namespace
}  // namespace clamator::test
