#include <gtest/gtest.h>

#include "document_sample.hpp"

using namespace document_sample;

TEST(document_form, text_that_is_not_json) {
  EXPECT_EQ(problems_of("{\n  \"a\": é\n}"),
            (lines{"d.json:2:8: not JSON (syntax error): repair it, or run clamator-contracts again"}));
}

TEST(document_form, text_that_ends_early) {
  EXPECT_EQ(problems_of("{\"a\": [1"),
            (lines{"d.json:1:9: not JSON (incomplete JSON): repair it, or run clamator-contracts again"}));
}

TEST(document_form, a_key_that_stands_twice) {
  EXPECT_EQ(
      problems_of(R"({"a":{"kind":1,"kind":2}})"),
      (lines{
          R"(d.json:1:21: the key "kind" stands twice in one object: take one of the two out, or run clamator-contracts again)"}));
}

TEST(document_form, no_object) {
  EXPECT_EQ(problems_of("[]"),
            (lines{"a contract document must be an object; run clamator-contracts again"}));
}

TEST(document_form, a_newer_version) {
  EXPECT_EQ(problems_of(R"({"clamatorContracts":2,"new":1})"),
            (lines{"the document is of version 2 and this program reads version 1: update clamator"}));
}

TEST(document_form, no_version) {
  EXPECT_EQ(
      problems_of("{}"),
      (lines{
          R"("clamatorContracts" is missing: a contract document must have it; run clamator-contracts again)"}));
}

TEST(document_form, missing_members) {
  EXPECT_EQ(
      problems_of(R"({"clamatorContracts":1})"),
      (lines{R"("service" is missing: a contract document must have it; run clamator-contracts again)",
             R"("export" is missing: a contract document must have it; run clamator-contracts again)",
             R"("source" is missing: a contract document must have it; run clamator-contracts again)",
             R"("target" is missing: a contract document must have it; run clamator-contracts again)",
             R"("methods" is missing: a contract document must have it; run clamator-contracts again)"}));
}

TEST(document_form, unknown_member_of_a_node) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"array","items":{"kind":"boolean","x":1}})")),
      (lines{
          R"(s.m params[]: unknown member "x": a boolean node has kind, description, refined; take it out, or update clamator if a newer clamator-contracts made the document)"}));
}

TEST(document_form, wrong_type) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"string","minLength":-1})")),
      (lines{R"(s.m params: "minLength" must be a whole number from 0 on; run clamator-contracts again)"}));
}

TEST(document_form, flag_that_is_false) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"number","integer":false})")),
            (lines{R"(s.m params: "integer" must be true, or left out; run clamator-contracts again)"}));
}

TEST(document_form, missing_member_of_a_node) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"array"})")),
      (lines{R"(s.m params: "items" is missing: an array node must have it; run clamator-contracts again)"}));
}

TEST(document_form, unknown_kind) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"date"})")),
      (lines{
          R"(s.m params: unknown kind "date": update clamator if a newer clamator-contracts made the document)"}));
}

TEST(document_form, no_node) {
  EXPECT_EQ(problems_of(of_params(object(field("f", "5")))),
            (lines{"s.m params.f: a node must be an object; run clamator-contracts again"}));
}

TEST(document_form, unknown_keys) {
  EXPECT_EQ(
      problems_of(of_params(object("", "drop"))),
      (lines{
          R"(s.m params: "unknown" must be "strip", "strict", "passthrough" or "catchall"; run clamator-contracts again)"}));
}

TEST(document_form, optional_elsewhere) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"array","items":{"kind":"optional","type":{"kind":"any"}}})")),
      (lines{R"(s.m params[]: "optional" may wrap only the type of a field: put its "type" in its place)"}));
}

TEST(document_form, wrappers_in_the_wrong_order) {
  EXPECT_EQ(
      problems_of(of_params(
          object(field("f", R"({"kind":"nullable","type":{"kind":"optional","type":{"kind":"any"}}})")))),
      (lines{
          R"(s.m params.f: "optional" within another wrapper: the order is optional or default, then nullable, then the type, each at most once; run clamator-contracts again)"}));
}

TEST(document_form, nullable_of_any) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"nullable","type":{"kind":"any"}})")),
      (lines{
          R"(s.m params: "nullable" around any, which allows null by itself: put its "type" in its place)"}));
}

TEST(document_form, hash_of_no_result) {
  EXPECT_EQ(
      problems_of(document(R"({"name":"m","params":{"kind":"any"},"hashes":{"params":")" + hash +
                           R"(","result":")" + hash + R"("}})")),
      (lines{R"(s.m: "result" must be left out of a notification's hashes; run clamator-contracts again)"}));
}
