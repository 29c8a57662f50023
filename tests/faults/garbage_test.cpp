// Entries and replies that are none, written straight into the streams.
#include "faults/garbage.hpp"

#include <boost/json/parse.hpp>

#include "faults/scenario.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

class garbage : public scenario {
 protected:
  std::int64_t redis_memory() {
    const auto info = cli.text({"INFO", "memory"});
    const std::string text(info.as_string());
    return std::stoll(text.substr(text.find("used_memory:") + 12));
  }
  std::int64_t length(const std::string& stream) { return cli.text({"XLEN", stream}).as_int64(); }
  void add(const std::string& stream, const std::vector<std::string>& fields) {
    std::vector<std::string> command{"XADD", stream, "*"};
    command.insert(command.end(), fields.begin(), fields.end());
    cli.text(command);
  }
  redis::client_options calling_as_client() {
    redis::client_options options = calling();
    options.instance_id = "client";
    return options;
  }

  const std::string somebody = prefix + ":replies:somebody";
  const std::string replies = prefix + ":replies:client";
  const std::string letters = prefix + ":dead:work";
  const std::vector<std::string> kept = kept_garbage();
  garbage_generator random{20};
};

TEST_F(garbage, in_the_stream_of_requests_costs_no_good_call_and_does_not_pile_up) {
  const std::string good = R"({"jsonrpc":"2.0","method":"work.run","params":{"number":5},"id":"some"})";
  const std::vector<std::string> fields{"type",   "rpc",   "envelope", good,     "reply-to",
                                        somebody, "x-ttl", "20000",    "x-from", "nobody"};
  // Some of it is good enough to run, and nobody called it.
  const job_handler stranger = journal.at_once("stranger"),
                    own = noted(ledger.journal_of("server"), stranger);
  running_server server(serving(claim_idle), work_service([&](job what, call_context& context) {
                          return what.number >= 1'000'000 && what.number < 1'001'000
                                     ? own(what, context)
                                     : stranger(what, context);
                        }));
  running_client client(calling_as_client());
  noted_calls calls(client, ledger, "client");
  std::int64_t memory = 0;
  for (std::int64_t round = 0; round < 4; ++round) {
    for (const std::string& each : kept) keys.add({"type", "rpc", "envelope", each, "reply-to", somebody});
    for (int i = 0; i < 500; ++i) {
      keys.add({"envelope", random.broken(good), "reply-to", somebody});
      keys.add(random.broken_fields(fields));
    }
    calls.call_many(1'000'000 + round * 20, 20);
    calls.wait_ended();
    wait_all_handled();
    EXPECT_GT(length(letters), 0);
    cli.text({"DEL", letters});
    if (round == 0) memory = redis_memory();
  }
  expect_ended(calls, 80);
  eventually("the stream is trimmed", [this] { return keys.length() < 100; });
  EXPECT_LT(length(somebody), 1200);
  EXPECT_LT(redis_memory(), memory + 2'000'000);
}

TEST_F(garbage, in_a_stream_of_replies_costs_no_good_call_and_does_not_pile_up) {
  const std::string good =
      R"({"jsonrpc":"2.0","id":"01234567-89ab-4def-8123-456789abcdef","result":{"number":1}})";
  running_server server(serving(claim_idle), noted_work("server", journal.at_once("server")));
  running_client client(calling_as_client());
  noted_calls calls(client, ledger, "client");
  for (std::int64_t round = 0; round < 4; ++round) {
    for (const std::string& each : kept) add(replies, {"type", "rpc", "envelope", each});
    for (int i = 0; i < 500; ++i) {
      add(replies, {"envelope", random.broken(good)});
      add(replies, random.broken_fields({"type", "rpc", "envelope", good}));
    }
    calls.call_many(round * 200, 200);
    calls.wait_ended();
  }
  expect_ended(calls, 800);
  EXPECT_LT(length(replies), 1200);
}

// One call after another gets a broken reply with its own id, and then a good one.
TEST_F(garbage, with_a_calls_own_id_ends_that_call_once) {
  running_client client(calling_as_client());
  std::size_t results = 0, malformed = 0;
  for (std::int64_t number = 0; number < 200; ++number) {
    auto begun = client.run(number);
    eventually("it is on the stream", [this] { return keys.length() == 1; });
    const auto entry = cli.text({"XRANGE", keys.stream(), "-", "+"}).at(0).at(1);
    const auto request = boost::json::parse(entry.at(3).as_string());
    cli.text({"XTRIM", keys.stream(), "MAXLEN", "0"});
    const std::string head =
        R"({"jsonrpc":"2.0","id":")" + std::string(request.at("id").as_string()) + R"(",)";
    const std::string result = R"("result":{"number":)" + std::to_string(number) + R"(,"server":"me"}})";
    add(replies, {"type", "rpc", "envelope", head + random.broken(result)});
    add(replies, {"type", "rpc", "envelope", head + result});
    const outcome end = end_of(std::move(begun));
    results += end.how == "result";
    malformed += end.how == "protocol_error";
    EXPECT_TRUE(end.how == "result" || end.how == "protocol_error") << end.how << ": " << end.text;
  }
  EXPECT_GT(malformed, 50u);
  EXPECT_EQ(results + malformed, 200u);
}

}  // namespace
}  // namespace clamator::test
