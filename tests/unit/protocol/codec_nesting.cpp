// How deep values may nest, read and written: whatever the depth, the stack holds.

#include <gtest/gtest.h>

#include "codec_support.hpp"

namespace {

// A list as a program may build it in a loop.
struct chain {
  std::int64_t number = 0;
  std::unique_ptr<chain> next;
};
constexpr auto describe_fields(clamator::type<chain>) {
  return clamator::fields<chain>(clamator::field("number", &chain::number),
                                 clamator::field("next", &chain::next));
}

chain chain_of(int links) {
  chain first;
  for (int i = 1; i < links; ++i) {
    auto rest = std::make_unique<chain>(std::move(first));
    first = chain{i, std::move(rest)};
  }
  return first;
}

// Without the recursion of its destructor.
void take_apart(chain& first) {
  while (first.next) first = std::move(*std::unique_ptr(std::move(first.next)));
}

boost::json::value arrays_of(int depth) {
  boost::json::value made = nullptr;
  for (int i = 0; i < depth; ++i) {
    boost::json::array outer;
    outer.push_back(std::move(made));
    made = std::move(outer);
  }
  return made;
}

TEST(Nesting, OfWhatIsWrittenIsBounded) {
  EXPECT_EQ(issues_writing(arrays_of(250)), "");
  EXPECT_THAT(issues_writing(arrays_of(1001)), testing::HasSubstr("/0/0: nested more than 1000 deep"));
  EXPECT_THAT(issues_writing(arrays_of(5000)), testing::HasSubstr("/0/0: nested more than 1000 deep"));
}

TEST(Nesting, OfWhatIsWrittenCountsEveryKindOfContainer) {
  chain longest = chain_of(1000);
  EXPECT_EQ(clamator::to_json(longest).substr(0, 25), R"({"number":999,"next":{"nu)");
  chain longer = chain_of(100'000);
  EXPECT_THROW(clamator::to_json(longer), clamator::protocol_error);
  take_apart(longest);
  take_apart(longer);
  using lists = std::map<std::string, std::vector<boost::json::value>>;
  EXPECT_EQ(issues_writing(lists{{"a", {arrays_of(240)}}}), "");
  EXPECT_THAT(issues_writing(lists{{"a", {arrays_of(999)}}}), testing::HasSubstr("deep"));
}

TEST(Nesting, OfWhatIsReadMayBeAsDeepAsTheDeepestOption) {
  const auto read = [](const std::string& text) {
    clamator::json::reader in(text, clamator::json::deepest);
    boost::json::value value;
    clamator::issue_list issues;
    clamator::decode(in, value, issues);
    return in.finish() && issues.empty();
  };
  EXPECT_TRUE(read(std::string(1000, '[') + std::string(1000, ']')));
  EXPECT_FALSE(read(std::string(1001, '[') + std::string(1001, ']')));
}

}  // namespace
