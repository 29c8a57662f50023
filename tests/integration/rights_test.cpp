// What Redis's ACLs must allow is what the manual lists, and what they forbid is told in start().
#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const std::vector<std::string> of_both{"+ping", "+info", "+client"};
const std::vector<std::string> of_clients{"+xadd", "+xread", "+del"};
const std::vector<std::string> of_servers{
    "+xadd",   "+xreadgroup", "+xack",    "+multi", "+exec",   "+xgroup",        "+xpending", "+xclaim",
    "+xrange", "+xinfo",      "+xtrim",   "+xdel",  "+exists", "+eval",          "+evalsha",  "+time",
    "+get",    "+set",        "+pexpire", "+zadd",  "+zrem",   "+zrangebyscore", "+unlink"};
// Without these, calls that nobody waits for are not withdrawn, and nothing else is missing.
const std::vector<std::string> of_clients_to_withdraw{"+eval", "+evalsha", "+xinfo", "+xdel", "+publish"};
const std::vector<std::string> of_servers_to_hear{"+subscribe", "+publish"};

std::vector<std::string> operator+(std::vector<std::string> first, const std::vector<std::string>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

class rights : public over_redis {
 protected:
  void let(const std::string& user, const std::vector<std::string>& allowed) {
    std::vector<std::string> command{"ACL",
                                     "SETUSER",
                                     user,
                                     "on",
                                     ">pw",
                                     "~" + prefix + ":*",
                                     "resetchannels",
                                     "&" + prefix + ":control:*"};
    command.insert(command.end(), of_both.begin(), of_both.end());
    command.insert(command.end(), allowed.begin(), allowed.end());
    cli.text(command);
  }
  void take(const std::string& user, const std::string& right) { cli.text({"ACL", "SETUSER", user, right}); }
  std::string url_of(const std::string& user) const {
    return "redis://" + user + ":pw@127.0.0.1:" + std::to_string(redis.port());
  }
  redis::server_options serving_as_worker() {
    redis::server_options options = serving();
    options.connection.url = url_of("worker");
    return options;
  }
  redis::client_options calling_as_caller() {
    redis::client_options options = calling();
    options.connection.url = url_of("caller");
    return options;
  }
  outcome start_server() {
    event_loop loop;
    redis::server server(loop.get_executor(), serving_as_worker());
    server.register_service(work_service(journal.at_once()));
    return end_of(begin_start(server));
  }
  outcome start_client() {
    event_loop loop;
    redis::client client(loop.get_executor(), calling_as_caller());
    return end_of(begin_start(client));
  }
};

TEST_F(rights, that_the_manual_lists_are_enough) {
  let("worker", of_servers + of_servers_to_hear);
  let("caller", of_clients + of_clients_to_withdraw);
  keys.add_request(1, prefix + ":replies:elsewhere");
  {
    running_server server(serving_as_worker(), work_service(journal.at_once()));
    running_client client(calling_as_caller());
    EXPECT_EQ(end_of(client.run(2)).how, "result");
    EXPECT_EQ(end_of(client.note(3)).how, "result");
    cli.text({"XGROUP", "DESTROY", keys.stream(), "work"});
    EXPECT_EQ(end_of(client.run(4)).how, "result");
    EXPECT_EQ(end_of(client.run_other(5, 200ms)).how, "timed_out_queued");
    keys.add({"envelope", "garbage"});
    eventually("it is kept", [this] { return cli.text({"XLEN", prefix + ":dead:work"}) == 1; });
    server.stop();
    client.stop();
  }
  for (const std::string& line : log.all()) EXPECT_EQ(line.find("NOPERM"), std::string::npos) << line;
}

// MULTI alone is not asked for by name: EXEC without it fails first.
TEST_F(rights, of_servers_are_all_needed_and_each_is_named) {
  for (const std::string& each : of_servers) {
    let("worker", of_servers);
    const std::string command = each.substr(1);
    if (command == "eval" || command == "exec") continue;
    take("worker", "-" + command);
    cli.text({"SCRIPT", "FLUSH"});
    const outcome end = start_server();
    EXPECT_EQ(end.how, "refused") << command;
    EXPECT_THAT(end.text, AllOf(HasSubstr("Redis user 'worker'"), HasSubstr("may not run"),
                                HasSubstr("ACL SETUSER worker +" + command + " ~" + prefix)));
  }
}

TEST_F(rights, to_run_scripts_and_transactions_are_needed_as_a_whole) {
  for (const std::string command : {"eval", "exec"}) {
    let("worker", of_servers);
    take("worker", "-" + command);
    cli.text({"SCRIPT", "FLUSH"});
    EXPECT_THAT(start_server().text, HasSubstr("may not run")) << command;
  }
}

TEST_F(rights, of_clients_are_all_needed_and_each_is_named) {
  for (const std::string command : {"xread", "del"}) {
    let("caller", of_clients);
    take("caller", "-" + command);
    const outcome end = start_client();
    EXPECT_EQ(end.how, "refused") << command;
    EXPECT_THAT(end.text,
                AllOf(HasSubstr(prefix + ":replies:"), HasSubstr("ACL SETUSER caller +" + command)));
  }
  let("caller", of_clients);
  take("caller", "-xadd");
  running_client client(calling_as_caller());
  EXPECT_THAT(end_of(client.run(1)).text, HasSubstr("needs XADD on " + prefix + ":cmds:*"));
}

TEST_F(rights, to_other_keys_are_asked_for_by_the_key) {
  let("worker", of_servers);
  cli.text({"ACL", "SETUSER", "worker", "resetkeys", "~" + prefix + ":cmds:*"});
  EXPECT_THAT(start_server().text, AllOf(HasSubstr("may not run XADD on " + prefix + ":replies:*"),
                                         HasSubstr("+xadd ~" + prefix + ":replies:*")));
  cli.text({"ACL", "SETUSER", "worker", "resetkeys", "~" + prefix + ":replies:*"});
  EXPECT_THAT(start_server().text, HasSubstr("may not run XGROUP on " + keys.stream()));
  const std::string notes = prefix + ":reply-streams";
  const std::string keeper = prefix + ":keeper:work";
  cli.text({"ACL", "SETUSER", "worker", "~" + prefix + ":cmds:*", "~" + prefix + ":dead:*", "~" + notes});
  EXPECT_THAT(start_server().text, HasSubstr("may not run GET on " + keeper));
  cli.text({"ACL", "SETUSER", "worker", "resetkeys", "~" + prefix + ":replies:*", "~" + prefix + ":cmds:*",
            "~" + prefix + ":dead:*", "~" + keeper});
  EXPECT_THAT(start_server().text, HasSubstr("may not run ZADD on " + notes));
}

// The letters that are there tell that trying changes nothing.
TEST_F(rights, to_keep_dead_letters_are_asked_for) {
  const std::string letters = prefix + ":dead:work";
  cli.text({"XADD", letters, "*", "envelope", "an old one"});
  let("worker", of_servers);
  EXPECT_EQ(start_server().how, "result");
  EXPECT_EQ(cli.text({"XLEN", letters}), 1);
  cli.text({"ACL", "SETUSER", "worker", "resetkeys", "~" + prefix + ":cmds:*", "~" + prefix + ":replies:*"});
  EXPECT_THAT(start_server().text, HasSubstr("may not run XADD on " + letters));
}

TEST_F(rights, that_only_help_may_be_missing) {
  let("worker", of_servers);
  let("caller", of_clients);
  for (const char* const right : {"-ping", "-info", "-client"}) {
    take("worker", right);
    take("caller", right);
  }
  running_server server(serving_as_worker(), work_service(journal.at_once()));
  running_client client(calling_as_caller());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
}

TEST_F(rights, tried_out_change_nothing) {
  keys.add_request(1);
  const std::string replies = prefix + ":replies:any";
  cli.text({"XADD", replies, "*", "type", "rpc"});
  cli.text({"SET", prefix + ":keeper:work", "another"});
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0"});
  cli.text({"XREADGROUP", "GROUP", "work", "somebody", "STREAMS", keys.stream(), ">"});
  {
    redis::server_options options = serving();
    running_server server(options, work_service(journal.at_once()));
  }
  EXPECT_THAT(keys.pending(), ::testing::SizeIs(1));
  EXPECT_EQ(journal.begun(), 0u);
  EXPECT_EQ(cli.text({"XLEN", replies}), 1);
  EXPECT_EQ(cli.text({"GET", prefix + ":keeper:work"}), "another");
  EXPECT_EQ(cli.text({"PTTL", prefix + ":keeper:work"}), -1);
  EXPECT_EQ(cli.text({"EXISTS", prefix + ":reply-streams"}), 0);
}

TEST_F(rights, connections_are_named_so_that_an_operator_knows_them) {
  redis::client_options named = calling();
  named.connection.client_name = "billing";
  redis::client_options unnamed = calling();
  unnamed.instance_id = "one two";
  redis::server_options serve = serving();
  serve.instance_id = "alpha";
  running_server server(serve, work_service(journal.at_once()));
  running_client first(named);
  running_client second(unnamed);
  EXPECT_EQ(end_of(first.run(1)).how, "result");
  const boost::json::value clients = cli.text({"CLIENT", "LIST"});
  const std::string list(clients.as_string());
  EXPECT_THAT(list, AllOf(HasSubstr("name=billing "), HasSubstr("name=clamator-client-one_two "),
                          HasSubstr("name=clamator-server-alpha ")));
}

}  // namespace
}  // namespace clamator::test
