// What may be copied and moved, and what need not live on.
#include <type_traits>

#include <boost/asio/deferred.hpp>
#include <boost/asio/use_future.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>
#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "suite.hpp"

namespace clamator::test {
namespace {

// Owners of something that goes on in the background: they move into place once, and nothing is assigned to
// them.
template <class T>
constexpr bool moves_once = std::is_nothrow_move_constructible_v<T> && !std::is_copy_constructible_v<T> &&
                            !std::is_copy_assignable_v<T> && !std::is_move_assignable_v<T>;
static_assert(moves_once<clamator::client> && moves_once<clamator::server>);
static_assert(moves_once<memory::client> && moves_once<memory::server>);
static_assert(moves_once<redis::client> && moves_once<redis::server>);

// Handles of something shared.
static_assert(std::is_copy_constructible_v<memory::bus> && std::is_copy_assignable_v<memory::bus>);
static_assert(std::is_copy_constructible_v<redis::connection> &&
              std::is_copy_assignable_v<redis::connection>);

// Values.
static_assert(std::is_trivially_copyable_v<method<job, job_result>>);
static_assert(std::is_trivially_copyable_v<notification<job>>);
static_assert(std::is_trivially_copyable_v<call_options>);
static_assert(std::is_copy_constructible_v<redis::client_options>);
static_assert(std::is_move_constructible_v<service> && !std::is_copy_constructible_v<service>);

// Things of one place.
static_assert(!std::is_move_constructible_v<call_context> && !std::is_copy_constructible_v<call_context>);
static_assert(!std::is_move_constructible_v<io_thread> && !std::is_copy_constructible_v<io_thread>);

class lifetimes : public conformance {};
FOR_ALL_TRANSPORTS(lifetimes);

TEST_P(lifetimes, names_params_and_methods_need_not_outlive_the_call) {
  serve(work_service(journal.at_once()));
  clamator::client& client = connect();
  std::future<job_result> typed;
  std::future<boost::json::value> named;
  {
    const auto local = std::make_unique<method<job, job_result>>("work.run");
    const auto params = std::make_unique<job>(1);
    typed = client.call(*local, *params, {}, asio::use_future);
    std::string service = "work";
    std::string name = "run";
    boost::json::value json = {{"number", 2}};
    named = client.call(service, name, json, {}, asio::use_future);
    service.assign(100, 'x');
    name.assign(100, 'y');
    json = nullptr;
  }
  EXPECT_EQ(finished(std::move(typed)).number, 1);
  EXPECT_EQ(finished(std::move(named)).at("number").as_int64(), 2);
}

TEST_P(lifetimes, a_call_begun_later_has_its_params_already) {
  serve(work_service(journal.at_once()));
  clamator::client& client = connect();
  auto params = std::make_unique<job>(1);
  auto later = client.call(work_run, *params, {}, asio::deferred);
  params->number = 2;
  params.reset();
  EXPECT_EQ(finished(std::move(later)(asio::use_future)).number, 1);
}

TEST_P(lifetimes, a_moved_from_client_or_server_may_be_destroyed) {
  auto server = std::make_unique<clamator::server>(carrier->make_server(server_loop.get_executor(), {}));
  clamator::server serving = std::move(*server);
  server.reset();
  serving.register_service(work_service(journal.at_once()));
  finished(begin_start(serving));
  auto client = std::make_unique<clamator::client>(carrier->make_client(client_loop.get_executor(), {}));
  clamator::client calling = std::move(*client);
  client.reset();
  finished(begin_start(calling));
  EXPECT_EQ(finished(run(calling, 1)).number, 1);
  finished(begin_stop(calling));
  finished(begin_stop(serving));
}

// The instance lives on until its last handler has ended, whatever becomes of server and handle.
TEST_P(lifetimes, a_service_lives_until_its_handlers_have_ended) {
  const auto held = std::make_shared<int>();
  const std::weak_ptr<int> watched = held;
  auto server = std::make_unique<clamator::server>(carrier->make_server(server_loop.get_executor(), {}));
  server->register_service(work_service(
      [held, gated = journal.gated()](job what, call_context& context) -> asio::awaitable<job_result> {
        const job_result result = co_await gated(what, context);
        co_return job_result(result.number + *held, result.server);
      }));
  finished(begin_start(*server));
  finished(note(connect(), 1));
  journal.wait_begun(1);
  EXPECT_GT(held.use_count(), 1);
  finished(begin_stop(*server, 0ms));
  server.reset();
  journal.open_gate();
  EXPECT_TRUE(server_loop.end());
  EXPECT_EQ(held.use_count(), 1);
}

TEST(lifetimes_of_the_bus, its_handle_need_not_outlive_who_uses_it) {
  event_loop loop;
  auto bus = std::make_unique<memory::bus>();
  memory::server server(loop.get_executor(), *bus);
  memory::client client(loop.get_executor(), *bus);
  bus.reset();
  work_journal journal;
  server.register_service(work_service(journal.at_once()));
  finished(begin_start(server));
  finished(begin_start(client));
  EXPECT_EQ(finished(run(client, 1)).number, 1);
  finished(begin_stop(client));
  finished(begin_stop(server));
}

// A server that goes with its context is not on the bus any more.
TEST(lifetimes_of_the_bus, it_forgets_a_server_whose_context_has_gone) {
  memory::bus bus;
  event_loop loop;
  work_journal journal;
  memory::client client(loop.get_executor(), bus);
  finished(begin_start(client));
  {
    asio::io_context context;
    memory::server server(context.get_executor(), bus);
    server.register_service(work_service(journal.at_once()));
    server.start([&](std::exception_ptr) { context.stop(); });
    context.run();
  }
  EXPECT_EQ(end_of(run(client, 1)), "rpc_error -32601");
  memory::server another(loop.get_executor(), bus);
  another.register_service(work_service(journal.at_once()));
  finished(begin_start(another));
  EXPECT_EQ(finished(run(client, 2)).number, 2);
  finished(begin_stop(client));
  finished(begin_stop(another));
}

}  // namespace
}  // namespace clamator::test
