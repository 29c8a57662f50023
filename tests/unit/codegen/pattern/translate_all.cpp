// For python_verdicts.py: reads a JSON list of {"source", "flags"} and prints one of what to_python(),
// to_re2() and RE2 make of each. A case may carry "texts"; then "re2" is RE2's verdict of each.
#include <iostream>
#include <iterator>
#include <string>

#include <boost/json.hpp>
#include <re2/re2.h>

#include "pattern/translate.hpp"

namespace {

namespace json = boost::json;

json::object translations(const json::object& of) {
  const clamator::codegen::pattern pattern{json::value_to<std::string>(of.at("source")),
                                           json::value_to<std::string>(of.at("flags"))};
  const auto re2 = clamator::codegen::to_re2(pattern);
  const auto python = clamator::codegen::to_python(pattern);
  json::object out{{"python", python.text},
                   {"python_problem", python.problem},
                   {"re2_text", re2.text},
                   {"re2_problem", re2.problem}};
  const auto* texts = of.if_contains("texts");
  if (!texts || !re2.problem.empty()) return out;
  re2::RE2::Options options;
  options.set_log_errors(false);
  const re2::RE2 compiled(re2.text, options);
  out["re2_error"] = compiled.error();
  json::array verdicts;
  for (const auto& text : texts->as_array()) {
    verdicts.push_back(compiled.ok() && re2::RE2::PartialMatch(json::value_to<std::string>(text), compiled));
  }
  out["re2"] = std::move(verdicts);
  return out;
}

}  // namespace

int main() {
  const std::string input(std::istreambuf_iterator<char>(std::cin), {});
  json::array out;
  const auto cases = json::parse(input);
  for (const auto& each : cases.as_array()) out.push_back(translations(each.as_object()));
  std::cout << json::serialize(out) << '\n';
}
