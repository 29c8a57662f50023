#include <gtest/gtest.h>

#include "document_sample.hpp"

using namespace document_sample;

TEST(document_names, service_name) {
  EXPECT_EQ(
      problems_of(
          R"({"clamatorContracts":1,"service":"S_","export":"e","source":"s","target":"t","methods":[]})"),
      (lines{
          R"(the service name "S_" is not allowed: it begins with a-z, then a-z, 0-9 and - may follow; rename the service)"}));
}

TEST(document_names, method_name) {
  EXPECT_EQ(
      problems_of(document(method("do-it", R"({"kind":"any"})"))),
      (lines{
          R"(s.do-it: the method name "do-it" is not allowed: it begins with a-z, then a-z, A-Z and 0-9 may follow; rename the method)"}));
}

TEST(document_names, method_twice) {
  EXPECT_EQ(problems_of(document(method("m", R"({"kind":"any"})") + "," + method("m", R"({"kind":"any"})"))),
            (lines{"s.m: the service has two methods of this name: rename one of them"}));
}

TEST(document_names, methods_equal_in_snake_case) {
  EXPECT_EQ(
      problems_of(
          document(method("getURL", R"({"kind":"any"})") + "," + method("getUrl", R"({"kind":"any"})"))),
      (lines{
          R"(s.getUrl: the methods "getURL" and "getUrl" would both be "get_url" in C++ and Python: rename one of them)"}));
}

TEST(document_names, type_name) {
  EXPECT_EQ(
      problems_of(of_params(ref("a"), type("a", R"({"kind":"any"})"))),
      (lines{
          R"(types.a: the type name "a" is not allowed: it begins with A-Z, then A-Z, a-z and 0-9 may follow; rename the export that the contract gives the schema)"}));
}

TEST(document_names, type_twice) {
  EXPECT_EQ(
      problems_of(of_params(ref("A"), type("A", R"({"kind":"any"})") + "," + type("A", R"({"kind":"any"})"))),
      (lines{"types.A: two types have this name: rename one of them"}));
}

TEST(document_names, types_equal_but_for_case) {
  EXPECT_EQ(problems_of(of_params(R"({"kind":"tuple","items":[)" + ref("Ab") + "," + ref("AB") + "]}",
                                  type("AB", object("")) + "," + type("Ab", object("")))),
            (lines{R"(types.Ab: the type names "AB" and "Ab" differ only in case: rename one of them)"}));
}

TEST(document_names, field_twice) {
  EXPECT_EQ(
      problems_of(of_params(object(field("f", R"({"kind":"any"})") + "," + field("f", R"({"kind":"any"})")))),
      (lines{R"(s.m params: two fields are named "f": rename one of them)"}));
}

TEST(document_names, hash_of_wrong_form) {
  EXPECT_EQ(problems_of(document(R"({"name":"m","params":{"kind":"any"},"hashes":{"params":"abc"}})")),
            (lines{"s.m: the hash of its params is not the 64 digits 0-9a-f of a SHA-256: run "
                   "clamator-contracts again"}));
}

TEST(document_names, reference_to_no_type) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"record","values":)" + ref("B") + "}")),
      (lines{R"(s.m params{}: there is no type "B" in "types": add it, or run clamator-contracts again)"}));
}

TEST(document_names, type_that_is_not_used) {
  EXPECT_EQ(
      problems_of(of_params(R"({"kind":"any"})", type("A", ref("A2")) + "," + type("A2", object("")))),
      (lines{"warning: types.A: no method uses this type: take it out, or run clamator-contracts again",
             "warning: types.A2: no method uses this type: take it out, or run clamator-contracts again"}));
}
