// On-demand, in place: the text is copied once with its padding, which is not measured. Keys are found by a
// walk over the members, as a reader must that refuses unknown ones.

#include <benchmark/benchmark.h>
#include <simdjson.h>

#include "samples.hpp"

namespace {

using simdjson::ondemand::object;
using simdjson::ondemand::value;

void read(object from, job& to) {
  for (auto member : from) {
    const std::string_view key = member.unescaped_key();
    value at = member.value();
    if (key == "process_id") {
      to.process_id = at.get_int64();
    } else if (key == "name") {
      to.name = std::string_view(at.get_string());
    } else if (key == "ratio") {
      to.ratio = at.get_double();
    } else if (key == "urgent") {
      to.urgent = at.get_bool();
    } else if (key == "note") {
      to.note = std::string_view(at.get_string());
    } else {
      require(false);
    }
  }
}

void read(object from, position& to) {
  for (auto member : from) {
    const std::string_view key = member.unescaped_key();
    (key == "x" ? to.x : to.y) = member.value().get_double();
  }
}

void read(object from, item& to) {
  for (auto member : from) {
    const std::string_view key = member.unescaped_key();
    value at = member.value();
    if (key == "id") {
      to.id = at.get_int64();
    } else if (key == "title") {
      to.title = std::string_view(at.get_string());
    } else if (key == "at") {
      read(at.get_object().value(), to.at);
    } else if (key == "tags") {
      for (auto tag : at.get_array()) to.tags.emplace_back(std::string_view(tag.get_string()));
    } else if (key == "active") {
      to.active = at.get_bool();
    } else {
      require(false);
    }
  }
}

void read(object from, item_list& to) {
  for (auto member : from) {
    require(std::string_view(member.unescaped_key()) == "items");
    for (auto one : member.value().get_array()) read(one.get_object().value(), to.items.emplace_back());
  }
}

template <class T>
void decode(benchmark::State& state, const std::string& (*text)()) {
  simdjson::ondemand::parser parser;
  const simdjson::padded_string padded(text());
  const auto once = [&] {
    auto document = parser.iterate(padded);
    T result;
    read(document.get_object().value(), result);
    return result;
  };
  require_same(once());
  for (auto _ : state) {
    auto result = once();
    benchmark::DoNotOptimize(result);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text().size()));
}

[[maybe_unused]] const bool registered = [] {
  benchmark::RegisterBenchmark("A/decode/simdjson", decode<job>, job_text);
  benchmark::RegisterBenchmark("C/decode/simdjson", decode<item_list>, items_text);
  return true;
}();

}  // namespace
