// What an observer is told of requests, and of what Redis does to them. What it is told of calls over any
// transport is in tests/conformance.
#include <atomic>

#include "observed_redis.hpp"

namespace clamator::test {
namespace {

class observer_of_requests : public observed_redis {};

TEST_F(observer_of_requests, whose_time_was_over_before_they_began) {
  cli.text({"XADD", keys.stream(), "1-1", "type", "rpc", "envelope",
            R"({"jsonrpc":"2.0","method":"work.run","params":{"number":1},"id":"a"})", "reply-to",
            replies_of("somebody"), "x-ttl", "1"});
  running_server server(serving_observed(), work_service(journal.at_once()));
  at_server->wait_for(event::request_expired);
  EXPECT_EQ(at_server->count(event::request_received), 1u);
  EXPECT_EQ(at_server->count(event::request_begun), 0u);
  EXPECT_EQ(at_server->all(event::request_expired).at(0).service, "work");
}

TEST_F(observer_of_requests, that_no_server_came_for) {
  running_client client(calling_observed());
  EXPECT_EQ(end_by_timeout(client, 1, 300ms).how, "timed_out_queued");
  EXPECT_EQ(at_client->count(event::call_withdrawn), 1u) << at_client->text();
  EXPECT_EQ(at_client->count(event::call_failed, "timed_out_queued"), 1u) << at_client->text();
}

TEST_F(observer_of_requests, that_nobody_can_handle) {
  running_server server(serving_observed(), work_service(journal.at_once()));
  const std::string id = keys.add({"type", "rpc", "envelope", "garbage"});
  at_server->wait_for(event::request_dead_lettered, id);
  EXPECT_EQ(at_server->count(event::request_failed, "refused"), 1u);
  EXPECT_EQ(at_server->count(event::dead_letter_refused), 0u);
}

TEST_F(observer_of_requests, that_cannot_be_kept_as_dead_letters_which_is_logged_once) {
  cli.text({"SET", prefix + ":dead:work", "a string"});
  running_server server(serving_observed(), work_service(journal.at_once()));
  for (int i = 0; i < 20; ++i) keys.add({"type", "rpc", "envelope", "garbage"});
  at_server->wait_for(event::dead_letter_refused, 20);
  EXPECT_EQ(at_server->count(event::request_dead_lettered), 0u);
  EXPECT_EQ(at_server->count(event::redis_refused, "WRONGTYPE"), 20u) << at_server->text();
  EXPECT_EQ(log.count("cannot be kept as a dead letter"), 1u) << log.text();
}

TEST_F(observer_of_requests, of_a_dead_server) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  keys.add_request(1);
  const std::string id = keys.read_as("work:dead").at(0);
  running_server server(serving_observed(200ms), work_service(journal.at_once()));
  at_server->wait_for(event::request_finished);
  EXPECT_EQ(at_server->count(event::request_taken_over, id), 1u) << at_server->text();
  EXPECT_EQ(at_server->count(event::request_received), 1u);
}

TEST_F(observer_of_requests, that_another_server_took) {
  const job_handler gated = journal.gated();
  running_server server(serving_observed(300ms),
                        work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
                          co_await gated(what, context);
                          throw std::runtime_error("it was cancelled");
                        }));
  keys.add_request(1);
  journal.wait_begun(1);
  const std::string id = keys.pending().at(0).id;
  cli.text({"XCLAIM", keys.stream(), "work", "work:thief", "0", id});
  at_server->wait_for(event::request_lost, id);
  // Its handler was cancelled, and ends with an error that nobody is told.
  at_server->wait_for(event::request_given_up, "another server has it");
}

TEST_F(observer_of_requests, that_were_deleted) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  const std::string id = keys.add_request(1);
  keys.read_as("work:dead");
  cli.text({"XDEL", keys.stream(), id});
  running_server server(serving_observed(200ms), work_service(journal.at_once()));
  at_server->wait_for(event::request_deleted, id);
}

TEST_F(observer_of_requests, that_come_again_while_they_run) {
  running_server server(serving_observed(), work_service(journal.gated()), {.concurrency = 2});
  const std::string id = keys.add_request(1);
  journal.wait_begun(1);
  cli.text({"XGROUP", "SETID", keys.stream(), "work", "0"});
  at_server->wait_for(event::request_repeated, id);
  journal.open_gate();
  at_server->wait_for(event::request_finished);
  EXPECT_EQ(journal.begun(), 1u);
}

TEST_F(observer_of_requests, that_a_stop_gives_back) {
  std::atomic<bool> slow = false;
  const job_handler fast = journal.at_once("a");
  const job_handler gated = journal.gated("a");
  running_server server(serving_observed(),
                        work_service([&](job what, call_context& context) -> asio::awaitable<job_result> {
                          return slow ? gated(what, context) : fast(what, context);
                        }));
  running_client client(calling());
  for (auto& each : client.run_many(0, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  slow = true;
  auto begun = client.run_many(1000, 20, 3s);
  journal.wait_begun(1001);
  eventually("some wait behind it", [this] { return keys.pending().size() > 2; });
  server.stop(0ms);
  EXPECT_GE(at_server->count(event::request_given_back), 1u) << at_server->text();
}

TEST_F(observer_of_requests, whose_read_was_answered_long_ago) {
  // Both services have one thread, which the other's handler blocks while an answer lies in the socket.
  running_server server(serving_observed(400ms), work_service(journal.at_once()),
                        other_service(journal.blocking("a", 300ms)));
  running_client client(calling());
  for (int tries = 0; tries < 20 && at_server->count(event::read_late) == 0; ++tries) {
    const std::size_t before = journal.begun();
    auto blocking = client.run_other(tries);
    journal.wait_begun(before + 1);
    keys.add_request(tries);
    EXPECT_EQ(end_of(std::move(blocking)).how, "result");
    journal.wait_ended(before + 2);
  }
  EXPECT_GE(at_server->count(event::read_late), 1u) << at_server->text();
}

class observer_of_replies : public observed_redis {};

TEST_F(observer_of_replies, that_cannot_be_written_which_is_logged_once) {
  cli.text({"SET", replies_of("bad"), "a string"});
  running_server server(serving_observed(), work_service(journal.at_once()));
  for (std::int64_t i = 0; i < 50; ++i) keys.add_request(i, replies_of("bad"));
  at_server->wait_for(event::reply_dropped, 50);
  EXPECT_EQ(at_server->count(event::reply_dropped, replies_of("bad")), 50u) << at_server->text();
  EXPECT_EQ(log.count("WRONGTYPE"), 1u) << log.text();
}

TEST_F(observer_of_replies, that_may_not_be_written_which_is_logged_once) {
  running_server server(serving_as_user(), work_service(journal.at_once()));
  wait_for_blocked(cli);
  set_rights(
      {"resetkeys", "~" + prefix + ":cmds:*", "~" + prefix + ":reply-streams", "~" + replies_of("good*")});
  for (std::int64_t i = 0; i < 50; ++i) keys.add_request(i, replies_of(i % 2 == 0 ? "good" : "bad"));
  at_server->wait_for(event::reply_dropped, 25);
  EXPECT_EQ(at_server->count(event::reply_dropped), 25u) << at_server->text();
  EXPECT_GE(at_server->count(event::completion_refused), 1u);
  EXPECT_GE(at_server->count(event::redis_refused, "NOPERM"), 1u) << at_server->text();
  EXPECT_EQ(log.count("cannot be written"), 1u) << log.text();
  EXPECT_EQ(log.count("completing on " + keys.stream() + " was refused"), 1u) << log.text();
}

TEST_F(observer_of_replies, to_a_stream_of_another_prefix_which_is_logged_once) {
  running_server server(serving_observed(), work_service(journal.at_once()));
  for (std::int64_t i = 0; i < 50; ++i) keys.add_request(i, "elsewhere:replies:a");
  at_server->wait_for(event::reply_dropped, 50);
  EXPECT_EQ(log.count("none of ours"), 1u) << log.text();
}

TEST_F(observer_of_replies, that_a_full_redis_refuses) {
  running_server server(serving_observed(), work_service(journal.gated()));
  running_client client(calling_observed());
  auto running = client.run(1);
  journal.wait_begun(1);
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  EXPECT_EQ(end_of(client.run(2)).how, "refused");
  EXPECT_EQ(at_client->count(event::redis_refused, "OOM"), 1u) << at_client->text();
  EXPECT_EQ(at_client->count(event::call_failed, "refused"), 1u) << at_client->text();
  journal.open_gate();
  at_server->wait_for(event::completion_refused, 2);
  EXPECT_GE(at_server->count(event::redis_refused, "OOM"), 2u) << at_server->text();
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  EXPECT_EQ(end_of(std::move(running)).how, "result");
  log.wait_for("succeeds again");
  EXPECT_EQ(log.count("completing on"), 2u) << log.text();
}

TEST_F(observer_of_replies, whose_transaction_may_not_have_come_through) {
  redis::server_options options = serving_observed();
  options.connection.command_timeout = 300ms;
  running_server server(options, work_service(journal.gated()));
  running_client client(calling());
  auto begun = client.run(1);
  journal.wait_begun(1);
  redis.pause();
  journal.open_gate();
  at_server->wait_for(event::completion_repeated);
  redis.resume();
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
}

TEST_F(observer_of_replies, that_a_stop_could_not_wait_for) {
  running_server server(serving_observed(), work_service(journal.gated()));
  keys.add_request(1);
  journal.wait_begun(1);
  redis.kill();
  at_server->wait_for(event::connection_failed);
  journal.open_gate();
  at_server->wait_for(event::request_finished);
  server.stop(1s);
  EXPECT_EQ(at_server->count(event::completion_abandoned), 1u) << at_server->text();
}

}  // namespace
}  // namespace clamator::test
