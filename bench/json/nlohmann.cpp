#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include "samples.hpp"

void from_json(const nlohmann::json& from, job& to) {
  from.at("process_id").get_to(to.process_id);
  from.at("name").get_to(to.name);
  from.at("ratio").get_to(to.ratio);
  from.at("urgent").get_to(to.urgent);
  if (from.contains("note")) to.note = from.at("note").get<std::string>();
}
void to_json(nlohmann::json& to, const job& from) {
  to = {{"process_id", from.process_id}, {"name", from.name}, {"ratio", from.ratio}, {"urgent", from.urgent}};
  if (from.note) to["note"] = *from.note;
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(position, x, y)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(item, id, title, at, tags, active)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(item_list, items)

namespace {

template <class T>
void decode(benchmark::State& state, const std::string& (*text)()) {
  require_same(nlohmann::json::parse(text()).get<T>());
  for (auto _ : state) {
    auto result = nlohmann::json::parse(text()).template get<T>();
    benchmark::DoNotOptimize(result);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text().size()));
}

template <class T>
void encode(benchmark::State& state, T (*sample)()) {
  const T value = sample();
  for (auto _ : state) {
    const std::string text = nlohmann::json(value).dump();
    benchmark::DoNotOptimize(text.data());
  }
}

[[maybe_unused]] const bool registered = [] {
  benchmark::RegisterBenchmark("A/decode/nlohmann", decode<job>, job_text);
  benchmark::RegisterBenchmark("C/decode/nlohmann", decode<item_list>, items_text);
  benchmark::RegisterBenchmark("A/encode/nlohmann", encode<job>, sample_job);
  benchmark::RegisterBenchmark("C/encode/nlohmann", encode<item_list>, sample_items);
  return true;
}();

}  // namespace
