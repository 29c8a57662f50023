// How servers and clients over Redis say that they fare, when they do not fare well.
#include "observed_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class redis_health : public observed_redis {
 protected:
  // Until a probe that bears nothing would say so.
  static void wait_for_problem(clamator::server& server, const std::string& part) {
    eventually("a server whose problem is " + part,
               [&] { return server.health().problem(0ms).find(part) != std::string::npos; });
    EXPECT_FALSE(server.health().healthy(0ms));
  }
  static void wait_for_problem(clamator::client& client, const std::string& part) {
    eventually("a client whose problem is " + part,
               [&] { return client.health().problem(0ms).find(part) != std::string::npos; });
    EXPECT_FALSE(client.health().healthy(0ms));
  }
  template <class Peer>
  static void wait_for_health(Peer& peer) {
    eventually("it is well", [&] { return peer.health().healthy(0ms); });
    EXPECT_EQ(peer.health().state, run_state::running);
    EXPECT_THAT(peer.health().reason, IsEmpty());
  }
};

TEST_F(redis_health, of_who_is_idle_shows_the_progress_of_its_loops) {
  running_server server(serving(600ms), work_service(journal.at_once()), other_service(journal.at_once()));
  running_client client(calling());
  // Each loop hears from Redis, and leases are renewed, while nothing else happens.
  int reads = 0;
  int renewals = 0;
  std::chrono::milliseconds read_before{0};
  std::chrono::milliseconds renewed_before{0};
  eventually("it goes on", [&] {
    const server_health now = (*server).health();
    EXPECT_TRUE(now.healthy()) << now.text();
    EXPECT_EQ(now.services.size(), 2u);
    reads += *now.services[1].last_read < read_before;
    renewals += *now.services[1].last_renewal < renewed_before;
    read_before = *now.services[1].last_read;
    renewed_before = *now.services[1].last_renewal;
    return reads >= 3 && renewals >= 3;
  });
  eventually("replies are read", [&] { return *(*client).health().last_read < 1s; });
  EXPECT_TRUE((*client).health().healthy()) << (*client).health().text();
}

TEST_F(redis_health, of_who_has_lost_redis) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  redis.kill();
  wait_for_problem(*server, "Connection refused");
  wait_for_problem(*client, "Connection refused");
  EXPECT_EQ((*server).health().state, run_state::reconnecting);
  eventually("that is why",
             [&] { return (*server).health().reason.find("Connection refused") != std::string::npos; });
  EXPECT_EQ((*client).health().state, run_state::reconnecting);
  EXPECT_TRUE((*client).health().healthy(1h));
  // It lasts as long as the connection is not there, whatever the attempts say.
  eventually("it counts", [&] { return !(*server).health().healthy(1s) && !(*client).health().healthy(1s); });
  redis.restart();
  wait_for_health(*server);
  wait_for_health(*client);
}

// Its sockets are open all the time.
TEST_F(redis_health, of_who_gets_no_answer) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  wait_for_blocked(cli);
  redis.pause();
  wait_for_problem(*server, "no answer from 127.0.0.1:" + std::to_string(redis.port()));
  wait_for_problem(*client, "no answer from 127.0.0.1:" + std::to_string(redis.port()));
  EXPECT_EQ((*server).health().state, run_state::running);
  redis.resume();
  wait_for_health(*server);
  wait_for_health(*client);
}

TEST_F(redis_health, of_who_cannot_read) {
  running_server server(serving(), work_service(journal.at_once()));
  wait_for_blocked(cli);
  cli.text({"SET", keys.stream(), "no stream"});
  wait_for_problem(*server, "reading " + keys.stream() + ": WRONGTYPE");
  cli.text({"DEL", keys.stream()});
  wait_for_health(*server);
}

TEST_F(redis_health, of_who_cannot_make_its_group_again) {
  running_server server(serving_as_user(), work_service(journal.at_once()));
  wait_for_blocked(cli);
  set_rights({"-xgroup"});
  cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
  wait_for_problem(*server, "group work of " + keys.stream() + " cannot be created again: ");
  set_rights({"+xgroup"});
  wait_for_health(*server);
}

TEST_F(redis_health, of_who_cannot_renew_its_leases) {
  running_server server(serving_as_user(600ms), work_service(journal.gated()));
  keys.add_request(1);
  journal.wait_begun(1);
  set_rights({"-evalsha", "-eval"});
  wait_for_problem(*server, "renewing leases of " + keys.stream() + ": ");
  set_rights({"+evalsha", "+eval"});
  eventually("it is well",
             [&] { return (*server).health().problem(0ms).find("renewing leases") == std::string::npos; });
  journal.open_gate();
}

// One with a reply: some servers take an acknowledgement also where there is no memory.
TEST_F(redis_health, of_whose_completions_are_refused) {
  running_server server(serving(), work_service(journal.gated()));
  keys.add_request(1, replies_of("caller"));
  keys.add({"type", "rpc", "envelope", "garbage"});
  journal.wait_begun(1);
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  journal.open_gate();
  wait_for_problem(*server, "completing on " + keys.stream() + " is refused: OOM");
  wait_for_problem(*server, "keeping dead letters of " + keys.stream() + " is refused: ");
  EXPECT_EQ((*server).health().services.at(0).unsettled, 2u) << (*server).health().text();
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  wait_for_health(*server);
  eventually("all is settled", [&] { return (*server).health().services.at(0).unsettled == 0; });
}

TEST_F(redis_health, of_whose_executor_is_blocked_blames_nothing_else) {
  std::promise<void> gate;
  std::promise<void> blocked;
  running_server server(serving(400ms), work_service(journal.at_once()),
                        other_service([&](job what, call_context&) -> asio::awaitable<job_result> {
                          blocked.set_value();
                          gate.get_future().wait();
                          co_return job_result(what.number, "a");
                        }));
  running_client client(calling());
  EXPECT_TRUE((*server).health().healthy());
  auto begun = client.run_other(1);
  finished(blocked.get_future());
  wait_for_problem(*server, "the executor runs nothing");
  eventually("reads have waited for long as well",
             [&] { return *(*server).health().services[0].last_read > 2s; });
  EXPECT_THAT((*server).health().problem(0ms), Not(HasSubstr("no answer")));
  // Leases are renewed all the same.
  EXPECT_LT(*(*server).health().services[0].last_renewal, *(*server).health().services[0].last_read);
  EXPECT_TRUE((*client).health().healthy(30s)) << (*client).health().text();
  gate.set_value();
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
  wait_for_health(*server);
}

TEST_F(redis_health, of_a_client_that_cannot_read_its_replies) {
  redis::client_options options = calling();
  options.instance_id = "caller";
  running_client client(options);
  wait_for_blocked(cli, "xread");
  cli.text({"SET", replies_of("caller"), "no stream"});
  wait_for_problem(*client, "reading " + replies_of("caller") + ": WRONGTYPE");
  cli.text({"DEL", replies_of("caller")});
  wait_for_health(*client);
}

}  // namespace
}  // namespace clamator::test
