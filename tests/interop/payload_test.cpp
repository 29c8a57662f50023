// What calls can carry, in every pairing.
#include <cmath>

#include "interop/pairing.hpp"

namespace clamator::interop {
namespace {

namespace json = boost::json;

class PayloadTest : public paired {
 protected:
  // The value comes back as it went; shown only where it is short.
  void expect_echoed(const json::value& value, const std::string& text) {
    const outcome answer = client_->call("echo", R"({"value":)" + text + "}");
    ASSERT_EQ(answer.how, ending::result) << answer;
    EXPECT_TRUE(answer.result.at("value") == value) << answer;
  }
};
INSTANTIATE_TEST_SUITE_P(Interop, PayloadTest, testing::ValuesIn(all_pairings()), parameter_name());

TEST_P(PayloadTest, UnicodeComesBack) {
  expect_echoed("h\u00e9 \u4e2d\u6587 \U0001f9ee \u2028 e\u0301",
                "\"h\u00e9 \u4e2d\u6587 \U0001f9ee \u2028 e\u0301\"");
  expect_echoed("\U0001f9ee\u00e9", R"("\ud83e\uddee\u00e9")");
  expect_echoed(json::string_view("\0\x01\x1f\x7f\"\\/\b\f\n\r\t", 12),
                R"("\u0000\u0001\u001f\u007f\"\\\/\b\f\n\r\t")");
  expect_echoed({{"\u00fcber", 1}, {"", 2}, {"\U0001f9ee", 3}}, "{\"\u00fcber\":1,\"\":2,\"\U0001f9ee\":3}");
}

TEST_P(PayloadTest, AMegabyteComesBack) {
  const std::string text(1 << 20, 'x');
  expect_echoed(json::string(text), "\"" + text + "\"");

  json::array numbers;
  std::string list;
  for (std::int64_t i = 0; i < 20'000; ++i) {
    numbers.push_back(i);
    list.append(list.empty() ? "" : ",").append(std::to_string(i));
  }
  expect_echoed(numbers, "[" + list + "]");
}

TEST_P(PayloadTest, DeepNestingComesBack) {
  json::value value = "the bottom";
  std::string text = "\"the bottom\"";
  for (int level = 0; level < 75; ++level) {
    value = json::array{json::object{{"in", std::move(value)}}};
    text = R"([{"in":)" + text + "}]";
  }
  expect_echoed(value, text);
}

TEST_P(PayloadTest, NumbersAtTheirLimitsArriveAndComeBack) {
  const outcome answer = client_->call(
      "measure",
      R"({"doubles":[1e308,-1.7976931348623157e308,5e-324,2.2250738585072014e-308,-0.0,0.1,0.30000000000000004,)"
      R"(9007199254740992,1e22,123456789.125,-1e-7],)"
      R"("integers":[9223372036854775807,-9223372036854775808,9007199254740992,-9007199254740993,0]})");
  ASSERT_EQ(answer.how, ending::result) << answer;
  EXPECT_EQ(
      answer.result.at("seen"),
      json::value({"1e+308", "-1.7976931348623157e+308", "4.9406564584124654e-324", "2.2250738585072014e-308",
                   "-0", "0.10000000000000001", "0.30000000000000004", "9007199254740992", "1e+22",
                   "123456789.125", "-9.9999999999999995e-08", "9223372036854775807", "-9223372036854775808",
                   "9007199254740992", "-9007199254740993", "0"}));

  const std::vector<double> sent{1e308,
                                 -1.7976931348623157e308,
                                 5e-324,
                                 2.2250738585072014e-308,
                                 -0.0,
                                 0.1,
                                 0.30000000000000004,
                                 9007199254740992.0,
                                 1e22,
                                 123456789.125,
                                 -1e-7};
  const json::array& doubles = answer.result.at("doubles").as_array();
  ASSERT_EQ(doubles.size(), sent.size());
  for (std::size_t i = 0; i < sent.size(); ++i) {
    EXPECT_EQ(doubles[i].to_number<double>(), sent[i]);
    EXPECT_EQ(std::signbit(doubles[i].to_number<double>()), std::signbit(sent[i])) << sent[i];
  }
  EXPECT_EQ(answer.result.at("integers"),
            json::value({9223372036854775807, std::numeric_limits<std::int64_t>::min(), 9007199254740992,
                         -9007199254740993, 0}));
}

TEST_P(PayloadTest, AnIntegerFieldTakesAFloatWithoutFraction) {
  const outcome sum = client_->call("add", R"({"a":5.0,"b":5e0})");
  EXPECT_EQ(sum.result, json::value({{"sum", 10}})) << sum;
}

}  // namespace
}  // namespace clamator::interop
