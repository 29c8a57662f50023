#include "measure.hpp"

const std::string& job_text() {
  static const std::string text = clamator::to_json(sample_job());
  return text;
}
const std::string& items_text() {
  static const std::string text = clamator::to_json(sample_items());
  return text;
}

namespace {

[[maybe_unused]] const bool registered = [] {
  benchmark::RegisterBenchmark("A/decode/clamator", decode<job>, job_text);
  benchmark::RegisterBenchmark("C/decode/clamator", decode<item_list>, items_text);
  benchmark::RegisterBenchmark("A/encode/clamator", encode<job>, sample_job);
  benchmark::RegisterBenchmark("C/encode/clamator", encode<item_list>, sample_items);
  return true;
}();

}  // namespace
