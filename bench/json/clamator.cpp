#include <benchmark/benchmark.h>

#include <clamator/protocol/codec.hpp>

#include "messages.hpp"

const std::string& job_text() {
  static const std::string text = clamator::to_json(sample_job());
  return text;
}
const std::string& items_text() {
  static const std::string text = clamator::to_json(sample_items());
  return text;
}

namespace {

template <class T>
T read(const std::string& text) {
  clamator::json::reader in(text);
  T value;
  clamator::issue_list issues;
  clamator::decode(in, value, issues);
  require(in.finish() && issues.empty());
  return value;
}

template <class T>
void decode(benchmark::State& state, const std::string& (*text)()) {
  require_same(read<T>(text()));
  for (auto _ : state) {
    auto value = read<T>(text());
    benchmark::DoNotOptimize(value);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text().size()));
}

template <class T>
void encode(benchmark::State& state, T (*sample)()) {
  const T value = sample();
  clamator::buffer text;
  for (auto _ : state) {
    text.clear();
    clamator::json::writer out(text);
    clamator::issue_list issues;
    clamator::encode(out, value, issues);
    require(issues.empty());
    benchmark::DoNotOptimize(text.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

[[maybe_unused]] const bool registered = [] {
  benchmark::RegisterBenchmark("A/decode/clamator", decode<job>, job_text);
  benchmark::RegisterBenchmark("C/decode/clamator", decode<item_list>, items_text);
  benchmark::RegisterBenchmark("A/encode/clamator", encode<job>, sample_job);
  benchmark::RegisterBenchmark("C/encode/clamator", encode<item_list>, sample_items);
  return true;
}();

}  // namespace
