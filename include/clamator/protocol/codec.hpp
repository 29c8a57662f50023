// JSON and C++ types: everything that decode() and encode() know. Arguments and results of calls go through
// this.
//
//   auto order = clamator::from_json<Order>(R"({"processId":7})");
//   std::string text = clamator::to_json(order);
//
// What has a codec: bool, integers, float, double, std::string, nullptr_t, enums with described enumerators
// or values, described structs, tagged unions, described classes derived from std::variant, described
// wrappers, optional, box, unique_ptr, shared_ptr, vector, array, tuple, open_tuple, map and unordered_map
// with string keys, boost::json::value, object and array, and what specialises clamator::codec.
#pragma once

#include <string>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/box.hpp>
#include <clamator/protocol/buffer.hpp>
#include <clamator/protocol/checks.hpp>
#include <clamator/protocol/codec/container.hpp>
#include <clamator/protocol/codec/core.hpp>
#include <clamator/protocol/codec/described.hpp>
#include <clamator/protocol/codec/enumeration.hpp>
#include <clamator/protocol/codec/json_value.hpp>
#include <clamator/protocol/codec/options.hpp>
#include <clamator/protocol/codec/scalar.hpp>
#include <clamator/protocol/codec/tuple.hpp>
#include <clamator/protocol/codec/union.hpp>
#include <clamator/protocol/codec/values.hpp>
#include <clamator/protocol/codec/wrapped.hpp>
#include <clamator/protocol/element_checks.hpp>
#include <clamator/protocol/fields.hpp>
#include <clamator/protocol/json/reader.hpp>
#include <clamator/protocol/json/writer.hpp>
#include <clamator/protocol/literal.hpp>
#include <clamator/protocol/open_tuple.hpp>
#include <clamator/protocol/options.hpp>
#include <clamator/protocol/tagged_union.hpp>
#include <clamator/protocol/wrapper.hpp>

namespace clamator {

namespace detail {

// Both throw protocol_error(invalid_params) where something is wrong.
CLAMATOR_EXPORT void require_json(json::reader& in, issue_list issues);
CLAMATOR_EXPORT void require_encoded(issue_list issues);

}  // namespace detail

// The value that the text holds, which may nest 256 deep. Throws protocol_error(invalid_params): with the
// offset where the text is not JSON, else with all issues.
template <class T>
T from_json(std::string_view text) {
  json::reader in(text);
  T value{};
  issue_list issues;
  decode(in, value, issues);
  detail::require_json(in, std::move(issues));
  return value;
}

// Throws protocol_error(invalid_params) with all issues where the value cannot be JSON or fails its checks.
template <class T>
std::string to_json(const T& value) {
  buffer text;
  json::writer out(text);
  issue_list issues;
  encode(out, value, issues);
  detail::require_encoded(std::move(issues));
  return std::string(text.view());
}

}  // namespace clamator
