// What the caller of a request hears that was begun too often.
#include "redis/exhausted_reply.hpp"

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

const std::string error =
    R"("error":{"code":-32090,"message":"Delivery attempts exhausted","data":{"attempts":5}}})";

TEST(ExhaustedReply, HasTheIdAsItWasWritten) {
  EXPECT_EQ(exhausted_reply(R"({"jsonrpc":"2.0","method":"a.b","params":{"x":[1]},"id":"k\u0041"})", 5),
            R"({"jsonrpc":"2.0","id":"k\u0041",)" + error);
  EXPECT_EQ(exhausted_reply(R"({"id":1.50,"method":"a.b","jsonrpc":"2.0"})", 5),
            R"({"jsonrpc":"2.0","id":1.50,)" + error);
}

TEST(ExhaustedReply, HasTheIdOfWhatIsNoJsonWhereThereIsOne) {
  EXPECT_EQ(exhausted_reply(R"({"jsonrpc":"2.0","method":"a.b","params":{"x":NaN},"id":"k"})", 5),
            R"({"jsonrpc":"2.0","id":"k",)" + error);
  EXPECT_EQ(exhausted_reply("garbage", 5), "");
  EXPECT_EQ(exhausted_reply("", 5), "");
}

TEST(ExhaustedReply, IsNoneForANotification) {
  EXPECT_EQ(exhausted_reply(R"({"jsonrpc":"2.0","method":"a.b","params":{}})", 5), "");
  EXPECT_EQ(exhausted_reply(R"({"jsonrpc":"2.0","method":"a.b","params":{},"id":null})", 5), "");
}

}  // namespace
}  // namespace clamator::redis::detail
