#include <gtest/gtest.h>

#include "document_sample.hpp"

using namespace document_sample;
namespace codegen = clamator::codegen;

namespace {

codegen::contract read(const std::string& text) {
  codegen::diagnostics problems;
  auto found = codegen::read_document("d.json", text, problems);
  for (const auto& each : problems.all()) ADD_FAILURE() << each.place << ": " << each.message;
  return found.value();
}

const codegen::object_type& params_of(const codegen::contract& of) {
  return *codegen::as<codegen::object_type>(*of.methods.at(0).params);
}

std::string nested_arrays(std::size_t depth) {
  std::string text = R"({"kind":"any"})";
  for (std::size_t i = 1; i < depth; ++i) text = R"({"kind":"array","items":)" + text + "}";
  return of_params(text);
}

}  // namespace

TEST(document, wrappers_become_presence_and_nullable) {
  const auto found = read(of_params(object(
      field(
          "a",
          R"({"kind":"optional","type":{"kind":"nullable","type":{"kind":"string"}},"description":"outer"})") +
      "," + field("b", R"({"kind":"default","type":{"kind":"number","refined":["refine"]},"value":5})"))));
  const auto& fields = params_of(found).fields;
  EXPECT_EQ(fields[0].how, codegen::presence::optional);
  EXPECT_TRUE(fields[0].type->nullable);
  EXPECT_EQ(fields[0].type->description, "outer");
  EXPECT_TRUE(codegen::as<codegen::string_type>(*fields[0].type));
  EXPECT_EQ(fields[1].how, codegen::presence::defaulted);
  EXPECT_EQ(fields[1].default_value, boost::json::value(5));
  EXPECT_EQ(fields[1].type->refined, std::vector<std::string>{"refine"});
}

TEST(document, members_of_a_string_are_read) {
  const auto found = read(
      of_params(R"({"kind":"string","minLength":1,"maxLength":9,"patterns":[{"source":"^a","flags":"gi"}],)"
                R"("formats":[{"format":"datetime","offset":true,"precision":3}]})"));
  const auto& text = *codegen::as<codegen::string_type>(*found.methods[0].params);
  EXPECT_EQ(text.min_length, 1U);
  EXPECT_EQ(text.max_length, 9U);
  EXPECT_EQ(text.patterns.at(0).source, "^a");
  EXPECT_EQ(text.patterns.at(0).flags, "i");
  EXPECT_TRUE(text.formats.at(0).offset);
  EXPECT_EQ(text.formats.at(0).precision, 3U);
}

TEST(document, a_method_without_result_is_a_notification) {
  const auto found = read(of_params(R"({"kind":"any"})"));
  EXPECT_FALSE(found.methods[0].result);
  EXPECT_EQ(found.methods[0].params_hash, hash);
  EXPECT_EQ(found.service, "s");
  EXPECT_EQ(found.file, "d.json");
}

TEST(document, a_hundred_nodes_may_nest_and_no_more) {
  EXPECT_EQ(problems_of(nested_arrays(100)), lines{});
  const auto told = problems_of(nested_arrays(101));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_NE(told[0].find("nodes nest deeper than 100: export a part of the schema"), std::string::npos);
}

TEST(document, all_errors_are_told_not_only_the_first) {
  const auto told =
      problems_of(document(method("M", R"({"kind":"strin"})") + "," + method("n", ref("Missing"))));
  EXPECT_EQ(told.size(), 3U);
}
