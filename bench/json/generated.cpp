// The same messages as contracts/messages.ts describes them.
#include "measure.hpp"
#include "messages.hpp"

namespace messages {

void require_same(const JobParams& read) {
  require_same_job(read);
}
void require_same(const ItemsParams& read) {
  require_same_items(read);
}

}  // namespace messages

namespace {

messages::JobParams sample_generated_job() {
  return read<messages::JobParams>(job_text());
}
messages::ItemsParams sample_generated_items() {
  return read<messages::ItemsParams>(items_text());
}

[[maybe_unused]] const bool registered = [] {
  benchmark::RegisterBenchmark("A/decode/generated", decode<messages::JobParams>, job_text);
  benchmark::RegisterBenchmark("C/decode/generated", decode<messages::ItemsParams>, items_text);
  benchmark::RegisterBenchmark("A/encode/generated", encode<messages::JobParams>, sample_generated_job);
  benchmark::RegisterBenchmark("C/encode/generated", encode<messages::ItemsParams>, sample_generated_items);
  return true;
}();

}  // namespace
