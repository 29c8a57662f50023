// What a call fails with when either side breaks the rules, and that the next one does not suffer from it.
#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::ElementsAre;

// The handlers of "shop" do as the price says.
service moody_shop() {
  service made("shop");
  made.handle(shop_buy, [](const order& what, call_context& context) -> asio::awaitable<bill> {
    if (what.price == 13) throw rpc_error(4013, "unlucky", {{"price", 13}, {"why", {"because", nullptr}}});
    if (what.price == 14) throw std::out_of_range("no such shelf");
    co_await asio::post(context.get_executor(), asio::use_awaitable);
    if (what.price == 15) throw rpc_error(-32000, "closed meanwhile");
    co_return bill(what.price);
  });
  made.handle(shop_wish, [](const order&) { throw std::runtime_error("no wishes"); });
  made.handle(shop_echo, [](const sample& what) -> sample {
    if (what.text == "throw") throw 42;
    return what;
  });
  return made;
}

class errors : public conformance {
 protected:
  void SetUp() override {
    serve(moody_shop());
    client = &connect();
  }
  rpc_error failed_purchase(std::int64_t price) {
    return failure_of<rpc_error>(buy(*client, order(price, "nail")));
  }
  void TearDown() override {
    EXPECT_EQ(finished(buy(*client, order(5, "nail"))).total, 5) << "a later call suffers";
    conformance::TearDown();
  }

  clamator::client* client = nullptr;
};
FOR_ALL_TRANSPORTS(errors);

boost::json::value issue_object(const char* path, const char* message, const char* found) {
  return {{"path", path}, {"message", message}, {"found", found}};
}

TEST_P(errors, an_rpc_error_passes_with_code_message_and_data) {
  const rpc_error error = failed_purchase(13);
  EXPECT_EQ(error.code(), 4013);
  EXPECT_EQ(error.message(), "unlucky");
  const boost::json::value data = {{"price", 13}, {"why", {"because", nullptr}}};
  EXPECT_EQ(error.data(), data);
}

TEST_P(errors, an_rpc_error_without_data_has_null) {
  const rpc_error error = failed_purchase(15);
  EXPECT_EQ(error.code(), -32000);
  EXPECT_EQ(error.message(), "closed meanwhile");
  EXPECT_TRUE(error.data().is_null());
}

TEST_P(errors, what_else_a_handler_throws_is_an_internal_error) {
  const rpc_error error = failed_purchase(14);
  EXPECT_EQ(error.code(), error_code::internal_error);
  EXPECT_EQ(error.message(), "Internal error");
  const boost::json::value data = {{"name", "std::out_of_range"}, {"message", "no such shelf"}};
  EXPECT_EQ(error.data(), data);
}

TEST_P(errors, what_is_no_exception_is_an_internal_error_as_well) {
  const auto error = failure_of<rpc_error>(echo(*client, sample("throw")));
  EXPECT_EQ(error.code(), error_code::internal_error);
  EXPECT_EQ(error.data().at("name"), "unknown");
}

TEST_P(errors, an_unknown_method_is_not_found) {
  const auto error = failure_of<rpc_error>(call(*client, "shop", "sell", {{"price", 1}}));
  EXPECT_EQ(error.code(), error_code::method_not_found);
  EXPECT_EQ(error.message(), "Method not found");
}

TEST_P(errors, a_service_that_nobody_serves_ends_as_the_transport_says) {
  EXPECT_EQ(end_of(call(*client, "nobody", "run", {{"number", 1}}, {.timeout = soon})),
            GetParam().unserved_ends);
}

TEST_P(errors, a_name_that_the_wire_does_not_allow_is_found_before_sending) {
  EXPECT_EQ(end_of(call(*client, "Shop", "buy", boost::json::object())), "invalid_name");
  EXPECT_EQ(end_of(call(*client, "shop", "buy it", boost::json::object())), "invalid_name");
  EXPECT_EQ(end_of(notify(*client, "shop", "", boost::json::object())), "invalid_name");
}

TEST_P(errors, params_that_are_no_object_are_found_before_sending) {
  EXPECT_EQ(end_of(call(*client, "shop", "buy", boost::json::array{1, 2})), "invalid_params");
  EXPECT_EQ(end_of(notify(*client, "shop", "wish", nullptr)), "invalid_params");
}

TEST_P(errors, typed_params_that_break_the_contract_are_found_before_sending) {
  const auto error = failure_of<protocol_error>(buy(*client, order(0, "")));
  EXPECT_EQ(error.code(), protocol_errc::invalid_params);
  ASSERT_EQ(error.issues().total(), 2u);
  EXPECT_EQ(error.issues().items()[0].path, "/price");
  EXPECT_EQ(error.issues().items()[0].message, "must be at least 1");
  EXPECT_EQ(error.issues().items()[0].found, "0");
  EXPECT_EQ(error.issues().items()[1].path, "/ware");
  EXPECT_EQ(end_of(wish(*client, order(0, "saw"))), "invalid_params");
}

TEST_P(errors, params_by_name_that_break_the_contract_are_answered_with_every_failure) {
  const boost::json::value params = {{"price", -1}, {"ware", 5}, {"colour", "red"}};
  const auto error = failure_of<rpc_error>(call(*client, "shop", "buy", params));
  EXPECT_EQ(error.code(), error_code::invalid_params);
  EXPECT_EQ(error.message(), "Invalid params");
  EXPECT_THAT(error.data().at("errors").as_array(),
              ElementsAre(issue_object("/price", "must be at least 1", "-1"),
                          issue_object("/ware", "expected a string", "5"),
                          issue_object("/colour", "unknown key", "\"red\"")));
}

TEST_P(errors, a_result_that_breaks_the_contract_is_an_internal_error) {
  const rpc_error error = failed_purchase(1001);
  EXPECT_EQ(error.code(), error_code::internal_error);
  EXPECT_EQ(error.message(), "Result validation failed");
  EXPECT_THAT(error.data().at("errors").as_array(),
              ElementsAre(issue_object("/total", "must be at most 1000", "1001")));
}

TEST_P(errors, a_result_that_the_callers_contract_refuses_is_an_invalid_result) {
  EXPECT_EQ(finished(buy_small(*client, order(10, "nail"))).total, 10);
  const auto error = failure_of<protocol_error>(buy_small(*client, order(11, "nail")));
  EXPECT_EQ(error.code(), protocol_errc::invalid_result);
  ASSERT_EQ(error.issues().total(), 1u);
  EXPECT_EQ(error.issues().items()[0].path, "/total");
  EXPECT_EQ(error.issues().items()[0].found, "11");
}

TEST_P(errors, notifications_that_fail_disturb_nobody) {
  finished(wish(*client, order(1, "saw")));
  finished(notify(*client, "shop", "wish", {{"price", -1}}));
  finished(notify(*client, "shop", "sell", boost::json::object()));
  finished(notify(*client, "shop", "buy", {{"price", 14}, {"ware", "nail"}}));
  EXPECT_EQ(finished(buy(*client, order(3, "nail"))).total, 3);
}

class unsent : public conformance {};
FOR_ALL_TRANSPORTS(unsent);

TEST_P(unsent, params_do_not_reach_the_handler) {
  std::vector<std::int64_t> wished;
  service made("shop");
  made.handle(shop_buy, [](const order& what) { return bill(what.price); });
  made.handle(shop_wish, [&wished](const order& what) { wished.push_back(what.price); });
  serve(std::move(made));
  clamator::client& client = connect();
  EXPECT_EQ(end_of(wish(client, order(-1, "saw"))), "invalid_params");
  finished(notify(client, "shop", "wish", {{"price", -2}, {"ware", "saw"}}));
  finished(wish(client, order(3, "saw")));
  EXPECT_EQ(end_of(buy(client, order(1, "nail"))), "result");
  EXPECT_THAT(wished, ElementsAre(3));
}

}  // namespace
}  // namespace clamator::test
