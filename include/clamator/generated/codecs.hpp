// What a source made by clamator-codegen includes: codecs, checks, patterns and formats. Its descriptions
// stand beside its types, and the bodies of its codecs behind them.
#pragma once

#include <clamator/generated.hpp>
#include <clamator/generated/format.hpp>
#include <clamator/generated/pattern.hpp>
#include <clamator/protocol/codec.hpp>

// Defines what CLAMATOR_GENERATED_CODEC declared, by the type's description, which must stand before:
// CLAMATOR_GENERATED_CODEC_BODY(arith::Address)
#define CLAMATOR_GENERATED_CODEC_BODY(...)                                                        \
  void clamator::codec<__VA_ARGS__>::read(clamator::json::reader& in, __VA_ARGS__& out,           \
                                          clamator::issue_list& issues) {                         \
    clamator::detail::codec_for<__VA_ARGS__>::read(in, out, issues);                              \
  }                                                                                               \
  void clamator::codec<__VA_ARGS__>::write(clamator::json::writer& out, const __VA_ARGS__& value, \
                                           clamator::issue_list& issues) {                        \
    clamator::detail::codec_for<__VA_ARGS__>::write(out, value, issues);                          \
  }
