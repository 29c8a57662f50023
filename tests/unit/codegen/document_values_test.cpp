#include <gtest/gtest.h>

#include "document_sample.hpp"

using namespace document_sample;

TEST(document_values, lengths) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"string","minLength":3,"maxLength":2})")),
            (lines{"s.m params: minLength 3 is above maxLength 2, so no value fits: change one of them in "
                   "the contract"}));
}

TEST(document_values, items) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"array","items":{"kind":"any"},"minItems":3,"maxItems":2})")),
            (lines{"s.m params: minItems 3 is above maxItems 2, so no value fits: change one of them in the "
                   "contract"}));
}

TEST(document_values, numbers) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"number","minimum":1.5,"exclusiveMaximum":1.5})")),
            (lines{"s.m params: no number is within minimum 1.5 and exclusiveMaximum 1.5: change one of them "
                   "in the contract"}));
}

TEST(document_values, integers) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"number","integer":true,"exclusiveMinimum":1,"exclusiveMaximum":2})")),
      (lines{"s.m params: no integer is within exclusiveMinimum 1 and exclusiveMaximum 2: change one of them "
             "in the contract"}));
}

TEST(document_values, multiple_of_zero) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"number","multipleOf":[0]})")),
            (lines{"s.m params: nothing is a multiple of 0: change multipleOf in the contract"}));
}

TEST(document_values, empty_enum) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"enum","members":[]})")),
            (lines{"s.m params: an enum without members allows no value: give it one in the contract"}));
}

TEST(document_values, enum_value_twice) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"enum","members":[{"value":1},{"value":1.0}]})")),
            (lines{"s.m params: the enum has the value 1 twice: take one of the two out"}));
}

TEST(document_values, unknown_format) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"string","formats":[{"format":"mail"}]})")),
      (lines{
          R"(s.m params: unknown format "mail": update clamator if a newer clamator-contracts made the document)"}));
}

TEST(document_values, option_of_another_format) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"string","formats":[{"format":"email","precision":3}]})")),
            (lines{R"(s.m params: the format "email" has no option "precision": take it out)"}));
}

TEST(document_values, ip_version) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"string","formats":[{"format":"ip","version":"v5"}]})")),
      (lines{
          R"(s.m params: the version of the format "ip" must be "v4" or "v6", not "v5": change it, or leave it out for both)"}));
}

TEST(document_values, pattern_that_cannot_be_translated) {
  EXPECT_EQ(problems_of(of_params(R"j({"kind":"string","patterns":[{"source":"a(?=b)"}]})j")),
            (lines{"s.m params: the pattern /a(?=b)/ cannot be used: looking ahead, (?= or (?!, has no "
                   "counterpart: give the schema a second regex(), or check it in the handler"}));
}

TEST(document_values, pattern_that_does_not_parse) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"string","patterns":[{"source":"a**"}]})")),
            (lines{"s.m params: the pattern /a**/ cannot be used: nothing to repeat at character 2, so it is "
                   "no JavaScript regular expression; correct it in the contract"}));
}

TEST(document_values, keys_of_a_record) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"record","keys":{"kind":"number"},"values":{"kind":"any"}})")),
            (lines{"s.m params{key}: the keys of a record are strings: use a string or an enum of strings in "
                   "the contract"}));
}
