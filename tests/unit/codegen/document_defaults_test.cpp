#include <gtest/gtest.h>

#include "document_sample.hpp"

using namespace document_sample;

TEST(document_defaults, kind) {
  EXPECT_EQ(problems_of(of_default(R"({"kind":"string"})", "5")),
            (lines{"s.m params.f: its own type refuses the default: expected a string, found 5; change the "
                   "default in the contract"}));
}

TEST(document_defaults, length_in_code_units) {
  EXPECT_EQ(
      problems_of(of_default(R"({"kind":"string","maxLength":1})", R"("😀")")),
      (lines{
          R"(s.m params.f: its own type refuses the default: expected a string of 1 characters or fewer, found "😀"; change the default in the contract)"}));
}

TEST(document_defaults, bound) {
  EXPECT_EQ(problems_of(of_default(R"({"kind":"number","exclusiveMinimum":0})", "0")),
            (lines{"s.m params.f: its own type refuses the default: expected a number above 0, found 0; "
                   "change the default in the contract"}));
}

TEST(document_defaults, integer) {
  EXPECT_EQ(problems_of(of_default(R"({"kind":"number","integer":true})", "1.5")),
            (lines{"s.m params.f: its own type refuses the default: expected an integer, found 1.5; change "
                   "the default in the contract"}));
}

TEST(document_defaults, multiple) {
  EXPECT_EQ(problems_of(of_default(R"({"kind":"number","multipleOf":[0.1]})", "0.25")),
            (lines{"s.m params.f: its own type refuses the default: expected a number that is a multiple of "
                   "0.1, found 0.25; change the default in the contract"}));
}

TEST(document_defaults, enum_value) {
  EXPECT_EQ(
      problems_of(of_default(R"({"kind":"enum","members":[{"value":"a"},{"value":"b"}]})", R"("c")")),
      (lines{
          R"(s.m params.f: its own type refuses the default: the enum has no value "c"; change the default in the contract)"}));
}

TEST(document_defaults, literal) {
  EXPECT_EQ(problems_of(of_default(R"({"kind":"literal","value":true})", "false")),
            (lines{"s.m params.f: its own type refuses the default: expected true, found false; change the "
                   "default in the contract"}));
}

TEST(document_defaults, null) {
  EXPECT_EQ(problems_of(of_default(R"({"kind":"boolean"})", "null")),
            (lines{"s.m params.f: its own type refuses the default: expected a boolean, found null; change "
                   "the default in the contract"}));
}

TEST(document_defaults, items) {
  EXPECT_EQ(problems_of(of_default(R"({"kind":"array","items":{"kind":"any"},"minItems":1})", "[]")),
            (lines{"s.m params.f: its own type refuses the default: expected 1 items or more; change the "
                   "default in the contract"}));
}

TEST(document_defaults, tuple) {
  EXPECT_EQ(problems_of(of_default(R"({"kind":"tuple","items":[{"kind":"any"}]})", "[1,2]")),
            (lines{"s.m params.f: its own type refuses the default: expected a tuple of 1, found 2 items; "
                   "change the default in the contract"}));
}

TEST(document_defaults, within_objects_and_references) {
  EXPECT_EQ(
      problems_of(
          of_default(ref("A"), R"({"list":[{"n":"x"}]})",
                     type("A", object(field("list", R"({"kind":"array","items":)" +
                                                        object(field("n", R"({"kind":"number"})")) + "}"))))),
      (lines{
          R"(s.m params.f: its own type refuses the default, within it at .list[0].n: expected a number, found "x"; change the default in the contract)"}));
}

TEST(document_defaults, missing_field) {
  EXPECT_EQ(problems_of(of_default(object(field("n", R"({"kind":"number"})")), "{}")),
            (lines{"s.m params.f: its own type refuses the default, within it at .n: the field is missing; "
                   "change the default in the contract"}));
}

TEST(document_defaults, strict) {
  EXPECT_EQ(problems_of(of_default(object("", "strict"), R"({"x":1})")),
            (lines{"s.m params.f: its own type refuses the default, within it at .x: the object allows no "
                   "other field; change the default in the contract"}));
}

TEST(document_defaults, key_of_a_record) {
  EXPECT_EQ(
      problems_of(of_default(
          R"({"kind":"record","keys":{"kind":"enum","members":[{"value":"a"},{"value":"b"}]},"values":{"kind":"any"}})",
          R"({"c":1})")),
      (lines{"s.m params.f: its own type refuses the default, within it at .c: the key is not one that the "
             "record allows; change the default in the contract"}));
}

TEST(document_defaults, union) {
  EXPECT_EQ(
      problems_of(of_default(R"({"kind":"union","options":[{"kind":"string"},{"kind":"number"}]})", "true")),
      (lines{"s.m params.f: its own type refuses the default: none of the union's options fits true; change "
             "the default in the contract"}));
}

TEST(document_defaults, tag) {
  EXPECT_EQ(
      problems_of(of_default(R"({"kind":"union","tag":"t","options":[)" +
                                 object(field("t", R"({"kind":"literal","value":"a"})")) + "]}",
                             R"({"t":"b"})")),
      (lines{
          R"(s.m params.f: its own type refuses the default, within it at .t: no option of the union has the tag "b"; change the default in the contract)"}));
}

TEST(document_defaults, that_fills_itself) {
  EXPECT_EQ(
      problems_of(of_params(
          ref("A"), type("A", object(field("kids", R"({"kind":"default","type":{"kind":"array","items":)" +
                                                       ref("A") + R"(},"value":[{}]})"))))),
      (lines{"types.A.kids: the default leaves out what is filled with the same default again, without an "
             "end: spell the value out in the contract, or make the field optional"}));
}

TEST(document_defaults, that_their_type_allows_are_right) {
  EXPECT_EQ(problems_of(of_default(R"({"kind":"nullable","type":{"kind":"string"}})", "null")), lines{});
  EXPECT_EQ(problems_of(of_default(R"({"kind":"string","maxLength":2})", R"("😀")")), lines{});
  EXPECT_EQ(problems_of(of_default(R"({"kind":"number","integer":true,"minimum":1})", "1.0")), lines{});
  EXPECT_EQ(problems_of(of_default(R"({"kind":"number","multipleOf":[0.1]})", "0.3")), lines{});
  EXPECT_EQ(problems_of(
                of_default(R"({"kind":"tuple","items":[{"kind":"any"}],"rest":{"kind":"number"}})", "[0,1]")),
            lines{});
  EXPECT_EQ(problems_of(of_default(object(""), R"({"x":1})")), lines{});
}
