// What an observer is told of connections that break, of what Redis refuses, and of what is mended and tidied
// up.
#include "observed_redis.hpp"
#include "support/loopback_port.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;

class observer_of_repairs : public observed_redis {
 protected:
  void kill_connections() { cli.text({"CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"}); }
};

TEST_F(observer_of_repairs, of_connections) {
  running_server server(serving_observed(), work_service(journal.at_once()));
  running_client client(calling_observed());
  // For commands, for reading, for leases and for what is said on the channel; and a client's two.
  EXPECT_EQ(at_server->count(event::connection_made), 4u) << at_server->text();
  EXPECT_EQ(at_client->count(event::connection_made), 2u) << at_client->text();
  EXPECT_THAT(at_client->all(event::connection_made).at(0).subject, HasSubstr(std::to_string(redis.port())));
  kill_connections();
  at_server->wait_for(event::connection_made, 7);
  at_client->wait_for(event::connection_made, 4);
  EXPECT_EQ(at_client->count(event::connection_lost), 2u) << at_client->text();
  EXPECT_THAT(at_client->all(event::connection_lost).at(0).reason, HasSubstr("closed by Redis"));
  redis.kill();
  at_client->wait_for(event::connection_failed, 8);
  EXPECT_THAT(at_client->all(event::connection_failed).at(0).reason, HasSubstr("Connection refused"));
  // Each connection says it once, however often it is tried.
  std::size_t warnings = 0;
  for (const std::string& line : log.all()) {
    warnings += line.starts_with("warning") && line.find("refused; connecting again") != std::string::npos;
  }
  EXPECT_LE(warnings, 6u) << log.text();
  redis.restart();
  EXPECT_EQ(end_of(client.run(1)).how, "result");
}

TEST_F(observer_of_repairs, of_a_shared_connection) {
  event_loop loop;
  redis::connection_options where;
  where.url = redis.url();
  redis::connection shared(loop.get_executor(), where, log.sink(), at_client);
  redis::client client(loop.get_executor(), shared, calling());
  finished(begin_start(client));
  EXPECT_EQ(at_client->count(event::connection_made), 1u) << at_client->text();
  finished(begin_stop(client));
  shared.close();
}

TEST_F(observer_of_repairs, of_a_lost_group) {
  running_server server(serving_observed(), work_service(journal.at_once()));
  wait_for_blocked(cli);
  cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
  at_server->wait_for(event::group_repaired);
  EXPECT_GE(at_server->count(event::redis_refused, "NOGROUP"), 1u) << at_server->text();
  EXPECT_EQ(at_server->all(event::group_repaired).at(0).service, "work");
}

TEST_F(observer_of_repairs, of_a_group_that_cannot_be_made_again_which_is_logged_once) {
  running_server server(serving_as_user(), work_service(journal.at_once()));
  wait_for_blocked(cli);
  set_rights({"-xgroup"});
  cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
  at_server->wait_for(event::group_unrepaired, 3);
  EXPECT_EQ(log.count("cannot be created again"), 1u) << log.text();
  set_rights({"+xgroup"});
  at_server->wait_for(event::group_repaired);
}

// A new stream's entries may have the ids of finished ones.
TEST_F(observer_of_repairs, of_a_stream_whose_ids_came_back) {
  running_server server(serving_observed(), work_service(journal.at_once()));
  const std::string id = keys.add_request(1);
  eventually("it is finished", [this] { return journal.ended() == 1 && keys.pending().empty(); });
  wait_for_blocked(cli);
  cli.text({"MULTI"});
  cli.text({"DEL", keys.stream()});
  cli.text({"XADD", keys.stream(), id, "type", "rpc", "envelope",
            R"({"jsonrpc":"2.0","method":"work.note","params":{"number":2}})"});
  cli.text({"EXEC"});
  at_server->wait_for(event::stream_begun_anew);
  journal.wait_ended(2);
}

TEST_F(observer_of_repairs, of_a_redis_that_became_a_replica) {
  running_server server(serving_observed(), work_service(journal.at_once()));
  running_client client(calling_observed());
  wait_for_blocked(cli);
  cli.text({"REPLICAOF", "127.0.0.1", std::to_string(unused_loopback_port())});
  at_server->wait_for(event::redis_refused, "UNBLOCKED");
  at_server->wait_for(event::redis_refused, "READONLY");
  EXPECT_EQ(end_of(client.run(1)).how, "refused");
  EXPECT_EQ(at_client->count(event::redis_refused, "READONLY"), 1u) << at_client->text();
  cli.text({"REPLICAOF", "NO", "ONE"});
  EXPECT_EQ(end_of(client.run(2)).how, "result");
}

TEST_F(observer_of_repairs, of_rights_that_were_taken_which_is_logged_once) {
  running_server server(serving_as_user(), work_service(journal.at_once()));
  wait_for_blocked(cli);
  set_rights({"-xreadgroup"});
  at_server->wait_for(event::redis_refused, "NOPERM");
  at_server->wait_for(event::redis_refused, 5);
  EXPECT_EQ(log.count("reading " + keys.stream() + ": NOPERM"), 1u) << log.text();
}

TEST_F(observer_of_repairs, of_leases_that_are_not_renewed_which_is_logged_once) {
  running_server server(serving_as_user(600ms), work_service(journal.gated()));
  keys.add_request(1);
  journal.wait_begun(1);
  set_rights({"-evalsha", "-eval"});
  at_server->wait_for(event::leases_not_renewed, 3);
  EXPECT_EQ(log.count("renewing leases of"), 1u) << log.text();
  EXPECT_GE(at_server->count(event::redis_refused, "NOPERM"), 3u) << at_server->text();
}

TEST_F(observer_of_repairs, of_trims_which_are_logged_once_where_they_fail) {
  running_server server(serving_as_user(), work_service(journal.at_once()));
  running_client client(calling());
  for (auto& each : client.run_many(0, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  at_server->wait_for(event::stream_trimmed);
  EXPECT_GE(at_server->count(event::stream_trimmed), 900u) << at_server->text();
  set_rights({"-xtrim"});
  for (int round = 1; round <= 3; ++round) {
    for (auto& each : client.run_many(round * 1000, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
    at_server->wait_for(event::redis_refused, static_cast<std::uint64_t>(round));
  }
  EXPECT_EQ(log.count("trimming " + keys.stream()), 1u) << log.text();
}

TEST_F(observer_of_repairs, of_what_the_keeper_tidies_up) {
  redis::server_options options = serving_observed();
  options.cleanup_after = 1s;
  running_server server(options, work_service(journal.at_once()));
  at_server->wait_for(event::keeper_elected);
  cli.text({"XGROUP", "CREATECONSUMER", keys.stream(), "work", "work:gone"});
  cli.text({"XADD", replies_of("gone"), "1-1", "type", "rpc"});
  cli.text({"ZADD", prefix + ":reply-streams", "0", replies_of("gone")});
  at_server->wait_for(event::consumer_removed);
  at_server->wait_for(event::reply_stream_removed);
  EXPECT_EQ(at_server->count(event::keeper_elected), 1u) << at_server->text();
}

TEST_F(observer_of_repairs, of_what_is_sent_again) {
  redis::client_options options = calling_observed();
  options.connection.url = redis.url(redis_role::resending_caller, prefix);
  options.instance_id = "resending";
  options.resend_on_disconnect = true;
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(options);
  EXPECT_EQ(end_of(client.run(0)).how, "result");
  cli.text({"CLIENT", "PAUSE", "1000", "WRITE"});
  auto begun = client.run(1);
  wait_for_blocked(cli, "xadd");
  for (const std::string& line : connections(cli)) {
    if (client_field(line, "name") == "clamator-client-resending" && client_field(line, "cmd") != "xread")
      cli.text({"CLIENT", "KILL", "ID", client_field(line, "id")});
  }
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
  EXPECT_EQ(at_client->count(event::call_doubtful), 1u) << at_client->text();
  EXPECT_EQ(at_client->count(event::call_sent_again), 1u) << at_client->text();
}

}  // namespace
}  // namespace clamator::test
