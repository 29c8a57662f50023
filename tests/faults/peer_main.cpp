// A server or a client in a process of its own, which a scenario kills, freezes or stops.
//
//   fault_peer server URL PREFIX NAME JOURNAL HANDLING CLAIM_IDLE_MS CONCURRENCY
//   fault_peer client URL PREFIX NAME JOURNAL
//
// Both say "ready", and stop in order when their standard input ends.
//
// A server says "begun N" when job N begins. With HANDLING "gated" each waits until "open" comes on standard
// input, and says "cancelled N" where it was cancelled before; otherwise each takes HANDLING milliseconds.
// Those of negative numbers are done at once, without a word.
//
// To a client comes "call FIRST COUNT TIMEOUT_MS" on standard input. When all calls have ended, it says so.
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

#include "faults/job_handlers.hpp"
#include "faults/noted_calls.hpp"
#include "over_redis.hpp"

namespace clamator::test {
namespace {

void say(const std::string& line) {
  std::puts(line.c_str());
  std::fflush(stdout);
}

void log(log_level level, std::string_view message) {
  std::cerr << to_string(level) << ": " << message << std::endl;
}

// Says when it begins and when it was cancelled.
job_handler spoken(job_handler handler, const work_journal& journal) {
  return [handler = std::move(handler), &journal](job what,
                                                  call_context& context) -> asio::awaitable<job_result> {
    const std::string number = std::to_string(what.number);
    say("begun " + number);
    const std::size_t before = journal.canceled();
    job_result done = co_await handler(what, context);
    if (journal.canceled() > before) say("cancelled " + number);
    co_return done;
  };
}

int serve(char** words) {
  const std::string name = words[4], handling = words[6];
  redis::server_options options{.key_prefix = words[3]};
  options.connection.url = words[2];
  options.instance_id = name;
  options.consumer_claim_idle = std::chrono::milliseconds(std::stoi(words[7]));
  options.log = log;
  work_journal journal;
  const job_handler work = handling == "gated"
                               ? journal.gated(name)
                               : journal.suspending(name, std::chrono::milliseconds(std::stoi(handling)));
  running_server server(options, work_service(noted(words[5], quick_below_zero(spoken(work, journal)))),
                        {.concurrency = std::stoul(words[8])});
  say("ready");
  for (std::string line; std::getline(std::cin, line);) {
    if (line == "open") journal.open_gate();
  }
  return 0;
}

int call(char** words) {
  redis::client_options options{.key_prefix = words[3]};
  options.connection.url = words[2];
  options.instance_id = words[4];
  options.log = log;
  running_client client(options);
  noted_calls calls(client, words[5]);
  say("ready");
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream in(line.substr(line.find(' ')));
    std::int64_t first = 0, timeout = 0;
    std::size_t count = 0;
    in >> first >> count >> timeout;
    calls.call_many(first, count, std::chrono::milliseconds(timeout));
    calls.wait_ended();
    say("all ended: " + calls.endings());
  }
  return 0;
}

}  // namespace
}  // namespace clamator::test

int main(int count, char** words) {
  const std::string kind = count > 1 ? words[1] : "";
  if (kind == "server" && count == 9) return clamator::test::serve(words);
  if (kind == "client" && count == 6) return clamator::test::call(words);
  std::cerr << "usage: fault_peer server URL PREFIX NAME JOURNAL HANDLING CLAIM_IDLE_MS CONCURRENCY\n"
               "       fault_peer client URL PREFIX NAME JOURNAL\n";
  return 2;
}
