// What a header made by clamator-codegen includes, and all that it needs. Nothing here is for code that
// people write; that includes the generated header.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include <boost/json/value.hpp>

#include <clamator/protocol/box.hpp>
#include <clamator/protocol/codec/core.hpp>
#include <clamator/protocol/open_tuple.hpp>
#include <clamator/rpc/client.hpp>
#include <clamator/rpc/contract.hpp>

namespace clamator::generated {

// What a generated header and this library must agree on. It changes whenever code that was generated before
// would no longer mean the same.
inline constexpr int abi = 1;

}  // namespace clamator::generated

// Declares the codec of a generated type, outside of all namespaces:
// CLAMATOR_GENERATED_CODEC(arith::Address);
#define CLAMATOR_GENERATED_CODEC(...)                                                                       \
  template <>                                                                                               \
  struct clamator::codec<__VA_ARGS__> {                                                                     \
    using calls_codec_for = void;                                                                           \
    static void read(clamator::json::reader& in, __VA_ARGS__& out, clamator::issue_list& issues);           \
    static void write(clamator::json::writer& out, const __VA_ARGS__& value, clamator::issue_list& issues); \
  }

// The same for a type that has a value which is null in JSON. An optional of it is empty only where its key
// is absent.
#define CLAMATOR_GENERATED_NULLABLE_CODEC(...)                                                              \
  template <>                                                                                               \
  struct clamator::codec<__VA_ARGS__> {                                                                     \
    using calls_codec_for = void;                                                                           \
    static constexpr bool takes_null = true;                                                                \
    static void read(clamator::json::reader& in, __VA_ARGS__& out, clamator::issue_list& issues);           \
    static void write(clamator::json::writer& out, const __VA_ARGS__& value, clamator::issue_list& issues); \
  }
