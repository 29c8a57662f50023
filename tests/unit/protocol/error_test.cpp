#include <gtest/gtest.h>

#include <clamator/protocol/error.hpp>

namespace clamator {
namespace {

TEST(Error, AnRpcErrorKeepsWhatItWasMadeOf) {
  const rpc_error failure(-32100, "no such order", {{"id", 7}});
  EXPECT_EQ(failure.code(), -32100);
  EXPECT_EQ(failure.message(), "no such order");
  EXPECT_STREQ(failure.what(), "no such order");
  EXPECT_EQ(failure.data(), (boost::json::value{{"id", 7}}));
  EXPECT_TRUE(rpc_error(1, "x").data().is_null());
}

TEST(Error, AProtocolErrorNamesItsIssues) {
  issue_list issues;
  issues.add("missing");
  issues.prefix(0, "a");
  const protocol_error failure(protocol_errc::invalid_params, "arith.add: invalid params", issues);
  EXPECT_EQ(failure.code(), protocol_errc::invalid_params);
  EXPECT_STREQ(failure.what(), "arith.add: invalid params: /a: missing");
  EXPECT_EQ(failure.issues().total(), 1u);
  EXPECT_STREQ(protocol_error(protocol_errc::malformed_reply, "x").what(), "x");
}

TEST(Error, AllHaveOneBase) {
  EXPECT_THROW(throw rpc_error(1, "x"), error);
  EXPECT_THROW(throw protocol_error(protocol_errc::invalid_name, "x"), error);
  EXPECT_THROW(throw transport_error(transport_errc::stopped, "x"), error);
  EXPECT_THROW(throw usage_error("x"), error);
  EXPECT_THROW(throw rpc_error(1, "x"), std::runtime_error);
}

TEST(Error, CodesHaveTheirEnumeratorsNames) {
  EXPECT_EQ(to_string(protocol_errc::invalid_name), "invalid_name");
  EXPECT_EQ(to_string(protocol_errc::malformed_reply), "malformed_reply");
  EXPECT_EQ(to_string(transport_errc::outcome_unknown), "outcome_unknown");
  EXPECT_EQ(to_string(transport_errc::connection_lost), "connection_lost");
}

}  // namespace
}  // namespace clamator
