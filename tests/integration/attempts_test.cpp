// Requests that kill their servers: what counts as an attempt, and what happens after the last.
#include <csignal>

#include <boost/json/parse.hpp>

#include "letters.hpp"
#include "over_redis.hpp"
#include "support/child_process.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Pair;

constexpr int killed = 128 + SIGKILL;

class attempts : public over_redis {
 protected:
  struct child {
    std::string name;
    std::chrono::milliseconds claim_idle = 150ms;
    unsigned max_attempts = 5;
    std::size_t concurrency = 1;
  };

  child_process start(const child& how, const std::vector<std::int64_t>& deadly) {
    std::vector<std::string> words{CLAMATOR_POISONED_SERVER,
                                   redis.url(redis_role::worker, prefix),
                                   prefix,
                                   how.name,
                                   std::to_string(how.claim_idle.count()),
                                   std::to_string(how.max_attempts),
                                   std::to_string(how.concurrency)};
    for (const std::int64_t number : deadly) words.push_back(std::to_string(number));
    return child_process(words);
  }
  // One that this request kills.
  void lose_one(const child& how, std::int64_t deadly) {
    child_process server = start(how, {deadly});
    server.wait_for_line("begun " + std::to_string(deadly));
    EXPECT_EQ(server.wait_exit(), killed) << server.errors();
  }
  void wait_until_claimable(std::chrono::milliseconds claim_idle = 150ms) const {
    eventually("their leases are over", [&] {
      for (const pending_entry& each : keys.pending()) {
        if (each.idle_ms < claim_idle.count()) return false;
      }
      return true;
    });
  }
  // So many, one after the other, named server-1, server-2, ...
  void lose(int times, std::int64_t deadly, unsigned max_attempts = 5) {
    for (int i = 1; i <= times; ++i) {
      lose_one({.name = "server-" + std::to_string(i), .max_attempts = max_attempts}, deadly);
      wait_until_claimable();
    }
  }
  // How often a job began in it.
  static std::size_t begun(const child_process& server, std::int64_t number) {
    const std::string line = "begun " + std::to_string(number) + "\n";
    std::size_t times = 0;
    const std::string output = "\n" + server.output();
    for (std::size_t at = output.find("\n" + line); at != output.npos; at = output.find("\n" + line, at + 1))
      ++times;
    return times;
  }
  void wait_for_nothing_pending() const {
    eventually("nothing is pending", [this] { return keys.pending().empty(); });
  }

  const letters_in_redis letters{cli, prefix + ":dead:work"};
  const std::string replies = prefix + ":replies:raw";
};

TEST_F(attempts, of_a_request_that_kills_its_server_end_with_a_dead_letter_and_an_error) {
  running_client client(calling());
  auto call = client.run(7, 60s);
  eventually("it is on the stream", [this] { return keys.length() == 1; });
  const auto sent = cli.text({"XRANGE", keys.stream(), "-", "+"}).at(0).as_array();
  lose(5, 7);
  EXPECT_EQ(letters.count(), 0);
  const child_process server = start({.name = "last"}, {7});
  const outcome end = end_of(std::move(call));
  EXPECT_EQ(end.how, "rpc_error");
  EXPECT_EQ(end.number, error_code::attempts_exhausted);
  EXPECT_THAT(end.text, HasSubstr("Delivery attempts exhausted"));
  EXPECT_EQ(begun(server, 7), 0u);
  wait_for_nothing_pending();

  const letter_fields letter = letters.only();
  const auto& request = sent.at(1).as_array();
  ASSERT_EQ(letter.size(), request.size() / 2 + 5);
  for (std::size_t i = 0; i < request.size() / 2; ++i) {
    EXPECT_EQ(letter[i].first, std::string(request[2 * i].as_string()));
    EXPECT_EQ(letter[i].second, std::string(request[2 * i + 1].as_string()));
  }
  const std::size_t said = request.size() / 2;
  EXPECT_THAT(letter[said], Pair("x-reason", "delivery attempts exhausted"));
  EXPECT_THAT(letter[said + 1], Pair("x-attempts", "5"));
  EXPECT_THAT(letter[said + 2], Pair("x-consumer", "work:server-5"));
  EXPECT_THAT(letter[said + 3], Pair("x-entry", std::string(sent.at(0).as_string())));
  EXPECT_EQ(letter[said + 4].first, "x-time");
  const auto now = std::chrono::system_clock::now().time_since_epoch() / 1ms;
  EXPECT_NEAR(static_cast<double>(std::stoll(letter[said + 4].second)), static_cast<double>(now), 60'000.0);
}

TEST_F(attempts, are_told_to_the_caller) {
  keys.add_request(7, replies);
  lose(2, 7, 2);
  const child_process server = start({.name = "last", .max_attempts = 2}, {7});
  eventually("it is answered", [this] { return keys.envelopes(replies).size() == 1; });
  EXPECT_EQ(boost::json::parse(keys.envelopes(replies).front()), boost::json::parse(R"({"jsonrpc":"2.0",
    "id":"call-7","error":{"code":-32090,"message":"Delivery attempts exhausted","data":{"attempts":2}}})"));
}

TEST_F(attempts, of_a_notification_end_with_a_dead_letter_alone) {
  keys.add({"type", "rpc", "envelope", R"({"jsonrpc":"2.0","method":"work.note","params":{"number":7}})",
            "reply-to", replies});
  lose(1, 7, 1);
  const child_process server = start({.name = "last", .max_attempts = 1}, {7});
  letters.wait_for(1);
  wait_for_nothing_pending();
  EXPECT_EQ(keys.envelopes(replies).size(), 0u);
}

// The first server had read them all, and begun the first.
TEST_F(attempts, are_not_counted_for_what_was_only_read_ahead) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  for (std::int64_t i = 0; i < 64; ++i) keys.add_request(i, replies);
  ASSERT_EQ(keys.read_as("work:server-0", 64).size(), 64u);
  wait_until_claimable();
  lose(4, 0);
  child_process server = start({.name = "last"}, {0});
  eventually("all are answered", [this] { return keys.envelopes(replies).size() == 64; });
  wait_for_nothing_pending();
  ASSERT_EQ(letters.count(), 1);
  EXPECT_EQ(letters.field(letters.only(), "x-attempts"), "5");
  EXPECT_THAT(letters.field(letters.only(), "envelope"), HasSubstr("\"call-0\""));
  server.wait_for_line("begun 63");
  EXPECT_EQ(begun(server, 0), 0u);
  for (std::int64_t i = 1; i < 64; ++i) EXPECT_EQ(begun(server, i), 1u) << i;
}

TEST_F(attempts, of_which_one_is_allowed_are_left_to_what_was_only_read_ahead) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  for (std::int64_t i = 0; i < 64; ++i) keys.add_request(i, replies);
  ASSERT_EQ(keys.read_as("work:server-0", 64).size(), 64u);
  wait_until_claimable();
  child_process server = start({.name = "last", .max_attempts = 1}, {0});
  eventually("all are answered", [this] { return keys.envelopes(replies).size() == 64; });
  EXPECT_EQ(letters.count(), 1);
  server.wait_for_line("begun 63");
  EXPECT_EQ(begun(server, 0), 0u);
  for (std::int64_t i = 1; i < 64; ++i) EXPECT_EQ(begun(server, i), 1u) << i;
}

// The same with servers that read ahead by themselves, since what came before was quick.
TEST_F(attempts, of_neighbours_in_a_real_hoard_are_not_counted) {
  child_process first = start({.name = "server-0"}, {100'000});
  first.wait_for_line("ready");
  {
    running_client client(calling());
    for (auto& each : client.run_many(0, 2000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
    client.stop();
  }
  cli.text({"MULTI"});
  for (std::int64_t i = 100'000; i < 100'064; ++i) keys.add_request(i, replies);
  cli.text({"EXEC"});
  EXPECT_EQ(first.wait_exit(), killed);
  EXPECT_GT(keys.pending().size(), 10u);
  wait_until_claimable();
  lose(4, 100'000);
  const child_process server = start({.name = "last"}, {100'000});
  eventually("all are answered", [this] { return keys.envelopes(replies).size() == 64; });
  EXPECT_EQ(letters.count(), 1);
  EXPECT_EQ(begun(server, 100'000), 0u);
}

TEST_F(attempts, have_no_limit_where_there_shall_be_none) {
  keys.add_request(7);
  lose(6, 7, 0);
  running_server server(serving(150ms), work_service(journal.at_once()), {.max_attempts = 0});
  journal.wait_ended(1);
  EXPECT_EQ(journal.lines()[0].delivery_count, 7u);
  wait_for_nothing_pending();
  EXPECT_EQ(letters.count(), 0);
}

// It takes at once what is pending under its name, however long others would have to wait.
TEST_F(attempts, are_counted_by_a_server_that_comes_back_under_its_name) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  for (std::int64_t i = 0; i < 10; ++i) keys.add_request(i, replies);
  ASSERT_EQ(keys.read_as("work:same", 10).size(), 10u);
  for (int i = 0; i < 4; ++i) lose_one({.name = "same", .claim_idle = 60s}, 0);
  const child_process server = start({.name = "same", .claim_idle = 60s}, {0});
  eventually("all are answered", [this] { return keys.envelopes(replies).size() == 10; });
  wait_for_nothing_pending();
  ASSERT_EQ(letters.count(), 1);
  EXPECT_EQ(letters.field(letters.only(), "x-attempts"), "5");
  EXPECT_EQ(letters.field(letters.only(), "x-consumer"), "work:same");
  EXPECT_EQ(begun(server, 0), 0u);
}

// Its holder died before it had kept the letter, at the request that it had begun beside it.
TEST_F(attempts, are_counted_behind_a_letter_that_was_never_kept) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  keys.add_request(1, replies);
  keys.add_request(2, replies);
  const std::vector<std::string> read = keys.read_as("work:server-0", 2);
  cli.text({"XCLAIM", keys.stream(), "work", "work:server-0", "0", read.at(0), "RETRYCOUNT", "6", "JUSTID"});
  wait_until_claimable();
  running_server server(serving(150ms), work_service(journal.at_once()));
  journal.wait_ended(1);
  EXPECT_EQ(journal.lines().at(0).number, 2);
  EXPECT_EQ(journal.lines().at(0).delivery_count, 2u);
  letters.wait_for(1);
  EXPECT_EQ(letters.field(letters.only(), "x-attempts"), "5");
}

// Its lease was lost and has come back while it runs.
TEST_F(attempts, do_not_condemn_what_runs) {
  running_server server(serving(300ms), work_service(journal.deaf()), {.concurrency = 2});
  running_client client(calling());
  auto begun = client.run(1);
  journal.wait_begun(1);
  const std::string id = keys.pending().at(0).id;
  cli.text({"XCLAIM", keys.stream(), "work", "work:thief", "0", id, "IDLE", "100000", "RETRYCOUNT", "5",
            "JUSTID"});
  log.wait_for("went to another server while it runs here");
  eventually("it is this server's again", [this] { return keys.pending().at(0).consumer != "work:thief"; });
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
  wait_for_nothing_pending();
  EXPECT_EQ(letters.count(), 0);
  EXPECT_EQ(journal.begun(), 1u);
}

// Of a server that lives, and that renews its lease.
TEST_F(attempts, are_not_made_of_renewals) {
  running_server server(serving(150ms), work_service(journal.suspending("a", 2500ms)));
  running_server other(serving(150ms), work_service(journal.at_once("b")));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  EXPECT_EQ(journal.begun(), 1u);
  EXPECT_EQ(letters.count(), 0);
}

}  // namespace
}  // namespace clamator::test
