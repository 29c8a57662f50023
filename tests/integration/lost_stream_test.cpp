// Streams that go while a read is blocked on them. Each server tells the reader in its own way or not at all;
// calls go on all the same.
#include <ostream>

#include "over_redis.hpp"
#include "redis_moments.hpp"
#include "support/loopback_port.hpp"

namespace clamator::test {
namespace {

struct loss {
  const char* name;
  std::vector<std::string> command;  // for STREAM as the stream's name
  bool destroys_only_the_group = false;
  bool takes_replies = false;  // the reply stream goes, too

  friend std::ostream& operator<<(std::ostream& out, const loss& how) { return out << how.name; }
};

class lost_stream : public over_redis, public ::testing::WithParamInterface<loss> {
 protected:
  void lose(const std::string& stream) {
    if (GetParam().takes_replies) wait_for_next_millisecond(cli);
    std::vector<std::string> command = GetParam().command;
    for (std::string& word : command) word = word == "STREAM" ? stream : word;
    cli.text(command);
  }

  // An error's first word, or "nothing".
  std::string told(const std::string& stream) {
    auto read = std::async(std::launch::async, [&]() -> std::string {
      redis_cli blocking{redis};
      try {
        const auto found =
            blocking.text({"XREADGROUP", "GROUP", "work", "reader", "BLOCK", "1000", "STREAMS", stream, ">"});
        return found.is_null() ? "nothing" : "an entry";
      } catch (const redis_cli_error& error) {
        const std::string text = error.what();
        const std::size_t at = text.find(": ") + 2;
        return text.substr(at, text.find(' ', at) - at);
      }
    });
    wait_for_blocked(cli);
    lose(stream);
    return read.get();
  }
};

TEST_P(lost_stream, is_told_as_this_server_does) {
  cli.text({"XGROUP", "CREATE", "stream", "work", "0", "MKSTREAM"});
  const redis_version version = redis.version();
  const std::string expected = version.at_least(7, 2)               ? "NOGROUP"
                               : GetParam().destroys_only_the_group ? "NOGROUP"
                               : version.at_least(7, 0)             ? "UNBLOCKED"
                                                                    : "nothing";
  EXPECT_EQ(told("stream"), expected) << version.text();
}

TEST_P(lost_stream, is_served_again_soon) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  wait_for_blocked(cli);
  lose(keys.stream());
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(end_of(client.run(2)).how, "result") << log.text();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
  EXPECT_EQ(journal.order(), (std::vector<std::int64_t>{1, 2}));
}

// Within the millisecond in which the last request came, mostly: then the first entry of the new stream has
// its id.
TEST_P(lost_stream, again_and_again_runs_each_request_once) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  for (std::int64_t i = 0; i < 30; ++i) {
    EXPECT_EQ(end_of(client.run(i, 5s)).how, "result") << i << '\n' << log.text();
    wait_for_blocked(cli);
    lose(keys.stream());
  }
  EXPECT_EQ(journal.begun(), 30u);
}

TEST_P(lost_stream, is_made_again_without_a_call) {
  running_server server(serving(), work_service(journal.at_once()));
  wait_for_blocked(cli);
  lose(keys.stream());
  const auto begin = std::chrono::steady_clock::now();
  eventually("the group", [this] { return keys.group_exists(); });
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
}

INSTANTIATE_TEST_SUITE_P(
    , lost_stream,
    ::testing::Values(loss{"DEL", {"DEL", "STREAM"}}, loss{"UNLINK", {"UNLINK", "STREAM"}},
                      loss{"RENAME", {"RENAME", "STREAM", "elsewhere"}},
                      loss{"FLUSHALL", {"FLUSHALL"}, false, true},
                      loss{"XGROUP_DESTROY", {"XGROUP", "DESTROY", "STREAM", "work"}, true}),
    [](const auto& given) { return std::string(given.param.name); });

class taken_stream : public over_redis {};

TEST_F(taken_stream, is_served_again_when_its_name_is_free) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  cli.text({"SET", keys.stream(), "no stream"});
  log.wait_for("WRONGTYPE");
  const outcome refused = end_of(client.run(2));
  EXPECT_EQ(refused.how, "refused");
  EXPECT_THAT(refused.text, ::testing::HasSubstr("WRONGTYPE"));
  cli.text({"DEL", keys.stream()});
  EXPECT_EQ(end_of(client.run(3)).how, "result") << log.text();
}

// The blocked read ends with UNBLOCKED there, but nothing is lost.
TEST_F(taken_stream, of_a_redis_that_was_a_replica_meanwhile_runs_nothing_again) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  for (auto& each : client.run_many(0, 50)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  cli.text({"REPLICAOF", "127.0.0.1", std::to_string(unused_loopback_port())});
  log.wait_for("UNBLOCKED");
  const outcome refused = end_of(client.run(100));
  EXPECT_EQ(refused.how, "refused");
  EXPECT_THAT(refused.text, ::testing::HasSubstr("READONLY"));
  cli.text({"REPLICAOF", "NO", "ONE"});
  EXPECT_EQ(end_of(client.run(101)).how, "result") << log.text();
  EXPECT_EQ(journal.begun(), 51u);
}

}  // namespace
}  // namespace clamator::test
