// Our reader and writer, measured alike for types described by hand and for generated ones.
#pragma once

#include <string>

#include <benchmark/benchmark.h>

#include <clamator/protocol/codec.hpp>

#include "samples.hpp"

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
