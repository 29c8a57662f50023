// Entries that somebody made to do harm: each costs itself, and nothing else is lost.
#include <atomic>
#include <optional>

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class hostile_entry : public over_redis {
 protected:
  hostile_entry() {
    server_.emplace(serving(),
                    work_service([this, at_once = journal.at_once()](job what, call_context& context) {
                      has_deadline = context.deadline().has_value();
                      return at_once(what, context);
                    }));
  }

  std::string request(const std::string& id) const {
    return R"({"jsonrpc":"2.0","method":"work.run","params":{"number":5},"id":)" + id + "}";
  }
  // The one reply there is after this entry.
  std::string answer_to(const std::vector<std::string>& fields, const std::string& to) {
    keys.add(fields);
    eventually("it is answered", [&] { return keys.envelopes(to).size() == 1; });
    std::string reply = keys.envelopes(to).front();
    cli.text({"DEL", to});
    return reply;
  }
  // What comes afterwards works, and nothing stays pending.
  void expect_served() {
    running_client client(calling());
    EXPECT_EQ(end_of(client.run(77)).how, "result") << log.text();
    eventually("all are acknowledged", [this] { return keys.pending().empty(); });
  }

  const std::string replies = prefix + ":replies:raw";
  std::atomic<bool> has_deadline = false;  // the last request

 private:
  std::optional<running_server> server_;
};

TEST_F(hostile_entry, ids_come_back_as_they_were_written) {
  for (const std::string& id : {std::string("-1"), std::string("1.50"), std::string("1e300"),
                                std::string("123456789012345678901234567890"), std::string(R"("")"),
                                std::string(R"("\u0000\n")"), '"' + std::string(1'000'000, 'k') + '"'}) {
    EXPECT_THAT(answer_to({"envelope", request(id), "reply-to", replies}, replies),
                HasSubstr(",\"id\":" + id + ','));
  }
  expect_served();
}

TEST_F(hostile_entry, ids_of_other_types_are_refused) {
  for (const char* id : {"{}", "[1]", "true"}) {
    const auto reply = boost::json::parse(answer_to({"envelope", request(id), "reply-to", replies}, replies));
    EXPECT_EQ(reply.at("error").at("code"), -32600) << reply;
    EXPECT_TRUE(reply.at("id").is_null()) << reply;
  }
  expect_served();
}

TEST_F(hostile_entry, text_that_is_no_utf8_is_refused_with_its_id) {
  const std::string envelope =
      "{\"jsonrpc\":\"2.0\",\"method\":\"work.run\",\"params\":{\"x\":\"\xc3(\"},\"id\":\"u\"}";
  const auto reply = boost::json::parse(answer_to({"envelope", envelope, "reply-to", replies}, replies));
  EXPECT_EQ(reply.at("error").at("code"), -32700) << reply;
  EXPECT_THAT(reply.at("error").at("message").as_string().c_str(), HasSubstr("UTF-8"));
  EXPECT_EQ(reply.at("id"), "u");
  expect_served();
}

TEST_F(hostile_entry, thousands_of_fields_and_words_of_the_wire_as_values_do_not_confuse) {
  std::vector<std::string> fields;
  for (int i = 0; i < 5000; ++i) {
    fields.push_back("field" + std::to_string(i));
    fields.push_back(i % 2 == 0 ? "envelope" : "reply-to");
  }
  for (const std::string& each :
       {std::string("envelope"), request("1"), std::string("reply-to"), replies, std::string("envelope"),
        std::string("{}"), std::string("reply-to"), std::string("somewhere else")}) {
    fields.push_back(each);
  }
  EXPECT_EQ(answer_to(fields, replies), R"({"jsonrpc":"2.0","id":1,"result":{"number":5,"server":"a"}})");
  EXPECT_EQ(cli.text({"EXISTS", "somewhere else"}), 0);
  expect_served();
}

TEST_F(hostile_entry, a_reply_stream_with_a_giant_name_is_one) {
  const std::string giant = prefix + ":replies:" + std::string(1'000'000, 'r');
  EXPECT_THAT(answer_to({"envelope", request("1"), "reply-to", giant}, giant), HasSubstr("\"result\""));
  expect_served();
}

TEST_F(hostile_entry, deadlines_that_are_none_count_as_none) {
  for (const char* left : {"", "-5", "soon", "1e3", "9223372036854775807", "99999999999999999999"}) {
    EXPECT_THAT(answer_to({"envelope", request("1"), "reply-to", replies, "x-ttl", left}, replies),
                HasSubstr("\"result\""))
        << left;
    EXPECT_FALSE(has_deadline) << left;
  }
  answer_to({"envelope", request("1"), "reply-to", replies, "x-ttl", "5000"}, replies);
  EXPECT_TRUE(has_deadline);
  expect_served();
}

// Whoever adds an entry may choose its id, and all that come after are above it.
TEST_F(hostile_entry, an_id_beyond_every_clock_has_no_deadline) {
  for (const char* id : {"9223372036853775807-1", "9223372036854775807-1", "18446744073709551615-1"}) {
    cli.text({"XADD", keys.stream(), id, "envelope", request("1"), "reply-to", replies, "x-ttl", "5000"});
    eventually("it is answered", [&] { return keys.envelopes(replies).size() == 1; });
    EXPECT_THAT(keys.envelopes(replies), ElementsAre(HasSubstr("\"result\"")));
    EXPECT_FALSE(has_deadline) << id;
    cli.text({"DEL", replies});
    expect_served();
  }
}

// Every level of a key comes back in each of many paths.
TEST_F(hostile_entry, giant_keys_do_not_come_back_many_times) {
  std::string params = "{\"" + std::string(200'000, 'k') + "\":1";
  for (int i = 0; i < 100; ++i) params += ",\"" + std::to_string(i) + std::string(20'000, 'k') + "\":1";
  const std::string envelope = R"({"jsonrpc":"2.0","method":"work.run","id":"g","params":)" + params + "}}";
  const std::string reply = answer_to({"envelope", envelope, "reply-to", replies}, replies);
  EXPECT_THAT(reply, HasSubstr("-32602"));
  EXPECT_LT(reply.size(), 50'000u);
  expect_served();
}

}  // namespace
}  // namespace clamator::test
