#include <gtest/gtest.h>

#include "document_sample.hpp"

using namespace document_sample;

TEST(document_unions, one_option) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"union","options":[{"kind":"any"}]})")),
            (lines{"s.m params: a union must have two options or more: put the one in its place; run "
                   "clamator-contracts again"}));
}

TEST(document_unions, null_as_an_option) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"union","options":[{"kind":"string"},{"kind":"null"}]})")),
      (lines{
          R"(s.m params|1: null as an option: take it out and put "nullable" around the union; run clamator-contracts again)"}));
}

TEST(document_unions, union_within_a_union) {
  EXPECT_EQ(
      problems_of(of_params(
          R"({"kind":"union","options":[{"kind":"string"},{"kind":"union","options":[{"kind":"number"},{"kind":"boolean"}]}]})")),
      (lines{"s.m params|1: a union within a union: put its options in its place; run clamator-contracts "
             "again"}));
}

TEST(document_unions, enum_in_disguise) {
  EXPECT_EQ(
      problems_of(of_params(
          R"({"kind":"union","options":[{"kind":"literal","value":1},{"kind":"literal","value":"a"}]})")),
      (lines{"s.m params: a union of literals with values of their own is an enum: run clamator-contracts "
             "again"}));
}

TEST(document_unions, tagged_without_options) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"union","tag":"t","options":[]})")),
            (lines{"s.m params: a union without options allows no value: give it one in the contract"}));
}

TEST(document_unions, tagged_option_that_is_no_object) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"union","tag":"t","options":[{"kind":"string"}]})")),
      (lines{
          R"(s.m params|0: an option of a union with the tag "t" must be an object: make it one, or use z.union in the contract)"}));
}

TEST(document_unions, option_without_the_tag) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"union","tag":"t","options":[)" + object("") + "]}")),
      (lines{
          R"(s.m params|0: the option lacks the field "t", which is the union's tag: give it a literal or an enum of that name)"}));
}

TEST(document_unions, tag_that_is_no_literal) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"union","tag":"t","options":[)" +
                                  object(field("t", R"({"kind":"string"})")) + "]}")),
            (lines{"s.m params|0.t: the tag of a union must be a literal or an enum, neither optional nor "
                   "nullable: make it so, or use z.union in the contract"}));
}

TEST(document_unions, tag_twice) {
  EXPECT_EQ(problems_of(of_params(
                R"({"kind":"union","tag":"t","options":[)" + ref("A") + "," +
                    object(field("t", R"({"kind":"enum","members":[{"value":"b"},{"value":"a"}]})")) + "]}",
                type("A", object(field("t", R"({"kind":"literal","value":"a"})"))))),
            (lines{R"(s.m params|1.t: two options have the tag "a": give each values of its own)"}));
}
