// Our JSON reader and writer beside simdjson and nlohmann: the same texts are refused, with the same values.
//
// Known differences, which are no findings:
// - both take duplicate keys, which we refuse where a value is made of them;
// - nlohmann takes a NUL for the end of the text, and steps over a byte order mark;
// - nlohmann has no limit on nesting, simdjson's is 1024, ours 256 here;
// - simdjson has no integers beyond 64 bits: it refuses them, where we make them doubles.
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <clamator/protocol/codec.hpp>

#include "same_value.hpp"
#include "target.hpp"

namespace clamator::fuzz {
namespace {

struct outcome {
  bool valid = false;     // the syntax is right
  bool in_range = false;  // and so are all numbers
  bool fits = false;      // and there are no duplicate keys
  bool too_deep = false;
  boost::json::value value;
};

outcome read_by_us(std::string_view text) {
  outcome found;
  json::reader in(text);
  issue_list issues;
  decode(in, found.value, issues);
  found.valid = in.finish();
  found.too_deep = in.failed() && std::string_view(in.error().message) == "nested too deeply";
  require(in.offset() <= text.size(), "an error stands within the text");
  found.in_range = found.valid;
  found.fits = found.valid && issues.empty();
  for (const issue& one : issues.items()) {
    if (one.message == "number out of range") found.in_range = false;
  }
  // More issues than are kept may hide one of a number.
  if (issues.total() > issue_list::limit) found.in_range = found.fits = false;
  return found;
}

bool skipped_by_us(std::string_view text) {
  json::reader in(text);
  in.skip();
  return in.finish();
}

void compare_with_nlohmann(std::string_view text, const outcome& ours) {
  if (text.find('\0') != text.npos || text.starts_with("\xef\xbb\xbf")) return;
  const nlohmann::json theirs = nlohmann::json::parse(text, nullptr, false);
  require(!ours.in_range || !theirs.is_discarded(), "what we take nlohmann takes");
  require(!ours.fits || same(ours.value, theirs), "nlohmann reads the same value");
  if (!ours.valid) require(theirs.is_discarded(), "what we refuse nlohmann refuses");
}

void compare_with_simdjson(std::string_view text, const outcome& ours) {
  thread_local simdjson::dom::parser parser;
  const simdjson::error_code theirs = parser.parse(simdjson::padded_string(text)).error();
  if (theirs == simdjson::NUMBER_ERROR) return;
  require(!ours.in_range || theirs == simdjson::SUCCESS, "what we take simdjson takes");
  require(ours.valid || theirs != simdjson::SUCCESS, "what we refuse simdjson refuses");
}

void write_and_read(const boost::json::value& value) {
  const std::string text = to_json(value);
  const outcome again = read_by_us(text);
  require(again.fits, "what we write we read");
  require(to_json(again.value) == text, "and write again in the same way");
  require(same(value, nlohmann::json::parse(text)), "nlohmann reads what was written");
}

}  // namespace

void json_target(std::string_view input) {
  // An exact copy, so that AddressSanitizer sees a step beyond it.
  const std::vector<char> bytes(input.begin(), input.end());
  const std::string_view text(bytes.data(), bytes.size());
  const outcome ours = read_by_us(text);
  require(ours.valid == skipped_by_us(text), "skipping is as strict as reading");
  if (!ours.too_deep) {
    compare_with_nlohmann(text, ours);
    compare_with_simdjson(text, ours);
  }
  if (ours.fits) write_and_read(ours.value);
}

}  // namespace clamator::fuzz
