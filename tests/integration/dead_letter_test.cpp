// What servers keep as dead letters, and what they do not.
#include <optional>
#include <set>

#include <boost/json/parse.hpp>

#include "letters.hpp"
#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Le;
using ::testing::Pair;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string note(const std::string& method, const std::string& params) {
  return R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params + "}";
}

class kept_letters : public over_redis {
 protected:
  void wait_for_nothing_pending() const {
    eventually("nothing is pending", [this] { return keys.pending().empty(); });
  }
  void serve(redis::server_options options, const job_handler& handler) {
    server.emplace(std::move(options), work_service(handler));
  }
  void serve(const job_handler& handler) { serve(serving(), handler); }
  job_handler failing() {
    return [](job, call_context&) -> asio::awaitable<job_result> { throw std::out_of_range("no such job"); };
  }
  // What one entry became, which nobody can handle.
  letter_fields letter_of(const std::vector<std::string>& fields) {
    keys.add(fields);
    letters.wait_for(1);
    wait_for_nothing_pending();
    return letters.only();
  }
  std::string reason_of(const std::string& envelope) {
    return letters.field(letter_of({"type", "rpc", "envelope", envelope}), "x-reason");
  }
  // A user of this name with all rights but those that are taken later.
  redis::server_options serving_as(const std::string& user) {
    cli.text({"ACL", "SETUSER", user, "on", ">pw", "~" + prefix + ":*", "+@all"});
    redis::server_options options = serving();
    options.connection.url = "redis://" + user + ":pw@127.0.0.1:" + std::to_string(redis.port());
    return options;
  }
  // Scripts that Redis was asked to run so far.
  std::int64_t scripts_run() {
    const std::string stats(cli.text({"INFO", "commandstats"}).as_string());
    const std::string before = "cmdstat_evalsha:calls=";
    const std::size_t at = stats.find(before);
    return at == stats.npos ? 0 : std::stoll(stats.substr(at + before.size()));
  }

  std::optional<running_server> server;
  const letters_in_redis letters{cli, prefix + ":dead:work"};
  const std::string replies = prefix + ":replies:raw";
};

TEST_F(kept_letters, have_all_fields_of_the_request_and_what_became_of_it) {
  redis::server_options options = serving();
  options.instance_id = "one";
  serve(options, journal.at_once());
  const std::string id = keys.add(
      {"type", "rpc", "envelope", "garbage", "reply-to", replies, "x-ttl", "500", "odd", "", "x-from", "me"});
  letters.wait_for(1);
  letter_fields letter = letters.only();
  ASSERT_THAT(letter, SizeIs(11));
  EXPECT_EQ(letter.back().first, "x-time");
  letter.pop_back();
  EXPECT_THAT(letter, ElementsAre(Pair("type", "rpc"), Pair("envelope", "garbage"), Pair("reply-to", replies),
                                  Pair("x-ttl", "500"), Pair("odd", ""), Pair("x-from", "me"),
                                  Pair("x-reason", StartsWith("not JSON: ")), Pair("x-attempts", "1"),
                                  Pair("x-consumer", "work:one"), Pair("x-entry", id)));
  wait_for_nothing_pending();
}

TEST_F(kept_letters, are_made_of_what_is_no_request_which_is_answered) {
  serve(journal.at_once());
  const letter_fields letter = letter_of({"type", "rpc", "envelope", R"({"id":7})", "reply-to", replies});
  EXPECT_THAT(letters.field(letter, "x-reason"), StartsWith("no valid request: "));
  ASSERT_THAT(keys.envelopes(replies), SizeIs(1));
  const auto reply = boost::json::parse(keys.envelopes(replies).front());
  EXPECT_EQ(reply.at("error").at("code"), error_code::invalid_request);
  EXPECT_EQ(reply.at("id"), 7);
}

TEST_F(kept_letters, are_made_of_entries_without_an_envelope) {
  serve(journal.at_once());
  const letter_fields letter = letter_of({"type", "rpc", "reply-to", replies});
  EXPECT_EQ(letters.field(letter, "x-reason"), "no envelope");
  EXPECT_THAT(keys.envelopes(replies), SizeIs(0));
}

TEST_F(kept_letters, are_made_of_notifications_of_unknown_methods) {
  serve(journal.at_once());
  EXPECT_EQ(reason_of(note("work.none", "{}")), "Method not found");
}

TEST_F(kept_letters, are_made_of_notifications_with_invalid_params) {
  serve(journal.at_once());
  EXPECT_THAT(reason_of(note("work.note", R"({"number":"x"})")),
              AllOf(StartsWith("Invalid params: "), HasSubstr("/number")));
}

TEST_F(kept_letters, are_made_of_notifications_whose_handler_throws) {
  serve(failing());
  EXPECT_EQ(reason_of(note("work.note", R"({"number":1})")), "the handler threw: no such job");
}

TEST_F(kept_letters, are_made_of_notifications_whose_handler_says_no) {
  serve([](job, call_context&) -> asio::awaitable<job_result> { throw rpc_error(-1000, "not today"); });
  EXPECT_THAT(reason_of(note("work.note", R"({"number":1})")), HasSubstr("not today"));
}

TEST_F(kept_letters, say_a_reason_of_a_bounded_length) {
  serve([](job, call_context&) -> asio::awaitable<job_result> {
    throw std::out_of_range(std::string(999 - 19, 'a') + "\xc3\xa4" + std::string(1'000'000, 'b'));
  });
  const std::string reason = reason_of(note("work.note", R"({"number":1})"));
  EXPECT_EQ(reason, "the handler threw: " + std::string(999 - 19, 'a') + "...");
}

TEST_F(kept_letters, are_not_made_of_calls_that_fail) {
  serve(failing());
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).number, error_code::internal_error);
  for (const std::string& envelope :
       {std::string(R"({"jsonrpc":"2.0","method":"work.none","params":{},"id":1})"),
        std::string(R"({"jsonrpc":"2.0","method":"work.run","params":{},"id":2})"),
        std::string(R"({"jsonrpc":"2.0","method":"work.note","params":{"number":1},"id":3})")}) {
    keys.add({"type", "rpc", "envelope", envelope, "reply-to", replies});
  }
  eventually("all are answered", [this] { return keys.envelopes(replies).size() == 3; });
  wait_for_nothing_pending();
  EXPECT_EQ(letters.count(), 0);
}

TEST_F(kept_letters, keep_the_words_of_the_wire_of_an_entry_with_thousands_of_fields) {
  serve(journal.at_once());
  std::vector<std::string> fields;
  for (int i = 0; i < 9000; ++i) fields.insert(fields.end(), {"field" + std::to_string(i), "envelope"});
  fields.insert(fields.end(), {"envelope", "garbage", "envelope", "more", "type", "rpc"});
  const letter_fields letter = letter_of(fields);
  EXPECT_THAT(letter, SizeIs(3000 + 2 + 5));
  EXPECT_EQ(letters.field(letter, "field2999"), "envelope");
  EXPECT_EQ(letters.field(letter, "envelope"), "garbage");
  EXPECT_EQ(letters.field(letter, "type"), "rpc");
}

TEST_F(kept_letters, are_written_once_each_while_connections_break) {
  serve(journal.at_once());
  for (int round = 0; round < 5; ++round) {
    cli.text({"MULTI"});
    for (int i = 0; i < 100; ++i) keys.add({"type", "rpc", "envelope", "garbage", "reply-to", replies});
    cli.text({"EXEC"});
    letters.wait_for(100 * round + 10);
    for (const std::string& line : connections(cli))
      cli.text({"CLIENT", "KILL", "ID", client_field(line, "id")});
  }
  letters.wait_for(500);
  wait_for_nothing_pending();
  std::set<std::string> entries;
  for (const letter_fields& letter : letters.all()) entries.insert(letters.field(letter, "x-entry"));
  EXPECT_THAT(entries, SizeIs(500));
  EXPECT_EQ(letters.count(), 500);
  EXPECT_EQ(cli.text({"XLEN", replies}), 500);
}

// Redis runs what it was sent, and its answer goes nowhere.
TEST_F(kept_letters, are_written_once_where_the_answer_is_lost) {
  redis::server_options options = serving();
  options.connection.command_timeout = 500ms;
  serve(options, [gated = journal.gated()](job what, call_context& context) -> asio::awaitable<job_result> {
    const job_result done = co_await gated(what, context);
    throw std::out_of_range("too late for " + std::to_string(done.number));
  });
  letter_of({"envelope", "one that makes the script known"});
  keys.add({"type", "rpc", "envelope", note("work.note", R"({"number":1})")});
  journal.wait_begun(1);
  redis.pause();
  journal.open_gate();
  log.wait_for("no answer for 500 ms");
  redis.resume();
  letters.wait_for(2);
  server->stop();
  EXPECT_EQ(letters.count(), 2);
  EXPECT_EQ(letters.field(letters.last(), "x-reason"), "the handler threw: too late for 1");
  EXPECT_THAT(keys.pending(), SizeIs(0));
}

TEST_F(kept_letters, outwait_a_redis_that_is_full) {
  serve(journal.gated());
  keys.add_request(1);
  journal.wait_begun(1);
  keys.add({"type", "rpc", "envelope", "garbage", "reply-to", replies});
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  journal.open_gate();
  log.wait_for("keeping dead letters of " + keys.stream() + " is refused, and will be tried again: ");
  EXPECT_EQ(letters.count(), 0);
  EXPECT_THAT(keys.pending(), SizeIs(Ge(1u)));
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  letters.wait_for(1);
  log.wait_for("keeping dead letters of " + keys.stream() + " succeeds again");
  wait_for_nothing_pending();
  EXPECT_EQ(letters.count(), 1);
  EXPECT_THAT(keys.envelopes(replies), SizeIs(1));
}

// They count as what Redis has not confirmed.
TEST_F(kept_letters, that_cannot_be_written_stop_the_reading) {
  serve(journal.gated());
  keys.add_request(1);
  journal.wait_begun(1);
  for (int i = 0; i < 3000; ++i) keys.add({"envelope", "garbage"});
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  journal.open_gate();
  const auto pending = [this] { return cli.text({"XPENDING", keys.stream(), "work"}).at(0).as_int64(); };
  eventually("many are read", [&] { return pending() >= 1024; });
  const std::int64_t tried = scripts_run();
  eventually("the first is tried again and again", [&] { return scripts_run() >= tried + 3; });
  EXPECT_LT(pending(), 1200);
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  letters.wait_for(3000);
  wait_for_nothing_pending();
}

TEST_F(kept_letters, that_may_not_be_written_are_answered_all_the_same) {
  serve(serving_as("server"), journal.at_once());
  cli.text({"ACL", "SETUSER", "server", "resetkeys", "~" + prefix + ":cmds:*", "~" + prefix + ":replies:*"});
  keys.add({"type", "rpc", "envelope", "garbage", "reply-to", replies});
  log.wait_for("cannot be kept as a dead letter in " + letters.stream());
  eventually("it is answered", [this] { return keys.envelopes(replies).size() == 1; });
  wait_for_nothing_pending();
  EXPECT_EQ(letters.count(), 0);
}

TEST_F(kept_letters, whose_stream_is_none_are_answered_all_the_same) {
  cli.text({"SET", letters.stream(), "a string"});
  serve(journal.at_once());
  const std::string id = keys.add({"type", "rpc", "envelope", "garbage", "reply-to", replies});
  log.wait_for("request " + id + " of " + keys.stream() + " cannot be kept as a dead letter in " +
               letters.stream() + ": WRONGTYPE");
  eventually("it is answered", [this] { return keys.envelopes(replies).size() == 1; });
  wait_for_nothing_pending();
  EXPECT_EQ(cli.text({"GET", letters.stream()}), "a string");
}

TEST_F(kept_letters, are_kept_also_where_the_reply_cannot_be_written) {
  cli.text({"SET", replies, "a string"});
  serve(journal.at_once());
  letter_of({"type", "rpc", "envelope", "garbage", "reply-to", replies});
  log.wait_for("the reply to " + replies + " cannot be written: ");
  EXPECT_EQ(cli.text({"GET", replies}), "a string");
}

TEST_F(kept_letters, are_not_written_for_what_somebody_else_has_acknowledged) {
  serve(journal.gated());
  keys.add_request(1);
  journal.wait_begun(1);
  const std::string id = keys.add({"type", "rpc", "envelope", "garbage", "reply-to", replies});
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  journal.open_gate();
  log.wait_for("keeping dead letters of " + keys.stream() + " is refused");
  cli.text({"XACK", keys.stream(), "work", id});
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  log.wait_for("keeping dead letters of " + keys.stream() + " succeeds again");
  wait_for_nothing_pending();
  EXPECT_EQ(letters.count(), 0);
  EXPECT_THAT(keys.envelopes(replies), SizeIs(0));
}

TEST_F(kept_letters, of_requests_that_were_deleted_are_none_and_their_callers_are_told) {
  serve(journal.gated());
  keys.add_request(1);
  journal.wait_begun(1);
  const std::string id = keys.add({"type", "rpc", "envelope", "garbage", "reply-to", replies});
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  journal.open_gate();
  log.wait_for("keeping dead letters of " + keys.stream() + " is refused");
  cli.text({"XDEL", keys.stream(), id});
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  log.wait_for("request " + id + " of " + keys.stream() + " was deleted before it could be kept");
  eventually("it is answered", [this] { return keys.envelopes(replies).size() == 1; });
  wait_for_nothing_pending();
  EXPECT_EQ(letters.count(), 0);
}

TEST_F(kept_letters, are_written_before_a_server_has_stopped) {
  serve(journal.gated());
  keys.add_request(1);
  journal.wait_begun(1);
  keys.add({"type", "rpc", "envelope", note("work.note", "{}")});
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  journal.open_gate();
  log.wait_for("keeping dead letters of " + keys.stream() + " is refused");
  auto stopping = begin_stop(**server);
  const std::int64_t tried = scripts_run();
  eventually("it is tried again and again", [&] { return scripts_run() >= tried + 3; });
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  finished(std::move(stopping));
  EXPECT_EQ(letters.count(), 1);
  EXPECT_THAT(keys.pending(), SizeIs(0));
}

TEST_F(kept_letters, are_about_ten_thousand_at_most) {
  serve(journal.at_once());
  cli.text({"EVAL",
            "for i = 1, 10500 do redis.call('XADD', KEYS[1], '*', 'type', 'rpc', 'envelope', 'no ' .. i) end",
            "1", keys.stream()});
  eventually("the last is kept", [this] { return letters.field(letters.last(), "envelope") == "no 10500"; });
  EXPECT_THAT(letters.count(), AllOf(Ge(10'000), Le(10'100)));
}

}  // namespace
}  // namespace clamator::test
