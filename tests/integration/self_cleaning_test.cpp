// What servers and clients leave in Redis when they are killed goes away by itself, and nothing else does.
#include <algorithm>
#include <optional>

#include "over_redis.hpp"
#include "redis_moments.hpp"
#include "support/child_process.hpp"

namespace clamator::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class self_cleaning : public over_redis {
 protected:
  redis::server_options serving_as(const std::string& instance,
                                   std::chrono::milliseconds cleanup_after = 1s) {
    redis::server_options options = serving();
    options.instance_id = instance;
    options.cleanup_after = cleanup_after;
    return options;
  }
  redis::client_options calling_as(const std::string& instance) {
    redis::client_options options = calling();
    options.instance_id = instance;
    return options;
  }
  // A server or client in a process of its own; returns when it serves, or was answered.
  child_process peer(const std::string& what, const std::string& instance) {
    const redis_role role = what == "server" ? redis_role::worker : redis_role::caller;
    child_process begun({CLAMATOR_KILLABLE_PEER, what, redis.url(role, prefix), prefix, instance});
    begun.wait_for_line(what == "server" ? "ready" : "answered");
    return begun;
  }

  std::vector<std::string> consumers() {
    std::vector<std::string> names;
    const auto answer = cli.text({"XINFO", "CONSUMERS", keys.stream(), "work"});
    for (const auto& each : answer.as_array()) names.emplace_back(each.at(1).as_string());
    return names;
  }
  bool has_consumer(const std::string& name) {
    const auto names = consumers();
    return std::find(names.begin(), names.end(), name) != names.end();
  }
  std::vector<std::string> noted() {
    std::vector<std::string> names;
    const auto answer = cli.text({"ZRANGE", notes, "0", "-1"});
    for (const auto& each : answer.as_array()) names.emplace_back(each.as_string());
    return names;
  }
  // Its server's instance id; empty where there is none.
  std::string keeper() {
    const auto answer = cli.text({"GET", prefix + ":keeper:work"});
    return answer.is_string() ? std::string(answer.as_string()) : std::string();
  }
  void wait_for_keeper(const std::string& instance) {
    eventually(instance + " is the keeper", [&] { return keeper() == instance; });
  }
  // Until the keeper has asked for its office so often, each time after all that it does.
  void wait_for_rounds(int wanted) {
    std::int64_t last = 0;
    int seen = 0;
    eventually("rounds of the keeper", [&] {
      const std::int64_t left = cli.text({"PTTL", prefix + ":keeper:work"}).as_int64();
      seen += left > last;
      last = left;
      return seen > wanted;
    });
  }
  bool exists(const std::string& key) { return cli.text({"EXISTS", key}) == 1; }
  std::string replies_of(const std::string& client) const { return prefix + ":replies:" + client; }
  // A stream whose last reply came in 1970.
  void make_old_stream(const std::string& key) { cli.text({"XADD", key, "1-1", "type", "rpc"}); }
  void note(const std::string& key) { cli.text({"ZADD", notes, "0", key}); }

  const std::string notes = prefix + ":reply-streams";
};

TEST_F(self_cleaning, removes_consumers_of_killed_servers) {
  child_process killed = peer("server", "killed");
  running_server server(serving_as("alive"), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  killed.kill();
  eventually("its consumer is gone", [this] { return !has_consumer("work:killed"); });
  log.wait_for("removed 1 consumers of " + keys.stream());
  EXPECT_EQ(end_of(client.run(2)).server, "a");
  EXPECT_THAT(consumers(), ElementsAre("work:alive"));
}

// All of these look idle on Redis 6.2 and 7.0, and the busy one on all.
TEST_F(self_cleaning, keeps_its_own_consumer_and_those_with_something_pending) {
  running_server server(serving_as("own"), work_service(journal.gated()));
  keys.add_request(1);
  journal.wait_begun(1);
  cli.text({"MULTI"});
  keys.add_request(2);
  cli.text({"XREADGROUP", "GROUP", "work", "work:busy", "STREAMS", keys.stream(), ">"});
  cli.text({"EXEC"});
  journal.open_gate();
  journal.wait_ended(1);
  eventually("only the other has something pending", [this] { return keys.pending().size() == 1; });
  ASSERT_EQ(keys.pending()[0].consumer, "work:busy");
  for (const char* const name : {"work:gone", "work:gone too"}) {
    cli.text({"XGROUP", "CREATECONSUMER", keys.stream(), "work", name});
  }
  // They have been silent for the shortest time of all.
  eventually("they are gone", [this] { return consumers().size() == 2; });
  EXPECT_THAT(consumers(), UnorderedElementsAre("work:own", "work:busy"));
  wait_for_rounds(3);
  EXPECT_THAT(consumers(), UnorderedElementsAre("work:own", "work:busy"));
}

TEST_F(self_cleaning, leaves_other_groups_alone) {
  running_server server(serving_as("own"), work_service(journal.at_once()));
  cli.text({"XGROUP", "CREATE", keys.stream(), "audit", "0"});
  cli.text({"XGROUP", "CREATECONSUMER", keys.stream(), "audit", "auditor"});
  cli.text({"XGROUP", "CREATECONSUMER", keys.stream(), "work", "work:gone"});
  eventually("it is gone", [this] { return consumers() == std::vector<std::string>{"work:own"}; });
  EXPECT_EQ(cli.text({"XINFO", "CONSUMERS", keys.stream(), "audit"}).as_array().size(), 1u);
}

// Up to 7.0 a server that polls and finds nothing looks as if it were gone.
TEST_F(self_cleaning, of_a_living_servers_consumer_is_harmless) {
  std::optional<running_server> keeping(std::in_place, serving_as("keeping"),
                                        work_service(journal.at_once("keeping")));
  wait_for_keeper("keeping");
  running_server idle(serving_as("idle"), work_service(journal.at_once("idle")));
  cli.text({"XGROUP", "CREATECONSUMER", keys.stream(), "work", "work:gone"});
  eventually("the last of those that look idle is gone", [this] { return !has_consumer("work:gone"); });
  if (redis.version().at_least(7, 2)) {
    EXPECT_THAT(consumers(), Contains("work:idle"));
  } else {
    EXPECT_THAT(consumers(), ElementsAre("work:keeping"));
  }
  keeping.reset();
  running_client client(calling());
  const outcome end = end_of(client.run(1));
  EXPECT_EQ(end.how, "result") << end.text;
  EXPECT_EQ(end.server, "idle");
  EXPECT_THAT(consumers(), Contains("work:idle"));
  eventually("it is acknowledged", [this] { return keys.pending().empty(); });
}

TEST_F(self_cleaning, deletes_reply_streams_of_killed_clients) {
  {
    running_server server(serving_as("patient", 1h), work_service(journal.at_once()));
    child_process killed = peer("client", "killed");
    EXPECT_THAT(noted(), ElementsAre(replies_of("killed")));
    killed.kill();
  }
  EXPECT_TRUE(exists(replies_of("killed")));
  running_server server(serving_as("own"), work_service(journal.at_once()));
  eventually("its reply stream is gone", [this] { return !exists(replies_of("killed")); });
  eventually("and forgotten", [this] { return noted().empty(); });
  log.wait_for("deleted 1 reply streams");
}

// Those are answered together with the letter, and not by what answers others.
TEST_F(self_cleaning, deletes_reply_streams_of_callers_whose_requests_were_dead_lettered) {
  running_server server(serving_as("own"), work_service(journal.at_once()));
  keys.add({"type", "rpc", "envelope", R"({"jsonrpc":"2.0","method":1,"id":"x"})", "reply-to",
            replies_of("gone")});
  eventually("it is answered", [this] { return exists(replies_of("gone")); });
  eventually("its reply stream is gone", [this] { return !exists(replies_of("gone")); });
  eventually("and forgotten", [this] { return noted().empty(); });
}

TEST_F(self_cleaning, deletes_what_a_late_reply_made_again) {
  running_server server(serving_as("own"), work_service(journal.deaf()));
  running_client client(calling_as("stopped"));
  auto begun = client.run(1);
  journal.wait_begun(1);
  client.stop();
  EXPECT_EQ(end_of(std::move(begun)).how, "stopped");
  journal.open_gate();
  eventually("the late reply is there", [this] { return exists(replies_of("stopped")); });
  eventually("it is gone", [this] { return !exists(replies_of("stopped")); });
  eventually("and forgotten", [this] { return noted().empty(); });
}

// Deleted by the client itself, and made again while its server still believes that it is noted.
TEST_F(self_cleaning, does_not_forget_what_may_come_back) {
  const job_handler at_once = journal.at_once();
  const job_handler gated = journal.deaf();
  running_server server(serving_as("own", 4s),
                        work_service([at_once, gated](job what, call_context& context) {
                          return what.number == 2 ? gated(what, context) : at_once(what, context);
                        }),
                        {.concurrency = 2});
  running_client client(calling_as("stopped"));
  auto late = client.run(2);
  journal.wait_begun(1);
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  client.stop();
  EXPECT_EQ(end_of(std::move(late)).how, "stopped");
  wait_for_rounds(1);
  EXPECT_FALSE(exists(replies_of("stopped")));
  journal.open_gate();
  eventually("the late reply is there", [this] { return exists(replies_of("stopped")); });
  eventually("it is gone", [this] { return !exists(replies_of("stopped")); });
  eventually("and forgotten", [this] { return noted().empty(); });
}

TEST_F(self_cleaning, costs_a_living_client_nothing) {
  running_server server(serving_as("own"), work_service(journal.at_once()));
  running_client client(calling_as("idle"));
  for (std::int64_t i = 0; i < 3; ++i) {
    EXPECT_EQ(end_of(client.run(i)).how, "result") << log.text();
    // It could not be found again if it had not been noted again.
    eventually("its reply stream is gone", [this] { return !exists(replies_of("idle")); });
  }
  EXPECT_EQ(end_of(client.run(3)).how, "result") << log.text();
}

// Whatever stands among the notes.
TEST_F(self_cleaning, touches_nothing_but_reply_streams) {
  const std::vector<std::string> others{"victim", "other:replies:somebody",
                                        prefix + ":replies:", prefix + ":dead:work", prefix + ":replies"};
  for (const std::string& key : others) make_old_stream(key);
  cli.text({"SET", replies_of("string"), "no stream"});
  make_old_stream(replies_of("old"));
  for (const std::string& key : others) note(key);
  for (const char* const name : {"string", "old", "gone"}) note(replies_of(name));
  note("");
  running_server server(serving_as("own"), work_service(journal.at_once()));
  eventually("all are forgotten", [this] { return noted().empty(); });
  EXPECT_FALSE(exists(replies_of("old")));
  for (const std::string& key : others) EXPECT_TRUE(exists(key)) << key;
  EXPECT_EQ(cli.text({"GET", replies_of("string")}), "no stream");
}

TEST_F(self_cleaning, forgets_thousands_in_one_round) {
  std::vector<std::string> many{"ZADD", notes};
  for (int i = 0; i < 2050; ++i) many.insert(many.end(), {"0", replies_of("gone" + std::to_string(i))});
  cli.text(many);
  for (int i = 0; i < 250; ++i) make_old_stream(replies_of("gone" + std::to_string(i * 8)));
  // It would be 25 minutes for one run after another.
  running_server server(serving_as("own", 1h), work_service(journal.at_once()));
  eventually("all are forgotten", [this] { return noted().empty(); });
  EXPECT_THAT(keys.reply_streams(), IsEmpty());
  log.wait_for("deleted 250 reply streams");
}

TEST_F(self_cleaning, keeps_reply_streams_that_are_in_use) {
  running_client client(calling_as("alive"));
  {
    running_server server(serving_as("first", 1h), work_service(journal.at_once()));
    EXPECT_EQ(end_of(client.run(1)).how, "result");
  }
  make_old_stream(replies_of("old"));
  for (const char* const name : {"alive", "old"}) note(replies_of(name));
  running_server server(serving_as("second", 1h), work_service(journal.at_once()));
  eventually("the other one is gone", [this] { return !exists(replies_of("old")); });
  const auto replies = cli.text({"XRANGE", replies_of("alive"), "-", "+"}).as_array();
  ASSERT_THAT(replies, SizeIs(1));
  // To be looked at again an hour after that reply.
  const std::string id(replies[0].at(0).as_string());
  EXPECT_EQ(cli.text({"ZSCORE", notes, replies_of("alive")}),
            boost::json::string(id.substr(0, id.find('-'))));
  EXPECT_EQ(end_of(client.run(2)).how, "result");
}

TEST_F(self_cleaning, is_one_servers_at_a_time) {
  auto first = std::make_unique<running_server>(serving_as("first", 1h), work_service(journal.at_once()));
  wait_for_keeper("first");
  EXPECT_GT(cli.text({"PTTL", prefix + ":keeper:work"}).as_int64(), 0);
  {
    running_server second(serving_as("second", 1h), work_service(journal.at_once()));
    running_server third(serving_as("third", 1h), work_service(journal.at_once()));
    EXPECT_EQ(keeper(), "first");
  }
  // Those that are none give nothing back.
  EXPECT_EQ(keeper(), "first");
  first.reset();
  EXPECT_EQ(keeper(), "");
}

TEST_F(self_cleaning, goes_to_another_server_when_the_keeper_stops) {
  auto first = std::make_unique<running_server>(serving_as("first"), work_service(journal.at_once()));
  wait_for_keeper("first");
  running_server second(serving_as("second"), work_service(journal.at_once()));
  running_server third(serving_as("third"), work_service(journal.at_once()));
  first.reset();
  eventually("there is another", [this] { return keeper() == "second" || keeper() == "third"; });
}

TEST_F(self_cleaning, goes_to_another_server_when_the_keeper_is_killed) {
  child_process first = peer("server", "first");
  wait_for_keeper("first");
  running_server second(serving_as("second"), work_service(journal.at_once()));
  running_server third(serving_as("third"), work_service(journal.at_once()));
  first.kill();
  eventually("there is another", [this] { return keeper() == "second" || keeper() == "third"; });
  eventually("it has tidied up", [this] { return !has_consumer("work:first"); });
}

// Nobody of ours has to do anything for that: what peers finish, they do not remove.
TEST_F(self_cleaning, trims_what_others_finished) {
  running_server server(serving_as("idle"), work_service(journal.at_once()));
  for (int round = 0; round < 3; ++round) {
    cli.text({"MULTI"});
    for (std::int64_t i = 0; i < 50; ++i) keys.add_request(i);
    cli.text({"XREADGROUP", "GROUP", "work", "work:peer", "STREAMS", keys.stream(), ">"});
    cli.text({"EXEC"});
    const auto read = keys.pending();
    ASSERT_THAT(read, SizeIs(50));
    std::vector<std::string> done{"XACK", keys.stream(), "work"};
    for (const pending_entry& each : read) done.push_back(each.id);
    cli.text(done);
    eventually("the stream is all but empty", [this] { return keys.length() <= 1; });
  }
  EXPECT_EQ(journal.begun(), 0u);
}

TEST_F(self_cleaning, removes_all_that_a_killed_pool_left) {
  {
    child_process server = peer("server", "one");
    child_process client = peer("client", "two");
    client.kill();
    server.kill();
  }
  running_server next(serving_as("next"), work_service(journal.at_once()));
  eventually("only the next one's is left", [this] {
    return keys.length() <= 1 && noted().empty() && keys.reply_streams().empty() && keys.pending().empty() &&
           consumers() == std::vector<std::string>{"work:next"};
  });
  EXPECT_EQ(keeper(), "next");
}

class self_cleaning_refused : public self_cleaning {
 protected:
  self_cleaning_refused() {
    cli.text({"ACL", "SETUSER", "worker", "on", ">pw", "~" + prefix + ":*", "+@all"});
  }

  redis::server_options serving_as_worker() {
    redis::server_options options = serving_as("own");
    options.connection.url = "redis://worker:pw@127.0.0.1:" + std::to_string(redis.port());
    return options;
  }
  void take(const std::string& right) { cli.text({"ACL", "SETUSER", "worker", right}); }
  void run_all(running_client& client, std::int64_t first) {
    for (auto& each : client.run_many(first, 50)) {
      const outcome end = end_of(std::move(each));
      EXPECT_EQ(end.how, "result") << end.text;
    }
  }
};

TEST_F(self_cleaning_refused, notes_cost_no_reply) {
  running_server server(serving_as_worker(), work_service(journal.at_once()), {.concurrency = 10});
  running_client client(calling());
  take("-zadd");
  // Each is a client that is not noted.
  for (std::int64_t i = 0; i < 5; ++i) {
    running_client another(calling());
    run_all(another, i * 100);
  }
  log.wait_for("noting reply streams in " + notes + " is refused, and will be tried again: NOPERM");
  EXPECT_EQ(log.count("noting reply streams"), 1u) << log.text();
  EXPECT_EQ(log.count("cannot be written"), 0u) << log.text();
  EXPECT_EQ(log.count("completing on"), 0u) << log.text();
  EXPECT_THAT(noted(), IsEmpty());
  take("+zadd");
  std::int64_t calls = 1000;
  eventually("it is noted", [&] {
    EXPECT_EQ(end_of(client.run(calls++)).how, "result");
    return !noted().empty();
  });
}

TEST_F(self_cleaning_refused, notes_by_a_key_of_another_type_cost_no_reply) {
  cli.text({"SET", notes, "no set"});
  running_server server(serving_as("own"), work_service(journal.at_once()));
  running_client client(calling());
  for (std::int64_t i = 0; i < 5; ++i) {
    running_client another(calling());
    run_all(another, i * 100);
  }
  log.wait_for("noting reply streams in " + notes + " is refused, and will be tried again: WRONGTYPE");
  log.wait_for("looking for old streams of " + notes + " is refused, and will be tried again: ");
  EXPECT_EQ(log.count("is refused"), 2u) << log.text();
  cli.text({"DEL", notes});
  std::int64_t calls = 1000;
  eventually("it is noted", [&] {
    EXPECT_EQ(end_of(client.run(calls++)).how, "result");
    return exists(notes);
  });
}

TEST_F(self_cleaning_refused, tidying_is_said_once_and_tried_again) {
  running_server server(serving_as_worker(), work_service(journal.at_once()));
  wait_for_keeper("own");
  for (const char* const right : {"-xgroup", "-unlink", "-xtrim"}) take(right);
  cli.text({"XGROUP", "CREATECONSUMER", keys.stream(), "work", "work:gone"});
  make_old_stream(replies_of("old"));
  note(replies_of("old"));
  log.wait_for("removing idle consumers of " + keys.stream() + " is refused, and will be tried again: ");
  log.wait_for("deleting old streams of " + notes + " is refused, and will be tried again: ");
  log.wait_for("trimming " + keys.stream() + " is refused, and will be tried again: ");
  wait_for_rounds(4);
  EXPECT_EQ(log.count("is refused"), 3u) << log.text();
  EXPECT_THAT(consumers(), Contains("work:gone"));
  EXPECT_TRUE(exists(replies_of("old")));
  for (const char* const right : {"+xgroup", "+unlink", "+xtrim"}) take(right);
  eventually("all is gone", [this] { return consumers().size() == 1 && !exists(replies_of("old")); });
}

TEST_F(self_cleaning_refused, elections_are_said_once_and_tried_again) {
  running_server server(serving_as("own"), work_service(journal.at_once()));
  wait_for_keeper("own");
  cli.text({"MULTI"});
  cli.text({"DEL", prefix + ":keeper:work"});
  cli.text({"LPUSH", prefix + ":keeper:work", "no string"});
  cli.text({"EXEC"});
  log.wait_for("electing a keeper for " + keys.stream() + " is refused, and will be tried again: ");
  cli.text({"DEL", prefix + ":keeper:work"});
  wait_for_keeper("own");
  EXPECT_EQ(log.count("electing"), 1u) << log.text();
}

// What a Redis that lost everything is given again is noted in it again.
TEST_F(self_cleaning, notes_anew_what_redis_forgot) {
  running_server server(serving_as("own", 1h), work_service(journal.at_once()));
  running_client client(calling_as("me"));
  for (std::int64_t i = 0; i < 2; ++i) {
    EXPECT_EQ(end_of(client.run(i)).how, "result");
    EXPECT_THAT(noted(), ElementsAre(replies_of("me")));
    redis.kill();
    redis.restart();
  }
  EXPECT_EQ(end_of(client.run(2)).how, "result");
  const std::size_t mended = log.count("was lost and is created again");
  cli.text({"FLUSHALL"});
  log.wait_for("was lost and is created again", mended + 1);
  wait_for_next_millisecond(cli);
  EXPECT_EQ(end_of(client.run(3)).how, "result");
  EXPECT_THAT(noted(), ElementsAre(replies_of("me")));
}

}  // namespace
}  // namespace clamator::test
