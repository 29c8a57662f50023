// Rights that are taken away while clients and servers use them, and given back.
#include "faults/scenario.hpp"
#include "redis_moments.hpp"

namespace clamator::test {
namespace {

class withdrawn_rights : public scenario {
 protected:
  withdrawn_rights() {
    let("caller");
    let("worker");
  }

  void let(const std::string& user) {
    cli.text({"ACL", "SETUSER", user, "on", ">pw", "~" + prefix + ":*", "&*", "+@all"});
  }
  void change(const std::string& user, const std::string& right) {
    cli.text({"ACL", "SETUSER", user, right});
  }
  std::string url_of(const std::string& user) const {
    return "redis://" + user + ":pw@127.0.0.1:" + std::to_string(redis.port());
  }
};

TEST_F(withdrawn_rights, of_a_client_to_call_end_new_calls_only) {
  running_server server(serving_by(url_of("worker")), noted_work("server", journal.gated("server")));
  running_client client(calling_by(url_of("caller")));
  noted_calls calls(client, ledger, "client");
  calls.call(1);
  journal.wait_begun(1);
  change("caller", "-xadd");
  noted_calls refused(client, ledger, "client");
  refused.call_many(10, 5);
  refused.note(20);
  settle(refused);
  EXPECT_EQ(refused.ended_as("refused"), 6u) << refused.endings();
  journal.open_gate();
  expect_ended(calls, 1);
  change("caller", "+xadd");
  calls.call(2);
  expect_ended(calls, 2);
}

TEST_F(withdrawn_rights, of_a_client_to_read_delay_its_replies) {
  running_server server(serving_by(url_of("worker")), noted_work("server", journal.at_once("server")));
  running_client client(calling_by(url_of("caller")));
  noted_calls calls(client, ledger, "client");
  wait_for_blocked(cli, "xread");
  change("caller", "-xread");
  // Up to 7.0 the read that is blocked already takes this one; later servers look at its rights once more.
  calls.call(1);
  log.wait_for("NOPERM");
  calls.call(2);
  journal.wait_ended(2);
  wait_all_handled();
  EXPECT_LT(calls.ended(), 2u);
  change("caller", "+xread");
  expect_ended(calls, 2);
}

TEST_F(withdrawn_rights, of_a_server_to_complete_delay_what_it_did) {
  running_server server(serving_by(url_of("worker")), noted_work("server", journal.gated("server")),
                        {.concurrency = 4});
  running_client client(calling_by(url_of("caller")));
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 4);
  journal.wait_begun(4);
  change("worker", "-xack");
  journal.open_gate();
  log.wait_for("is refused, and will be tried again: NOPERM");
  change("worker", "+xack");
  expect_ended(calls, 4);
  wait_all_handled();
}

// A reply that may not be written is dropped: nobody knows for how long it may not.
TEST_F(withdrawn_rights, of_a_server_to_reply_end_calls_as_timed_out_and_are_said) {
  running_server server(serving_by(url_of("worker")), noted_work("server", journal.gated("server")));
  running_client client(calling_by(url_of("caller")));
  noted_calls calls(client, ledger, "client");
  calls.call(1, 2s);
  journal.wait_begun(1);
  cli.text({"ACL", "SETUSER", "worker", "resetkeys", "~" + prefix + ":cmds:*"});
  journal.open_gate();
  log.wait_for("cannot be written: NOPERM");
  settle(calls);
  EXPECT_EQ(calls.ended_as("timed_out"), 1u) << calls.endings();
  change("worker", "~" + prefix + ":*");
  calls.call(2);
  calls.wait_ended();
  EXPECT_EQ(calls.ended_as("result"), 1u);
  wait_all_handled();
}

TEST_F(withdrawn_rights, to_log_in_at_all_are_a_pause) {
  running_server server(serving_by(url_of("worker")), noted_work("server", journal.gated("server")),
                        {.concurrency = 4});
  running_client client(calling_by(url_of("caller")));
  noted_calls calls(client, ledger, "client");
  calls.call_many(0, 10);
  journal.wait_begun(4);
  for (const char* user : {"worker", "caller"}) {
    const std::size_t refused = log.count("WRONGPASS");
    cli.text({"ACL", "DELUSER", user});
    log.wait_for("WRONGPASS", refused + 1);
    let(user);
  }
  journal.open_gate();
  expect_ended(calls, 10);
  calls.call_many(100, 20);
  expect_ended(calls, 30);
  for (const std::string& line : log.all()) EXPECT_EQ(line.find(":pw@"), std::string::npos) << line;
  wait_all_handled();
}

}  // namespace
}  // namespace clamator::test
