// What becomes of messages whose connection breaks around their sending, where the client sends them again.
#include "over_redis.hpp"
#include "redis_moments.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;

class resend : public over_redis {
 protected:
  redis::client_options resending() {
    redis::client_options options = calling();
    options.connection.url = redis.url(redis_role::resending_caller, prefix);
    options.instance_id = "resending";
    options.resend_on_disconnect = true;
    return options;
  }
  // Of the connection for commands.
  std::string command_connection() {
    for (const std::string& line : connections(cli)) {
      const bool reads = client_field(line, "cmd") == "xread";
      if (client_field(line, "name") == "clamator-client-resending" && !reads)
        return client_field(line, "id");
    }
    throw std::runtime_error("the client has no connection for commands");
  }
};

// While Redis is paused nothing that was sent is carried out, and it goes with its connection.
TEST_F(resend, of_what_did_not_arrive) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(resending());
  EXPECT_EQ(end_of(client.run(0)).how, "result");
  const std::string connection = command_connection();
  cli.text({"CLIENT", "PAUSE", "1000", "WRITE"});
  auto begun = client.run_many(1, 30);
  auto noted = client.note(100);
  wait_for_blocked(cli, "xadd");
  cli.text({"CLIENT", "KILL", "ID", connection});
  for (auto& each : begun) {
    const outcome end = end_of(std::move(each));
    EXPECT_EQ(end.how, "result") << end.text;
  }
  EXPECT_EQ(end_of(std::move(noted)).how, "result");
  journal.wait_ended(32);
  for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 1u) << number;
}

TEST_F(resend, is_left_out_unless_it_is_asked_for) {
  redis::client_options options = resending();
  options.resend_on_disconnect = false;
  running_client client(options);
  const auto first = client.run(0, 1s);
  EXPECT_TRUE(first.valid());
  eventually("it is on the stream", [this] { return keys.length() == 1; });
  const std::string connection = command_connection();
  cli.text({"CLIENT", "PAUSE", "600", "WRITE"});
  auto begun = client.run(1, 900ms);
  wait_for_blocked(cli, "xadd");
  cli.text({"CLIENT", "KILL", "ID", connection});
  EXPECT_EQ(end_of(std::move(begun)).how, "outcome_unknown");
}

TEST_F(resend, of_what_breaks_the_connection_each_time_comes_to_an_end) {
  running_client client(resending());
  cli.text({"CLIENT", "PAUSE", "20000", "WRITE"});
  auto begun = client.note(1);
  int broken = 0;
  while (begun.wait_for(1ms) != std::future_status::ready) {
    for (const std::string& line : connections(cli)) {
      const std::string command = client_field(line, "cmd");
      if (command != "xadd" && command != "evalsha" && command != "eval") continue;
      if (client_field(line, "flags").find('b') == std::string::npos) continue;
      cli.text({"CLIENT", "KILL", "ID", client_field(line, "id")});
      ++broken;
    }
  }
  cli.text({"CLIENT", "UNPAUSE"});
  EXPECT_EQ(end_of(std::move(begun)).how, "outcome_unknown");
  EXPECT_EQ(broken, 6) << "the first, and five more";
}

TEST_F(resend, needs_the_right_to_end_the_old_connection) {
  cli.text({"ACL",   "SETUSER",  "caller",          "on",           ">secret", "~*",     "&*",
            "+ping", "+info",    "+client|setname", "+client|info", "+xadd",   "+xread", "+del",
            "+eval", "+evalsha", "+xrange",         "+time",        "+xinfo",  "+xdel",  "+publish"});
  redis::client_options options = resending();
  options.connection.url = "redis://caller:secret@127.0.0.1:" + std::to_string(redis.port());
  running_client client(options);
  const std::string connection = command_connection();
  cli.text({"CLIENT", "PAUSE", "500", "WRITE"});
  auto begun = client.run(1, 1500ms);
  wait_for_blocked(cli, "xadd");
  cli.text({"CLIENT", "KILL", "ID", connection});
  const outcome end = end_of(std::move(begun));
  EXPECT_EQ(end.how, "outcome_unknown");
  EXPECT_THAT(end.text, HasSubstr("the old connection could not be ended"));
}

}  // namespace
}  // namespace clamator::test
