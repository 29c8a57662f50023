#include <gtest/gtest.h>

#include "document_sample.hpp"

using namespace document_sample;

TEST(document_circles, reference_to_itself) {
  EXPECT_EQ(problems_of(of_params(ref("A"), type("A", ref("A")))),
            (lines{"types.A: A is A: checking a value would never end; put an object or an array between, or "
                   "take the reference out"}));
}

TEST(document_circles, circle_of_references) {
  EXPECT_EQ(problems_of(of_params(ref("A"), type("A", ref("B")) + "," +
                                                type("B", R"({"kind":"union","options":[)" + ref("A") +
                                                              R"(,{"kind":"string"}]})"))),
            (lines{"types.A: A is B is A: checking a value would never end; put an object or an array "
                   "between, or take the reference out"}));
}

TEST(document_circles, object_that_requires_itself) {
  EXPECT_EQ(problems_of(of_params(ref("A"), type("A", object(field("b", ref("B")))) + "," +
                                                type("B", object(field("a", ref("A")))))),
            (lines{"types.A: A holds B holds A: no value could end; make one of them optional or nullable, "
                   "or hold it in an array that may be empty"}));
}

TEST(document_circles, array_that_is_not_empty) {
  EXPECT_EQ(problems_of(of_params(ref("A"),
                                  type("A", R"({"kind":"array","items":)" + ref("A") + R"(,"minItems":1})"))),
            (lines{"types.A: A holds A: no value could end; make one of them optional or nullable, or hold "
                   "it in an array that may be empty"}));
}

TEST(document_circles, ends_with_an_optional_a_null_an_array_a_record_or_another_option) {
  const auto ends = [](const std::string& node) {
    return problems_of(of_params(ref("A"), type("A", object(field("a", node)))));
  };
  EXPECT_EQ(ends(R"({"kind":"optional","type":)" + ref("A") + "}"), lines{});
  EXPECT_EQ(ends(R"({"kind":"nullable","type":)" + ref("A") + "}"), lines{});
  EXPECT_EQ(ends(R"({"kind":"array","items":)" + ref("A") + "}"), lines{});
  EXPECT_EQ(ends(R"({"kind":"record","values":)" + ref("A") + "}"), lines{});
  EXPECT_EQ(ends(R"({"kind":"union","options":[)" + ref("A") + R"(,{"kind":"string"}]})"), lines{});
}

TEST(document_circles, are_told_once_and_not_of_those_that_only_hold_them) {
  const auto told = problems_of(of_params(ref("C"), type("A", object(field("a", ref("B")))) + "," +
                                                        type("B", object(field("b", ref("A")))) + "," +
                                                        type("C", object(field("c", ref("A"))))));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].find("types.A: A holds B holds A"), 0U);
}
