// Describing a class that is derived from std::variant, by the options that its JSON has:
//
//   class Shape : public std::variant<Circle, std::string, double> {
//    public:
//     using variant::variant;
//   };
//   constexpr auto describe_options(clamator::type<Shape>) {
//     return clamator::first_match(clamator::option<Circle>(),
//     clamator::option<std::string>(clamator::min_length(3)),
//                                  clamator::option<double>());
//   }
//
// The function stands in the namespace of the class.
#pragma once

#include <array>
#include <concepts>
#include <tuple>

#include <clamator/protocol/element_checks.hpp>
#include <clamator/protocol/literal.hpp>

namespace clamator {

namespace detail {

template <class T, class... Checks>
struct option_entry {
  using value_type = T;
  std::tuple<Checks...> checks;
};
template <class>
inline constexpr bool is_option = false;
template <class T, class... Checks>
inline constexpr bool is_option<option_entry<T, Checks...>> = true;

template <class T, std::size_t Size>
struct tagged_option_entry {
  using value_type = T;
  std::array<literal, Size> tags;
};
template <class>
inline constexpr bool is_tagged_option = false;
template <class T, std::size_t Size>
inline constexpr bool is_tagged_option<tagged_option_entry<T, Size>> = true;

template <class... Options>
struct first_match_table {
  std::tuple<Options...> options;
};
template <class... Options>
struct by_tag_table {
  const char* key;
  std::tuple<Options...> options;
};

}  // namespace detail

// One option of first_match(): an alternative of the variant, and checks that its value must pass. Several
// options may have the same type with other checks.
template <class T, detail::any_check... Checks>
constexpr auto option(Checks... checks) {
  return detail::option_entry<T, Checks...>{std::tuple<Checks...>(checks...)};
}

// The first option, in this order, that fits without an issue is what the value is. A value is written as
// what it holds, and must pass the checks of one of the options of that type.
template <class... Options>
constexpr auto first_match(Options... options) {
  static_assert((detail::is_option<Options> && ...), "first_match() takes option<T>()");
  return detail::first_match_table<Options...>{std::tuple<Options...>(options...)};
}

// One option of by_tag(): an alternative of the variant, and the values of the discriminator that stand for
// it. The alternative reads and writes the discriminator itself, as a constant() or a field.
template <class T, std::convertible_to<literal>... Tags>
constexpr auto tagged_option(Tags... tags) {
  return detail::tagged_option_entry<T, sizeof...(Tags)>{{literal(tags)...}};
}

// The value of one member of the object, at any position, says which option it is. `key` is a literal.
template <class... Options>
constexpr auto by_tag(const char* key, Options... options) {
  static_assert((detail::is_tagged_option<Options> && ...), "by_tag() takes tagged_option<T>()");
  return detail::by_tag_table<Options...>{key, std::tuple<Options...>(options...)};
}

}  // namespace clamator
