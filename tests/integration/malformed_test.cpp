// Entries that no client of ours writes.
#include <boost/json/parse.hpp>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::SizeIs;

struct malformed_case {
  const char* name;
  const char* envelope;
  std::int64_t code;
  const char* id;  // as JSON
};

class malformed : public over_redis, public ::testing::WithParamInterface<malformed_case> {
 protected:
  const std::string replies = prefix + ":replies:raw";

  // What comes after it works.
  void expect_served() {
    running_client client(calling());
    EXPECT_EQ(end_of(client.run(77)).how, "result");
    eventually("all are acknowledged", [this] { return keys.pending().empty(); });
  }
};

TEST_P(malformed, is_answered_with_its_error) {
  const malformed_case& given = GetParam();
  running_server server(serving(), work_service(journal.at_once()));
  keys.add({"type", "rpc", "envelope", given.envelope, "reply-to", replies});
  eventually("it is answered", [this] { return keys.envelopes(replies).size() == 1; });
  const boost::json::value reply = boost::json::parse(keys.envelopes(replies).front());
  EXPECT_EQ(reply.at("error").at("code"), given.code) << reply;
  EXPECT_EQ(reply.at("id"), boost::json::parse(given.id)) << reply;
  expect_served();
  // The same from one who wants no answer.
  keys.add({"type", "rpc", "envelope", given.envelope});
  expect_served();
  EXPECT_THAT(keys.envelopes(replies), SizeIs(1));
}

INSTANTIATE_TEST_SUITE_P(
    request, malformed,
    ::testing::Values(
        malformed_case{"garbage", "\x01\xff garbage", -32700, "null"},
        malformed_case{"not_json_with_an_id",
                       R"({"jsonrpc":"2.0","id":"k1","method":"work.run","params":{"number":NaN}})", -32700,
                       R"("k1")"},
        malformed_case{"not_json_without_an_id", R"({"jsonrpc":"2.0",)", -32700, "null"},
        malformed_case{"empty_object", "{}", -32600, "null"},
        malformed_case{"batch", R"([{"jsonrpc":"2.0","id":"k1","method":"work.run","params":{}}])", -32600,
                       "null"},
        malformed_case{"wrong_version", R"({"jsonrpc":"1.0","id":"k1","method":"work.run","params":{}})",
                       -32600, R"("k1")"},
        malformed_case{"no_version", R"({"id":7,"method":"work.run","params":{}})", -32600, "7"},
        malformed_case{"bad_method_name", R"({"jsonrpc":"2.0","id":"k1","method":"Work","params":{}})",
                       -32600, R"("k1")"},
        malformed_case{"unknown_method", R"({"jsonrpc":"2.0","id":"k1","method":"work.none","params":{}})",
                       -32601, R"("k1")"},
        malformed_case{"service_of_another_stream",
                       R"({"jsonrpc":"2.0","id":"k1","method":"other.run","params":{"number":1}})", -32601,
                       R"("k1")"},
        malformed_case{"bad_params",
                       R"({"jsonrpc":"2.0","id":"k1","method":"work.run","params":{"number":"x"}})", -32602,
                       R"("k1")"}),
    [](const auto& given) { return std::string(given.param.name); });

TEST_F(malformed, entry_without_an_envelope_is_acknowledged_and_said) {
  running_server server(serving(), work_service(journal.at_once()));
  const std::string id = keys.add({"type", "rpc", "reply-to", replies});
  log.wait_for("entry " + id + " of " + keys.stream() + " has no envelope");
  expect_served();
}

TEST_F(malformed, fields_in_any_order_with_others_among_them_are_read) {
  running_server server(serving(), work_service(journal.at_once()));
  keys.add({"x-new", "1", "reply-to", replies, "envelope",
            R"({"jsonrpc":"2.0","method":"work.run","params":{"number":5},"id":12})", "odd", "", "type",
            "rpc"});
  eventually("it is answered", [this] { return keys.envelopes(replies).size() == 1; });
  EXPECT_EQ(boost::json::parse(keys.envelopes(replies).front()),
            boost::json::parse(R"({"jsonrpc":"2.0","id":12,"result":{"number":5,"server":"a"}})"));
}

TEST_F(malformed, call_of_a_notification_is_answered_with_null) {
  running_server server(serving(), work_service(journal.at_once()));
  keys.add({"type", "rpc", "envelope",
            R"({"jsonrpc":"2.0","method":"work.note","params":{"number":5},"id":"n"})", "reply-to", replies});
  eventually("it is answered", [this] { return keys.envelopes(replies).size() == 1; });
  EXPECT_EQ(boost::json::parse(keys.envelopes(replies).front()),
            boost::json::parse(R"({"jsonrpc":"2.0","id":"n","result":null})"));
}

TEST_F(malformed, reply_fails_its_call_and_a_strange_one_is_passed_over) {
  redis::client_options options = calling();
  options.instance_id = "me";
  running_client client(options);
  cli.text({"XADD", prefix + ":replies:me", "*", "note", "no envelope"});
  cli.text({"XADD", prefix + ":replies:me", "*", "envelope", "garbage"});
  cli.text(
      {"XADD", prefix + ":replies:me", "*", "envelope", R"({"jsonrpc":"2.0","id":"unknown","result":1})"});
  auto begun = client.run(1);
  eventually("it is on the stream", [this] { return keys.length() == 1; });
  const auto entry = cli.text({"XRANGE", keys.stream(), "-", "+"}).at(0).at(1);
  const auto request = boost::json::parse(entry.at(3).as_string());
  const std::string id(request.at("id").as_string());
  cli.text({"XADD", prefix + ":replies:me", "*", "envelope",
            R"({"jsonrpc":"2.0","id":")" + id + R"(","result":NaN})"});
  EXPECT_EQ(end_of(std::move(begun)).how, "protocol_error");
}

}  // namespace
}  // namespace clamator::test
