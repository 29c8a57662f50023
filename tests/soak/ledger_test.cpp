// Journals that were never written by anybody: each breaks one promise, or looks as if it did.
#include "soak/ledger.hpp"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "soak/journal.hpp"
#include "support/temp_directory.hpp"

namespace clamator::soak {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

// A driver whose servers are s1 and s2, in C++, and p1, in Python, with a claim time of one second; c1 and c2
// are clients. What a test adds comes before the end.
class soak_ledger : public ::testing::Test {
 protected:
  soak_ledger() {
    for (const char* line : {"0 figure claim_idle_ms 1000", "0 started s1 cpp_server",
                             "0 started s2 cpp_server", "0 started p1 python_server", "0 started c1 client",
                             "0 started c2 client", "99 figure pending 0", "99 figure unread 0"}) {
      what.add("driver", line);
    }
  }

  void say(const std::string& process, std::initializer_list<const char*> lines) {
    for (const char* line : lines) what.add(process, line);
  }

  // A call of c1 that ended with its result, having run on s1 from 2 ms to 3 ms.
  void one_good_call() {
    say("c1", {"1000 launched c1-1 call"});
    say("s1", {"2000 begin c1-1 1 \"id\"", "3000 end c1-1"});
    say("c1", {"4000 ended c1-1 result"});
  }

  // That the one rule is violated, by one call, and no other.
  void expect_only(std::string_view label) {
    const ledger made(what);
    for (const ledger_section& section : made.sections()) {
      for (const ledger_line& line : section.lines)
        EXPECT_EQ(line.violated(), line.label == label) << line.label;
    }
    EXPECT_EQ(made.at(label).count, 1);
    EXPECT_THAT(made.at(label).first, ElementsAre("c1-1"));
    EXPECT_FALSE(made.holds());
  }

  std::int64_t count(std::string_view label) { return ledger(what).at(label).count; }
  bool holds() { return ledger(what).holds(); }

  record what;
};

TEST_F(soak_ledger, holds_where_all_went_well) {
  one_good_call();
  EXPECT_TRUE(holds());
  EXPECT_EQ(count("calls launched"), 1);
  EXPECT_EQ(count("ended: result"), 1);
  EXPECT_EQ(count("requests run once"), 1);
}

TEST_F(soak_ledger, a_call_that_never_ended_is_lost) {
  say("c1", {"1000 launched c1-1 call"});
  expect_only("never ended, though their caller lived");
}

TEST_F(soak_ledger, a_call_whose_caller_was_killed_is_not_lost) {
  say("c1", {"1000 launched c1-1 call"});
  say("driver", {"2000 killed c1"});
  EXPECT_TRUE(holds());
  EXPECT_EQ(count("their caller was killed before they ended"), 1);
}

TEST_F(soak_ledger, a_call_ends_once) {
  one_good_call();
  say("c1", {"5000 ended c1-1 result"});
  expect_only("ended more than once");
}

TEST_F(soak_ledger, a_caller_never_gets_another_calls_result) {
  say("c1", {"1000 launched c1-1 call"});
  say("s1", {"2000 begin c1-1 1 \"id\"", "3000 end c1-1"});
  say("c1", {"4000 ended c1-1 wrong_result of c1-2"});
  expect_only("ended with another call's result");
}

TEST_F(soak_ledger, a_result_comes_from_a_run) {
  say("c1", {"1000 launched c1-1 call", "4000 ended c1-1 result"});
  expect_only("ended with a result and never run");
}

TEST_F(soak_ledger, a_request_on_the_stream_is_run_also_where_its_caller_was_killed) {
  say("c1", {"1000 launched c1-1 call"});
  say("witness", {"1500 stored c1-1 1-0"});
  say("driver", {"2000 killed c1"});
  expect_only("acknowledged by Redis and never run");
}

TEST_F(soak_ledger, a_notification_that_was_stored_is_run) {
  say("c1", {"1000 launched c1-1 note", "2000 ended c1-1 noted"});
  expect_only("acknowledged by Redis and never run");
}

TEST_F(soak_ledger, what_redis_forgot_need_not_run) {
  say("c1", {"1000 launched c1-1 note", "2000 ended c1-1 noted"});
  say("driver", {"3000 figure redis_forgot 1"});
  EXPECT_TRUE(holds());
}

TEST_F(soak_ledger, a_call_whose_time_is_over_need_not_run) {
  say("c1", {"1000 launched c1-1 call", "9000 ended c1-1 timed_out_queued call timeout: soak.run"});
  say("witness", {"1500 stored c1-1 1-0"});
  EXPECT_TRUE(holds());
}

TEST_F(soak_ledger, a_call_that_was_withdrawn_does_not_run) {
  say("c1", {"1000 launched c1-1 call"});
  say("s1", {"2000 begin c1-1 1 \"id\"", "3000 end c1-1"});
  say("c1", {"9000 ended c1-1 timed_out_queued call timeout: soak.run"});
  expect_only("said to be withdrawn, and run");
}

TEST_F(soak_ledger, a_call_with_an_unknown_outcome_may_have_run_or_not) {
  say("c1", {"1000 launched c1-1 call", "9000 ended c1-1 outcome_unknown the connection broke"});
  EXPECT_TRUE(holds());
  EXPECT_EQ(count("ended: outcome_unknown"), 1);
}

TEST_F(soak_ledger, errors_of_the_other_side_are_counted_by_code) {
  say("c1", {"1000 launched c1-1 call", "9000 ended c1-1 rpc_error:-32090 given up"});
  say("witness", {"1500 stored c1-1 1-0"});
  EXPECT_TRUE(holds());
  EXPECT_EQ(count("ended: rpc_error:-32090"), 1);
}

TEST_F(soak_ledger, a_dead_letter_is_not_lost) {
  say("c1", {"1000 launched c1-1 note", "2000 ended c1-1 noted"});
  say("witness", {"9000 dead c1-1"});
  EXPECT_TRUE(holds());
  EXPECT_EQ(count("dead letters"), 1);
}

TEST_F(soak_ledger, what_was_not_sent_did_not_run) {
  say("c1", {"1000 launched c1-1 call", "4000 ended c1-1 not_sent no connection"});
  say("p1", {"5000 begin c1-1 0 -", "5000 end c1-1"});
  expect_only("said to be not sent, and run or stored");
}

TEST_F(soak_ledger, a_request_is_sent_once) {
  one_good_call();
  say("witness", {"1500 stored c1-1 1-0", "1600 stored c1-1 2-0"});
  expect_only("sent more than once");
}

TEST_F(soak_ledger, a_request_keeps_its_id) {
  one_good_call();
  say("driver", {"3500 killed s1"});
  say("s2", {"1500000 begin c1-1 2 \"other\"", "1500000 end c1-1"});
  expect_only("sent more than once");
}

TEST_F(soak_ledger, a_run_is_of_something_that_was_launched) {
  say("s1", {"2000 begin c1-1 1 \"id\"", "3000 end c1-1"});
  expect_only("run, and nobody launched it");
}

TEST_F(soak_ledger, a_request_runs_once_where_its_server_lives) {
  one_good_call();
  say("s2", {"1500000 begin c1-1 2 \"id\"", "1500000 end c1-1"});
  expect_only("run again for no such reason");
}

TEST_F(soak_ledger, a_server_does_not_run_a_request_twice_itself) {
  one_good_call();
  say("s1", {"1500000 begin c1-1 2 \"id\"", "1500000 end c1-1"});
  expect_only("run again for no such reason");
}

TEST_F(soak_ledger, two_servers_do_not_run_a_request_at_a_time) {
  say("c1", {"1000 launched c1-1 call"});
  say("s1", {"2000 begin c1-1 1 \"id\"", "9000 end c1-1"});
  say("s2", {"3000 begin c1-1 2 \"id\"", "4000 end c1-1"});
  say("c1", {"9500 ended c1-1 result"});
  EXPECT_EQ(count("run twice at a time for no such reason"), 1);
  EXPECT_EQ(count("run again for no such reason"), 1);
}

TEST_F(soak_ledger, a_server_that_was_killed_is_a_reason_to_run_it_again) {
  say("c1", {"1000 launched c1-1 call"});
  say("s1", {"2000 begin c1-1 1 \"id\""});
  say("driver", {"2500 killed s1"});
  say("s2", {"1500000 begin c1-1 2 \"id\"", "1500000 end c1-1"});
  say("c1", {"1600000 ended c1-1 result"});
  EXPECT_TRUE(holds());
  EXPECT_EQ(count("run again, its server killed or frozen"), 1);
  EXPECT_EQ(count("requests run twice"), 1);
}

TEST_F(soak_ledger, a_server_that_is_killed_long_after_is_none) {
  one_good_call();
  say("driver", {"60000000 killed s1"});
  say("s2", {"61500000 begin c1-1 2 \"id\"", "61500000 end c1-1"});
  expect_only("run again for no such reason");
}

TEST_F(soak_ledger, a_server_that_was_frozen_beyond_the_claim_time_is_a_reason) {
  say("c1", {"1000 launched c1-1 call"});
  say("s1", {"2000 begin c1-1 1 \"id\""});
  say("driver", {"3000 frozen s1", "1600000 thawed s1"});
  say("s2", {"1500000 begin c1-1 2 \"id\"", "1700000 end c1-1"});
  say("s1", {"1600000 end c1-1"});
  say("c1", {"1600000 ended c1-1 result"});
  EXPECT_TRUE(holds());
}

TEST_F(soak_ledger, one_that_was_frozen_for_less_is_none) {
  one_good_call();
  say("driver", {"2000 frozen s1", "900000 thawed s1"});
  say("s2", {"1500000 begin c1-1 2 \"id\"", "1500000 end c1-1"});
  expect_only("run again for no such reason");
}

TEST_F(soak_ledger, a_redis_that_was_away_beyond_the_claim_time_is_a_reason) {
  one_good_call();
  say("driver", {"2500 redis_killed", "1400000 redis_back"});
  say("s2", {"1500000 begin c1-1 2 \"id\"", "1500000 end c1-1"});
  EXPECT_TRUE(holds());
}

TEST_F(soak_ledger, a_python_server_may_lose_what_it_has) {
  say("c1", {"1000 launched c1-1 call"});
  say("p1", {"2000 begin c1-1 0 -"});
  say("s2", {"1500000 begin c1-1 2 \"id\"", "1500000 end c1-1"});
  say("p1", {"1600000 end c1-1"});
  say("c1", {"1600000 ended c1-1 result"});
  EXPECT_TRUE(holds());
  EXPECT_EQ(count("run again, a Python server having had it"), 1);
}

// It may claim from itself what it is at.
TEST_F(soak_ledger, a_python_server_may_run_a_request_twice_at_a_time) {
  say("c1", {"1000 launched c1-1 call"});
  say("p1", {"2000 begin c1-1 0 -", "1500000 begin c1-1 0 -", "1600000 end c1-1", "1700000 end c1-1"});
  say("c1", {"1600000 ended c1-1 result"});
  EXPECT_TRUE(holds());
  EXPECT_EQ(count("run again, a Python server having had it"), 1);
}

TEST_F(soak_ledger, a_python_server_must_not_get_what_a_cpp_server_had_first) {
  one_good_call();
  say("p1", {"1500000 begin c1-1 0 -", "1500000 end c1-1"});
  expect_only("run again for no such reason");
}

TEST_F(soak_ledger, counts_replies_that_came_twice_or_too_late) {
  one_good_call();
  say("witness", {"3500 replied c1-1", "3600 replied c1-1"});
  EXPECT_TRUE(holds());
  EXPECT_EQ(count("replies that nobody waited for"), 1);
}

TEST_F(soak_ledger, nothing_may_be_left_behind) {
  say("driver", {"100 figure pending 2", "100 figure unread 3"});
  EXPECT_EQ(count("requests pending at the end"), 2);
  EXPECT_EQ(count("requests unread at the end"), 3);
  EXPECT_FALSE(holds());
}

TEST_F(soak_ledger, all_calls_are_made) {
  say("driver", {"0 figure calls 2"});
  one_good_call();
  EXPECT_EQ(count("asked for and not launched"), 1);
  EXPECT_FALSE(holds());
}

TEST_F(soak_ledger, no_cpp_process_ends_by_itself) {
  say("driver", {"5000 died s1 139"});
  EXPECT_EQ(ledger(what).at("C++ processes that ended by themselves").note, "s1 with status 139");
  EXPECT_FALSE(holds());
}

TEST_F(soak_ledger, a_python_server_may) {
  say("driver", {"5000 died p1 1"});
  EXPECT_TRUE(holds());
}

TEST_F(soak_ledger, memory_does_not_grow) {
  say("driver", {"9000 measured redis 10000000 11000000", "9000 measured c1 10000000 11000001",
                 "9000 measured s1 1000000 1524288", "9000 measured s2 1000000 1524289"});
  EXPECT_EQ(count("redis grew by more"), 0);
  EXPECT_EQ(count("c1 grew by more"), 1);
  EXPECT_EQ(count("s1 grew by more"), 0);
  EXPECT_EQ(count("s2 grew by more"), 1);
}

TEST_F(soak_ledger, is_a_table) {
  one_good_call();
  say("c1", {"5000 launched c1-2 call"});
  EXPECT_THAT(table(ledger(what)),
              HasSubstr("calls launched                                                2\n"));
  EXPECT_THAT(table(ledger(what)),
              HasSubstr("ended more than once                                          0  ok\n"));
  EXPECT_THAT(table(ledger(what)),
              HasSubstr("never ended, though their caller lived                        1  VIOLATED\n"));
}

TEST_F(soak_ledger, a_run_that_was_broken_off_proves_nothing) {
  EXPECT_EQ(ledger(record()).at("runs that were broken off").count, 1);
}

TEST(soak_record, a_line_that_is_none_is_named) {
  record what;
  EXPECT_THAT(
      [&] { what.add("s1", "1000 end c1-1"); },
      ThrowsMessage<std::runtime_error>(HasSubstr("the journal of s1 has a line that is none, \"1000 end")));
  EXPECT_THROW(what.add("s1", "begin c1-1 1 -"), std::runtime_error);
  EXPECT_THROW(what.add("s1", "1000 dance c1-1"), std::runtime_error);
}

TEST(soak_record, what_was_written_is_read) {
  const test::temp_directory directory;
  journal client(directory.path() / "c1.journal"), server(directory.path() / "s1.journal");
  client.write("launched c1-1 call");
  server.write("begin c1-1 1 \"id\"");
  server.note("end c1-1");
  server.note("said " + in_one_line("two\nlines"));
  server.commit();
  std::ofstream(directory.path() / "s1.journal", std::ios::app) << "12 end c1";  // it was killed here
  const record what = record::read(directory.path());
  ASSERT_EQ(what.calls().size(), 1u);
  EXPECT_EQ(what.calls()[0].key, "c1-1");
  ASSERT_EQ(what.runs().size(), 1u);
  EXPECT_TRUE(what.runs()[0].end);
  EXPECT_THAT(
      lines_about(directory.path(), "c1-1"),
      ElementsAre(HasSubstr("launched c1-1 call   (c1)"), HasSubstr("begin c1-1 1"), HasSubstr("end c1-1")));
}

}  // namespace
}  // namespace clamator::soak
