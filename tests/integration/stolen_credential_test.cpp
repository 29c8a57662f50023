// What docs/security.md says that somebody with the password of one role can and cannot do, with its own
// rules.
#include "over_redis.hpp"
#include "support/redis_users.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;

class stolen_credential : public over_redis {
 protected:
  stolen_credential() {
    keys.add_request(1, replies);
    cli.text({"XGROUP", "CREATE", requests, "work", "0"});
    cli.text({"XADD", replies, "*", "type", "rpc", "envelope", "{}"});
    cli.text({"XADD", letters, "*", "type", "rpc", "envelope", "{}"});
    cli.text({"SET", "another:cmds:work", "1"});
  }

  // Whoever has the password of that role.
  redis_cli thief(redis_role role) {
    const auto rules = rules_of(CLAMATOR_SECURITY_MANUAL, role, redis.version(), prefix);
    std::vector<std::string> command{"ACL", "SETUSER", "thief", "reset"};
    command.insert(command.end(), rules.begin(), rules.end());
    cli.text(command);
    redis_cli logged_in(redis.port());
    logged_in.text({"AUTH", "thief", password_in(rules)});
    return logged_in;
  }
  static void expect_refused(redis_cli& who, const std::vector<std::string>& command) {
    try {
      who.text(command);
      ADD_FAILURE() << command.front() << ' ' << command.at(command.size() > 1 ? 1 : 0) << " is allowed";
    } catch (const redis_cli_error& error) {
      EXPECT_THAT(error.what(), HasSubstr("permission")) << command.front();
    }
  }
  void expect_confined(redis_cli& who) {
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
             {"GET", "another:cmds:work"},
             {"XADD", "another:cmds:work", "*", "a", "b"},
             {"XREAD", "STREAMS", "another:replies:one", "0"},
             {"KEYS", "*"},
             {"SCAN", "0"},
             {"FLUSHALL"},
             {"CONFIG", "GET", "*"},
             {"ACL", "LIST"},
             {"ACL", "SETUSER", "thief", "+@all"},
             {"MONITOR"},
             {"CLIENT", "LIST"},
             {"CLIENT", "PAUSE", "100"},
             {"SHUTDOWN"},
             {"SCRIPT", "FLUSH"},
             {"PUBLISH", "another:control:work", "cancel"},
         }) {
      expect_refused(who, command);
    }
  }
  bool has_selectors() { return redis.version().at_least(7, 0); }

  const std::string requests = keys.stream();
  const std::string replies = prefix + ":replies:victim";
  const std::string letters = prefix + ":dead:work";
};

TEST_F(stolen_credential, of_a_caller_sends_requests_and_is_no_server) {
  redis_cli who = thief(redis_role::caller);
  who.text({"XADD", requests, "*", "type", "rpc", "envelope", "{}"});
  who.text({"XREAD", "STREAMS", replies, "0"});
  expect_confined(who);
  expect_refused(who, {"XREADGROUP", "GROUP", "work", "thief", "STREAMS", requests, ">"});
  expect_refused(who, {"XACK", requests, "work", "1-1"});
  expect_refused(who, {"XGROUP", "DESTROY", requests, "work"});
  expect_refused(who, {"DEL", letters});
  expect_refused(who, {"CLIENT", "KILL", "ID", "1"});
  if (!has_selectors()) return;
  expect_refused(who, {"XREAD", "STREAMS", requests, "0"});
  expect_refused(who, {"XADD", replies, "*", "type", "rpc", "envelope", "{}"});
  expect_refused(who, {"DEL", requests});
  EXPECT_THROW(who.text({"EVAL", "return redis.call('XREAD', 'STREAMS', KEYS[1], '0')", "1", requests}),
               redis_cli_error);
}

TEST_F(stolen_credential, of_a_worker_takes_requests_and_sends_none) {
  redis_cli who = thief(redis_role::worker);
  who.text({"XREADGROUP", "GROUP", "work", "thief", "STREAMS", requests, ">"});
  who.text({"XADD", replies, "*", "type", "rpc", "envelope", "{}"});
  expect_confined(who);
  expect_refused(who, {"XGROUP", "DESTROY", requests, "work"});
  expect_refused(who, {"DEL", requests});
  expect_refused(who, {"CLIENT", "KILL", "ID", "1"});
  if (!has_selectors()) return;
  expect_refused(who, {"XADD", requests, "*", "type", "rpc", "envelope", "{}"});
  expect_refused(who, {"XRANGE", replies, "-", "+"});
  expect_refused(who, {"XRANGE", letters, "-", "+"});
  expect_refused(who, {"XDEL", letters, "1-1"});
}

TEST_F(stolen_credential, of_an_operator_sees_dead_letters_and_no_live_request) {
  redis_cli who = thief(redis_role::operator_of_letters);
  who.text({"XRANGE", letters, "-", "+"});
  who.text({"XADD", requests, "*", "type", "rpc", "envelope", "{}"});
  expect_confined(who);
  expect_refused(who, {"XRANGE", replies, "-", "+"});
  expect_refused(who, {"XREADGROUP", "GROUP", "work", "thief", "STREAMS", requests, ">"});
  expect_refused(who, {"SUBSCRIBE", prefix + ":control:work"});
  if (!has_selectors()) return;
  expect_refused(who, {"XRANGE", requests, "-", "+"});
  expect_refused(who, {"XDEL", requests, "1-1"});
}

}  // namespace
}  // namespace clamator::test
