// One connection, injected into several clients and servers.
#include <boost/asio/use_future.hpp>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::IsEmpty;

// One of each kind on one event loop, with two services.
class shared_connection : public over_redis, public ::testing::WithParamInterface<std::size_t> {
 protected:
  shared_connection() {
    server.register_service(work_service(journal.at_once()));
    other_server.register_service(other_service(journal.at_once("b")));
    finished(begin_start(server));
    finished(begin_start(other_server));
    finished(begin_start(client));
    finished(begin_start(second));
  }

  void stop_all() {
    finished(begin_stop(client));
    finished(begin_stop(second));
    finished(begin_stop(server));
    finished(begin_stop(other_server));
    shared.close();
  }

  std::future<job_result> run_other(std::int64_t number) {
    return second.call(other_run, job(number), {}, asio::use_future);
  }

  event_loop loop{GetParam()};
  redis::connection shared{loop.get_executor(), {.url = redis.url()}, log.sink()};
  redis::client client{loop.get_executor(), shared, calling()};
  redis::client second{loop.get_executor(), shared, calling()};
  redis::server server{loop.get_executor(), shared, serving()};
  redis::server other_server{loop.get_executor(), shared, serving()};
};

TEST_P(shared_connection, carries_all_commands_while_blocking_reads_have_their_own) {
  EXPECT_EQ(end_of(begin_run(client, 1)).how, "result");
  EXPECT_EQ(end_of(run_other(2)).how, "result");
  std::size_t blocked = 0;
  std::size_t adding = 0;
  for (const std::string& line : connections(cli)) {
    const std::string command = client_field(line, "cmd");
    blocked += command == "xreadgroup" || command == "xread";
    adding += command == "exec" || command == "xack" || command == "xadd";
  }
  // Two replies' readers, two services' readers; of commands there is one at most.
  EXPECT_EQ(blocked, 4u);
  EXPECT_LE(adding, 1u);
  // And two each of the two servers, for their leases, once those have been looked at, and for listening.
  EXPECT_LE(connections(cli).size(), 4u + 1u + 4u);
  stop_all();
}

TEST_P(shared_connection, stays_open_when_one_who_uses_it_stops) {
  finished(begin_stop(client));
  finished(begin_stop(other_server));
  EXPECT_EQ(end_of(begin_run(second, 3)).how, "result");
  EXPECT_EQ(end_of(begin_run(client, 4)).how, "stopped");
  stop_all();
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_P(shared_connection, is_mended_for_all_of_them) {
  cli.text({"CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"});
  // The shared one, four that read, and two for leases.
  log.wait_for("connected to 127.0.0.1", 7);
  EXPECT_EQ(end_of(begin_run(client, 1)).how, "result");
  EXPECT_EQ(end_of(run_other(2)).how, "result");
  stop_all();
}

TEST_P(shared_connection, bears_many_calls_from_all_sides) {
  std::vector<std::future<job_result>> begun;
  for (std::int64_t i = 0; i < 500; ++i) {
    begun.push_back(begin_run(client, i));
    begun.push_back(begin_run(second, i));
    begun.push_back(run_other(i));
  }
  for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).how, "result");
  EXPECT_EQ(journal.ended(), 1500u);
  stop_all();
  EXPECT_THAT(log.all(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(threads, shared_connection, ::testing::Values(1, 4));

TEST_F(over_redis, a_shared_connection_that_cannot_connect_fails_each_start) {
  event_loop loop;
  redis.stop();
  redis::connection shared(loop.get_executor(), {.url = redis.url()});
  redis::client client(loop.get_executor(), shared, calling());
  EXPECT_EQ(end_of(begin_start(client)).how, "connect_failed");
  redis::client next(loop.get_executor(), shared, calling());
  const outcome end = end_of(begin_start(next));
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, ::testing::HasSubstr("Connection refused"));
  redis.restart();
  redis::client after(loop.get_executor(), shared, calling());
  EXPECT_EQ(end_of(begin_start(after)).how, "result");
  finished(begin_stop(after));
  shared.close();
  redis::client late(loop.get_executor(), shared, calling());
  EXPECT_EQ(end_of(begin_start(late)).how, "stopped");
}

}  // namespace
}  // namespace clamator::test
