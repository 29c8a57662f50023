// Starting and stopping, and what is left behind.
#include <filesystem>

#include <boost/asio/bind_cancellation_slot.hpp>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class lifecycle : public over_redis {
 protected:
  void expect_no_connections() {
    eventually("no connection is left", [this] { return connections(cli).empty(); });
  }
};

TEST_F(lifecycle, stop_leaves_no_connection_and_no_reply_stream) {
  {
    running_server server(serving(), work_service(journal.at_once()));
    running_client client(calling());
    EXPECT_EQ(end_of(client.run(1)).how, "result");
    EXPECT_EQ(keys.reply_streams().size(), 1u);
    client.stop();
    EXPECT_THAT(keys.reply_streams(), IsEmpty());
    server.stop();
    expect_no_connections();
  }
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(lifecycle, stop_fails_what_is_pending) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto running = client.run(1);
  auto queued = client.run(2);
  journal.wait_begun(1);
  client.stop();
  for (auto* each : {&running, &queued}) {
    const outcome end = end_of(std::move(*each));
    EXPECT_EQ(end.how, "stopped");
    EXPECT_THAT(end.text, HasSubstr("transport stopped"));
  }
  journal.open_gate();
}

TEST_F(lifecycle, again_and_again_leaves_nothing) {
  for (int i = 0; i < 20; ++i) {
    running_server server(serving(), work_service(journal.at_once()));
    running_client client(calling());
    if (i % 2 != 0) continue;
    EXPECT_EQ(end_of(client.run(i)).how, "result");
  }
  expect_no_connections();
  EXPECT_THAT(keys.reply_streams(), IsEmpty());
  EXPECT_THAT(log.all(), IsEmpty());
}

// Hundreds of them on one loop, one within the other.
TEST_F(lifecycle, hundreds_of_starts_and_stops_leave_nothing) {
  const auto open_files = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  };
  event_loop loop;
  const auto one_round = [&] {
    redis::server server(loop.get_executor(), serving());
    server.register_service(work_service(journal.at_once()));
    auto server_start = begin_start(server);
    redis::client client(loop.get_executor(), calling());
    finished(begin_start(client));
    finished(std::move(server_start));
    auto client_stop = begin_stop(client);
    finished(begin_stop(server));
    finished(std::move(client_stop));
  };
  one_round();
  expect_no_connections();
  const auto before = open_files();
  for (int i = 0; i < 300; ++i) one_round();
  expect_no_connections();
  EXPECT_THAT(keys.reply_streams(), IsEmpty());
  EXPECT_EQ(keys.length(), 0);
  eventually("all files are closed", [&] { return open_files() <= before; });
}

// Half a start or stop would be worth nothing: cancelling them changes nothing.
TEST_F(lifecycle, cancelling_start_and_stop_has_no_effect) {
  event_loop loop;
  redis::client client(loop.get_executor(), calling());
  redis::server server(loop.get_executor(), serving());
  server.register_service(work_service(journal.at_once()));
  asio::cancellation_signal cancel;
  const auto cancelled = [&](auto&& begin) {
    std::promise<std::exception_ptr> ended;
    asio::post(loop.get_executor(), [&] {
      begin(asio::bind_cancellation_slot(cancel.slot(),
                                         [&ended](std::exception_ptr failure) { ended.set_value(failure); }));
      cancel.emit(asio::cancellation_type::all);
    });
    return ended.get_future().get();
  };
  EXPECT_EQ(cancelled([&](auto token) { server.start(std::move(token)); }), nullptr);
  EXPECT_EQ(cancelled([&](auto token) { client.start(std::move(token)); }), nullptr);
  EXPECT_EQ(end_of(begin_run(client, 1)).how, "result");
  EXPECT_EQ(cancelled([&](auto token) { client.stop(std::move(token)); }), nullptr);
  EXPECT_EQ(cancelled([&](auto token) { server.stop(std::move(token)); }), nullptr);
}

TEST_F(lifecycle, one_loop_for_all_ends_by_itself) {
  event_loop loop;
  redis::server server(loop.get_executor(), serving());
  redis::client client(loop.get_executor(), calling());
  server.register_service(work_service(journal.at_once()));
  server.register_service(other_service(journal.at_once()));
  finished(begin_start(server));
  finished(begin_start(client));
  EXPECT_EQ(end_of(begin_run(client, 1)).how, "result");
  finished(begin_stop(client));
  finished(begin_stop(server));
  EXPECT_TRUE(loop.end());
}

TEST_F(lifecycle, destroying_them_without_stop_ends_all_as_well) {
  auto loop = std::make_unique<event_loop>();
  {
    redis::server server(loop->get_executor(), serving());
    redis::client client(loop->get_executor(), calling());
    server.register_service(work_service(journal.gated()));
    finished(begin_start(server));
    finished(begin_start(client));
    auto pending = begin_run(client, 1);
    journal.wait_begun(1);
    {
      const redis::client gone = std::move(client);
    }
    EXPECT_EQ(end_of(std::move(pending)).how, "stopped");
  }
  journal.wait_ended(1);
  EXPECT_TRUE(loop->end());
  expect_no_connections();
}

TEST_F(lifecycle, start_and_stop_twice_are_one) {
  event_loop loop;
  redis::client client(loop.get_executor(), calling());
  auto first = begin_start(client);
  auto second = begin_start(client);
  EXPECT_EQ(end_of(std::move(first)).how, "result");
  EXPECT_EQ(end_of(std::move(second)).how, "result");
  auto stop = begin_stop(client);
  auto stop_again = begin_stop(client);
  EXPECT_EQ(end_of(std::move(stop)).how, "result");
  EXPECT_EQ(end_of(std::move(stop_again)).how, "result");
  EXPECT_EQ(end_of(begin_start(client)).how, "stopped");
}

TEST_F(lifecycle, two_servers_with_several_services_serve_all) {
  running_server first(serving(), work_service(journal.at_once("a")), other_service(journal.at_once("a")));
  running_server second(serving(), work_service(journal.at_once("b")), other_service(journal.at_once("b")));
  running_client client(calling());
  for (std::int64_t i = 0; i < 20; ++i) {
    EXPECT_EQ(end_of(client.run(i)).number, i);
    EXPECT_EQ(end_of(client.run_other(i)).number, i);
  }
}

TEST_F(lifecycle, a_start_that_fails_for_one_service_takes_nothing_from_another) {
  keys.add_request(1);
  cli.text({"SET", prefix + ":cmds:other", "no stream"});
  event_loop loop;
  redis::server server(loop.get_executor(), serving());
  server.register_service(work_service(journal.at_once()));
  server.register_service(other_service(journal.at_once()));
  const outcome end = end_of(begin_start(server));
  EXPECT_EQ(end.how, "refused");
  EXPECT_THAT(end.text, HasSubstr("WRONGTYPE"));
  EXPECT_EQ(keys.pending().size(), 0u);
  expect_no_connections();
}

}  // namespace
}  // namespace clamator::test
