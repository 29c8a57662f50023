// A value tree in monotonic memory, and from it the struct; the other way round for writing.

#include <benchmark/benchmark.h>
#include <boost/json.hpp>

#include "samples.hpp"

namespace {

namespace json = boost::json;

void read(const json::value& from, job& to) {
  const auto& object = from.as_object();
  to.process_id = object.at("process_id").as_int64();
  to.name = object.at("name").as_string();
  to.ratio = object.at("ratio").to_number<double>();
  to.urgent = object.at("urgent").as_bool();
  if (const auto* note = object.if_contains("note")) to.note = note->as_string();
}

void read(const json::value& from, item_list& to) {
  for (const auto& one : from.as_object().at("items").as_array()) {
    const auto& object = one.as_object();
    item& it = to.items.emplace_back();
    it.id = object.at("id").as_int64();
    it.title = object.at("title").as_string();
    it.at.x = object.at("at").at("x").to_number<double>();
    it.at.y = object.at("at").at("y").to_number<double>();
    for (const auto& tag : object.at("tags").as_array()) it.tags.emplace_back(tag.as_string());
    it.active = object.at("active").as_bool();
  }
}

json::value tree(const job& from, json::storage_ptr memory) {
  return json::value({{"process_id", from.process_id},
                      {"name", from.name},
                      {"ratio", from.ratio},
                      {"urgent", from.urgent},
                      {"note", *from.note}},
                     std::move(memory));
}

json::value tree(const item_list& from, json::storage_ptr memory) {
  json::array items(memory);
  for (const item& it : from.items) {
    items.emplace_back(json::value({{"id", it.id},
                                    {"title", it.title},
                                    {"at", {{"x", it.at.x}, {"y", it.at.y}}},
                                    {"tags", json::array(it.tags.begin(), it.tags.end(), memory)},
                                    {"active", it.active}},
                                   memory));
  }
  json::object object(std::move(memory));
  object["items"] = std::move(items);
  return object;
}

template <class T>
void decode(benchmark::State& state, const std::string& (*text)()) {
  std::vector<unsigned char> memory(64 * 1024);
  const auto once = [&] {
    json::monotonic_resource resource(memory.data(), memory.size());
    T result;
    read(json::parse(text(), &resource), result);
    return result;
  };
  require_same(once());
  for (auto _ : state) {
    auto result = once();
    benchmark::DoNotOptimize(result);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text().size()));
}

template <class T>
void encode(benchmark::State& state, T (*sample)()) {
  const T value = sample();
  std::vector<unsigned char> memory(64 * 1024);
  for (auto _ : state) {
    json::monotonic_resource resource(memory.data(), memory.size());
    const std::string text = json::serialize(tree(value, &resource));
    benchmark::DoNotOptimize(text.data());
  }
}

[[maybe_unused]] const bool registered = [] {
  benchmark::RegisterBenchmark("A/decode/boost_json", decode<job>, job_text);
  benchmark::RegisterBenchmark("C/decode/boost_json", decode<item_list>, items_text);
  benchmark::RegisterBenchmark("A/encode/boost_json", encode<job>, sample_job);
  benchmark::RegisterBenchmark("C/encode/boost_json", encode<item_list>, sample_items);
  return true;
}();

}  // namespace
