// Codecs of a box, and of a class that is described by describe_wrapped(): they are what they hold.
#pragma once

#include <concepts>

#include <clamator/protocol/box.hpp>
#include <clamator/protocol/codec/checked.hpp>
#include <clamator/protocol/codec/nullness.hpp>
#include <clamator/protocol/wrapper.hpp>

namespace clamator::detail {

template <has_codec T>
struct codec_for<box<T>> {
  static constexpr bool takes_null = detail::takes_null<T>;

  static void read(json::reader& in, box<T>& out, issue_list& issues) {
    if (out.valueless_after_move()) out = box<T>();
    decode(in, *out, issues);
  }
  static void write(json::writer& out, const box<T>& value, issue_list& issues) {
    if (!value.valueless_after_move()) return encode(out, *value, issues);
    out.null();
    issues.add("a box that was moved from");
  }
};

template <class T>
concept has_wrapper = requires { describe_wrapped(type<T>{}); };

template <class T>
inline constexpr auto wrapper_of = describe_wrapped(type<T>{});

template <class T>
using wrapped_type = typename decltype(describe_wrapped(type<T>{}))::member_type;

template <has_wrapper T>
struct codec_for<T> {
  static constexpr bool takes_null = is_optional<wrapped_type<T>> || detail::takes_null<wrapped_type<T>>;

  static void read(json::reader& in, T& out, issue_list& issues) {
    read_checked(in, out.*wrapper_of<T>.pointer, wrapper_of<T>.checks, issues);
  }
  static void write(json::writer& out, const T& value, issue_list& issues) {
    write_checked(out, value.*wrapper_of<T>.pointer, wrapper_of<T>.checks, issues);
  }
};

}  // namespace clamator::detail
