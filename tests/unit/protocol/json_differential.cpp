// Our reader and writer against simdjson and nlohmann: the same documents are accepted, with the same values.

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <clamator/protocol/codec.hpp>

#include "json_documents.hpp"
#include "same_value.hpp"

namespace {

struct outcome {
  bool valid = false;     // the syntax is right
  bool in_range = false;  // and so are all numbers
  boost::json::value value;
};

outcome read_by_us(std::string_view text) {
  outcome result;
  clamator::json::reader in(text);
  clamator::issue_list issues;
  clamator::decode(in, result.value, issues);
  result.valid = in.finish();
  result.in_range = result.valid;
  for (const clamator::issue& one : issues.items()) {
    if (one.message == "number out of range") result.in_range = false;
  }
  return result;
}

bool skipped_by_us(std::string_view text) {
  clamator::json::reader in(text);
  in.skip();
  return in.finish();
}

class Differential : public testing::TestWithParam<std::uint32_t> {
 protected:
  // What simdjson says of the text; integers beyond 64 bits are an error of their own to it.
  simdjson::error_code simdjson_verdict(const std::string& text) {
    return parser_.parse(simdjson::padded_string(text)).error();
  }

 private:
  simdjson::dom::parser parser_;
};

TEST_P(Differential, ValidDocumentsHaveTheSameValues) {
  document_maker make(GetParam());
  for (int i = 0; i < 1000; ++i) {
    const std::string text = make.document();
    const outcome ours = read_by_us(text);
    ASSERT_TRUE(ours.valid) << text;
    ASSERT_TRUE(skipped_by_us(text)) << text;
    const nlohmann::json theirs = nlohmann::json::parse(text, nullptr, false);
    ASSERT_EQ(ours.in_range, !theirs.is_discarded()) << text;
    if (!ours.in_range) continue;
    ASSERT_TRUE(same(ours.value, theirs)) << text;
    const std::string written = clamator::to_json(ours.value);
    ASSERT_TRUE(same(ours.value, nlohmann::json::parse(written))) << text << "\n" << written;
  }
}

TEST_P(Differential, TheSameDocumentsAreRefused) {
  document_maker make(GetParam());
  int refused = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string text = make.mutated(make.document());
    const outcome ours = read_by_us(text);
    ASSERT_EQ(ours.valid, skipped_by_us(text)) << text;
    ASSERT_EQ(ours.in_range, nlohmann::json::accept(text)) << text;
    const simdjson::error_code theirs = simdjson_verdict(text);
    if (theirs != simdjson::NUMBER_ERROR) {
      ASSERT_EQ(ours.in_range, theirs == simdjson::SUCCESS) << text << "\n" << theirs;
    }
    refused += ours.valid ? 0 : 1;
  }
  EXPECT_GT(refused, 1000);
  EXPECT_LT(refused, 3900);
}

TEST_P(Differential, DoublesAreTheSameToTheBit) {
  document_maker make(GetParam());
  simdjson::dom::parser parser;
  int compared = 0;
  for (int i = 0; i < 5000; ++i) {
    const std::string text = make.number();
    if (text == "-0") continue;  // an integer to simdjson, so without its sign
    double theirs = 0;
    if (parser.parse(simdjson::padded_string(text)).get(theirs) != simdjson::SUCCESS) continue;
    clamator::json::reader in(text);
    const auto ours = in.read_number().as_double();
    ASSERT_TRUE(in.finish() && ours) << text;
    ASSERT_EQ(std::bit_cast<std::uint64_t>(*ours), std::bit_cast<std::uint64_t>(theirs)) << text;
    ++compared;
  }
  EXPECT_GT(compared, 2000);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Differential, testing::Range(1U, 6U));

}  // namespace
