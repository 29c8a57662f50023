// The one place where JSON and a C++ type meet: codec<T>. The built-in ones are found by what T is; a program
// specialises clamator::codec for a type of its own that they do not fit:
//
//   template <>
//   struct clamator::codec<Money> {
//     static void read(clamator::json::reader& in, Money& out, clamator::issue_list& issues);
//     static void write(clamator::json::writer& out, const Money& value, clamator::issue_list& issues);
//   };
//
// read() consumes exactly one value whatever it is, unless the text has a syntax error; write() writes
// exactly one value whatever happens. What does not fit goes to `issues`, with paths relative to the value.
#pragma once

#include <concepts>

#include <clamator/protocol/issue.hpp>
#include <clamator/protocol/json/reader.hpp>
#include <clamator/protocol/json/writer.hpp>

namespace clamator {

// Names a type where argument-dependent lookup has to find what was declared beside it: describe_fields(),
// describe_enum(), describe_union() and the like. Those must be declared before the type's codec is first
// used.
template <class T>
struct type {
  using value_type = T;  // the type that it names
};

namespace detail {

// Specialised for each kind of type that has a codec by itself.
template <class T>
struct codec_for {};

}  // namespace detail

// How a T is read and written: what T is decides it, and a specialisation for a type of one's own (see the
// top of this file) goes before.
template <class T>
struct codec : detail::codec_for<T> {};

// Whether decode() and encode() work for T. For a described struct its members' types are not looked at.
template <class T>
concept has_codec =
    requires(json::reader& in, json::writer& out, T& target, const T& value, issue_list& issues) {
      codec<T>::read(in, target, issues);
      codec<T>::write(out, value, issues);
    };

namespace detail {

// Declared by a generated header, and described only where it is defined: what depends on the description of
// such a type must not differ from one source to the next.
template <class T>
concept has_generated_codec = requires { typename codec<T>::calls_codec_for; };

template <class T>
constexpr void require_codec() {
  static_assert(has_codec<T>,
                "clamator cannot read or write this type. Describe a struct with BOOST_DESCRIBE_STRUCT or "
                "describe_fields(), an enum with BOOST_DESCRIBE_ENUM or describe_enum(), a std::variant with "
                "describe_union(), a class derived from one with describe_options(); or specialise "
                "clamator::codec for it.");
}

}  // namespace detail

// Reads the next value into `out`. All that does not fit is collected; where there are new issues or
// in.failed(), `out` is in a valid but useless state. May throw std::bad_alloc and what T's own functions
// throw.
template <class T>
void decode(json::reader& in, T& out, issue_list& issues) {
  detail::require_codec<T>();
  if constexpr (has_codec<T>) codec<T>::read(in, out, issues);
}

// Appends the value. What cannot be JSON (NaN, invalid UTF-8) or does not pass its checks is collected; the
// output is well-formed JSON all the same, and not to be sent. May throw std::bad_alloc.
template <class T>
void encode(json::writer& out, const T& value, issue_list& issues) {
  detail::require_codec<T>();
  if constexpr (has_codec<T>) codec<T>::write(out, value, issues);
}

}  // namespace clamator
