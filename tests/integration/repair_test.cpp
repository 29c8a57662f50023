// Streams and groups that are deleted under a running server.
#include "over_redis.hpp"
#include "redis_moments.hpp"

namespace clamator::test {
namespace {

using ::testing::Gt;

class repair : public over_redis {
 protected:
  void expect_served_again(running_client& client, std::int64_t number) {
    EXPECT_EQ(end_of(client.run(number)).how, "result") << log.text();
    for (const auto& [each, times] : journal.runs()) EXPECT_EQ(times, 1u) << each << '\n' << log.text();
  }
};

TEST_F(repair, of_a_group_does_not_run_what_is_finished_again) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  for (auto& each : client.run_many(0, 50)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  ASSERT_THAT(keys.length(), Gt(1));
  cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
  expect_served_again(client, 100);
  EXPECT_EQ(journal.begun(), 51u);
  EXPECT_GE(log.count("was lost and is created again"), 1u);
}

TEST_F(repair, of_a_group_runs_what_had_come_meanwhile) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  cli.text({"MULTI"});
  cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
  keys.add_request(2);
  cli.text({"EXEC"});
  journal.wait_ended(2);
  expect_served_again(client, 3);
}

TEST_F(repair, of_a_group_does_not_run_what_is_running_again) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto running = client.run(1);
  journal.wait_begun(1);
  cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
  auto next = client.run(2);
  log.wait_for("was lost and is created again");
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(running)).how, "result");
  EXPECT_EQ(end_of(std::move(next)).how, "result");
  expect_served_again(client, 3);
  eventually("nothing is pending", [this] { return keys.pending().empty(); });
}

TEST_F(repair, of_a_group_by_a_server_that_came_later_knows_what_is_finished) {
  {
    running_server first(serving(), work_service(journal.at_once()));
    running_client client(calling());
    for (auto& each : client.run_many(0, 50)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  }
  ASSERT_THAT(keys.length(), Gt(1));
  running_server second(serving(), work_service(journal.at_once()));
  running_client client(calling());
  cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
  expect_served_again(client, 100);
}

TEST_F(repair, of_a_stream_that_was_deleted) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  cli.text({"DEL", keys.stream()});
  expect_served_again(client, 2);
  log.wait_for("was lost and is created again");
}

TEST_F(repair, after_all_was_deleted) {
  running_server server(serving(), work_service(journal.at_once()), other_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  EXPECT_EQ(end_of(client.run_other(2)).how, "result");
  wait_for_next_millisecond(cli);  // the reply streams go, too
  cli.text({"FLUSHALL"});
  expect_served_again(client, 3);
  EXPECT_EQ(end_of(client.run_other(4)).how, "result");
  for (std::int64_t i = 10; i < 20; ++i) expect_served_again(client, i);
  log.wait_for("was lost and is created again", 2);
}

TEST_F(repair, of_a_reply_stream_that_was_deleted) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto begun = client.run(1);
  journal.wait_begun(1);
  for (const std::string& stream : keys.reply_streams()) cli.text({"DEL", stream});
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
}

TEST_F(repair, again_and_again_under_load) {
  running_server server(serving(1s), work_service(journal.at_once()));
  running_client client(calling());
  for (std::int64_t round = 0; round < 5; ++round) {
    auto begun = client.run_many(round * 1000, 300, 10s);
    journal.wait_begun(journal.begun() + 10);
    cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
    for (auto& each : begun) EXPECT_EQ(end_of(std::move(each)).how, "result") << log.text();
  }
  for (const auto& [each, times] : journal.runs()) EXPECT_EQ(times, 1u) << each;
}

}  // namespace
}  // namespace clamator::test
