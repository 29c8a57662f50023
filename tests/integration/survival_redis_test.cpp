// Redis that goes away and comes back, with what it knew and without.
#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// Which of the two is the parameter.
class survival_of_redis : public over_redis, public ::testing::WithParamInterface<bool> {
 protected:
  survival_of_redis() : over_redis({.append_only = GetParam()}) {}
};

TEST_P(survival_of_redis, calls_work_after_a_crash) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  redis.kill();
  redis.restart();
  EXPECT_EQ(end_of(client.run(2)).how, "result");
  EXPECT_EQ(journal.order(), (std::vector<std::int64_t>{1, 2}));
  EXPECT_GE(log.count("closed by Redis; connecting again"), 1u);
  log.wait_for("connected to", 1);
}

TEST_P(survival_of_redis, calls_under_way_in_a_crash_end_by_their_deadline) {
  running_server server(serving(1s), work_service(journal.suspending("a", 1ms)));
  running_client client(calling());
  auto begun = client.run_many(0, 200, 4s);
  journal.wait_begun(20);
  const auto begin = std::chrono::steady_clock::now();
  redis.kill();
  redis.restart();
  for (auto& each : begun) {
    const outcome end = end_of(std::move(each));
    EXPECT_THAT(end.how, AnyOf("result", "outcome_unknown", StartsWith("timed_out"))) << end.text;
    // With all that Redis acknowledged still there, what was accepted is answered.
    EXPECT_FALSE(GetParam() && end.how.starts_with("timed_out")) << end.text;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 15s);
  EXPECT_EQ(end_of(client.run(1000)).how, "result");
}

TEST_P(survival_of_redis, a_request_made_while_it_is_down_goes_out_afterwards) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  redis.kill();
  log.wait_for("Connection refused");
  auto begun = client.run(2, 20s);
  auto noted = client.note(3, 20s);
  redis.restart();
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
  EXPECT_EQ(end_of(std::move(noted)).how, "result");
  journal.wait_ended(3);
}

TEST_P(survival_of_redis, a_handler_that_ran_meanwhile_is_answered_afterwards) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto begun = client.run(1);
  journal.wait_begun(1);
  redis.kill();
  log.wait_for("closed by Redis");
  journal.open_gate();
  journal.wait_ended(1);
  redis.restart();
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
  EXPECT_EQ(journal.begun(), 1u);
}

INSTANTIATE_TEST_SUITE_P(, survival_of_redis, ::testing::Bool(), [](const auto& given) {
  return std::string(given.param ? "that_remembers" : "that_forgets");
});

TEST_F(over_redis, a_request_whose_time_is_over_before_redis_is_back_was_not_sent) {
  running_client client(calling());
  redis.kill();
  log.wait_for("Connection refused");
  const outcome end = end_of(client.run(1, 300ms));
  EXPECT_EQ(end.how, "not_sent");
  EXPECT_THAT(end.text, HasSubstr("Connection refused"));
  const outcome noted = end_of(client.note(2, 300ms));
  EXPECT_EQ(noted.how, "not_sent");
  redis.restart();
  log.wait_for("connected to", 2);
  EXPECT_EQ(keys.length(), 0);
}

TEST_F(over_redis, a_request_that_redis_never_acknowledged_has_an_unknown_outcome) {
  redis::client_options options = calling();
  options.connection.command_timeout = 300ms;
  running_client client(options);
  redis.pause();
  std::future<job_result> begun;
  std::future<void> noted;
  // On its thread, so that both are written before it can notice anything.
  std::promise<void> sent;
  client.post([&] {
    begun = client.run(1, 1500ms);
    noted = client.note(2, 20s);
    sent.set_value();
  });
  finished(sent.get_future());
  // A notification has nothing to wait for.
  EXPECT_EQ(end_of(std::move(noted)).how, "outcome_unknown");
  const outcome end = end_of(std::move(begun));
  EXPECT_EQ(end.how, "outcome_unknown");
  EXPECT_THAT(end.text, HasSubstr("no answer for 300 ms"));
  redis.resume();
  log.wait_for("connected to");
}

TEST_F(over_redis, a_request_that_is_written_and_still_unanswered_at_its_deadline_has_an_unknown_outcome) {
  running_client client(calling());
  redis.pause();
  const outcome end = end_of(client.run(1, 300ms));
  EXPECT_EQ(end.how, "outcome_unknown");
  EXPECT_THAT(end.text, HasSubstr("sent, and not acknowledged"));
  redis.resume();
}

}  // namespace
}  // namespace clamator::test
