// Codecs of booleans, numbers and strings.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/core.hpp>

namespace clamator::detail {

// Steps over the next value and reports it as not what was expected, unless it is no JSON at all.
CLAMATOR_EXPORT void mismatch(json::reader& in, const char* expected, issue_list& issues);

// A value's text for issue::found, shortened; only the kind of an object or array.
CLAMATOR_EXPORT std::string found_text(std::string_view raw);

CLAMATOR_EXPORT void read_bool(json::reader& in, bool& out, issue_list& issues);
CLAMATOR_EXPORT void read_string(json::reader& in, std::string& out, issue_list& issues);
CLAMATOR_EXPORT void read_double(json::reader& in, double& out, issue_list& issues);
CLAMATOR_EXPORT void read_float(json::reader& in, float& out, issue_list& issues);
// 0 where there is an issue.
CLAMATOR_EXPORT std::int64_t read_signed(json::reader& in, std::int64_t min, std::int64_t max,
                                         issue_list& issues);
CLAMATOR_EXPORT std::uint64_t read_unsigned(json::reader& in, std::uint64_t max, issue_list& issues);

CLAMATOR_EXPORT void write_string(json::writer& out, std::string_view value, issue_list& issues);
// Where the name is not valid UTF-8 there is an issue, and the key is "".
CLAMATOR_EXPORT void write_key(json::writer& out, std::string_view name, issue_list& issues);
CLAMATOR_EXPORT void write_double(json::writer& out, double value, issue_list& issues);
CLAMATOR_EXPORT void write_float(json::writer& out, float value, issue_list& issues);

template <class T, class... Types>
concept among = (std::same_as<T, Types> || ...);

// Characters are no numbers.
template <class T>
concept integer = std::integral<T> && !among<T, bool, char, wchar_t, char8_t, char16_t, char32_t>;

template <>
struct codec_for<bool> {
  static void read(json::reader& in, bool& out, issue_list& issues) { read_bool(in, out, issues); }
  static void write(json::writer& out, bool value, issue_list&) { out.boolean(value); }
};

template <integer T>
struct codec_for<T> {
  static void read(json::reader& in, T& out, issue_list& issues) {
    using limits = std::numeric_limits<T>;
    if constexpr (std::is_signed_v<T>) {
      out = static_cast<T>(read_signed(in, limits::min(), limits::max(), issues));
    } else {
      out = static_cast<T>(read_unsigned(in, limits::max(), issues));
    }
  }
  static void write(json::writer& out, T value, issue_list&) {
    if constexpr (std::is_signed_v<T>) {
      out.integer(value);
    } else {
      out.unsigned_integer(value);
    }
  }
};

template <>
struct codec_for<double> {
  static void read(json::reader& in, double& out, issue_list& issues) { read_double(in, out, issues); }
  static void write(json::writer& out, double value, issue_list& issues) { write_double(out, value, issues); }
};

template <>
struct codec_for<float> {
  static void read(json::reader& in, float& out, issue_list& issues) { read_float(in, out, issues); }
  static void write(json::writer& out, float value, issue_list& issues) { write_float(out, value, issues); }
};

template <>
struct codec_for<std::string> {
  static void read(json::reader& in, std::string& out, issue_list& issues) { read_string(in, out, issues); }
  static void write(json::writer& out, const std::string& value, issue_list& issues) {
    write_string(out, value, issues);
  }
};

}  // namespace clamator::detail
