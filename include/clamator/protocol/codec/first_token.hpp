// With which tokens the JSON of a type can begin, so that options that cannot match are not tried.
#pragma once

#include <array>
#include <concepts>
#include <memory>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <clamator/protocol/codec/described.hpp>
#include <clamator/protocol/codec/enumeration.hpp>
#include <clamator/protocol/codec/tuple.hpp>
#include <clamator/protocol/codec/union.hpp>
#include <clamator/protocol/codec/values.hpp>
#include <clamator/protocol/codec/wrapped.hpp>
#include <clamator/protocol/options.hpp>

namespace clamator::detail {

using token_set = unsigned char;

constexpr token_set only(json::token token) {
  return static_cast<token_set>(1U << static_cast<unsigned>(token));
}
inline constexpr token_set any_token = 0xFF;

template <class T>
concept has_option_table = std::is_class_v<T> && requires { describe_options(type<T>{}); };

template <class T>
inline constexpr auto option_table = describe_options(type<T>{});

// What T is says nothing where a program has written the codec itself.
template <class T>
concept has_foreign_codec = !std::derived_from<codec<T>, codec_for<T>> && !has_generated_codec<T>;

template <class T>
inline constexpr token_set container_tokens =
    map_like<T> || std::same_as<T, boost::json::object> ? only(json::token::object) : any_token;
template <class T, class Allocator>
inline constexpr token_set container_tokens<std::vector<T, Allocator>> = only(json::token::array);
template <class T, std::size_t Size>
inline constexpr token_set container_tokens<std::array<T, Size>> = only(json::token::array);
template <class... Ts>
inline constexpr token_set container_tokens<std::tuple<Ts...>> = only(json::token::array);
template <class Rest, class... Ts>
inline constexpr token_set container_tokens<open_tuple<Rest, Ts...>> = only(json::token::array);
template <>
inline constexpr token_set container_tokens<boost::json::array> = only(json::token::array);
template <class... Ts>
  requires has_union_table<std::variant<Ts...>>
inline constexpr token_set container_tokens<std::variant<Ts...>> = only(json::token::object);

template <class T>
constexpr token_set first_tokens();

template <class... Options>
constexpr token_set option_tokens(const first_match_table<Options...>&) {
  return static_cast<token_set>((first_tokens<typename Options::value_type>() | ...));
}
template <class... Options>
constexpr token_set option_tokens(const by_tag_table<Options...>&) {
  return only(json::token::object);
}

constexpr token_set literal_tokens(std::span<const literal> list) {
  token_set tokens = 0;
  for (const literal& one : list) {
    using kind = literal::kind_t;
    const json::token token = one.kind() == kind::string    ? json::token::string
                              : one.kind() == kind::boolean ? json::token::boolean
                                                            : json::token::number;
    tokens = static_cast<token_set>(tokens | only(token));
  }
  return tokens;
}

template <class T>
constexpr token_set scalar_tokens() {
  if constexpr (std::same_as<T, bool>) return only(json::token::boolean);
  if constexpr (std::is_arithmetic_v<T>) return only(json::token::number);
  if constexpr (std::same_as<T, std::string>) return only(json::token::string);
  if constexpr (std::same_as<T, std::nullptr_t>) return only(json::token::null);
  if constexpr (has_value_table<T>) return literal_tokens(enum_literals<T>);
  if constexpr (has_enum_table<T> || has_boost_enumerators<T>) return only(json::token::string);
  return 0;
}

template <class T>
constexpr token_set first_tokens() {
  if constexpr (has_foreign_codec<T>) {
    return any_token;
  } else if constexpr (scalar_tokens<T>() != 0) {
    return scalar_tokens<T>();
  } else if constexpr (is_optional<T>) {
    return static_cast<token_set>(only(json::token::null) | first_tokens<typename T::value_type>());
  } else if constexpr (is_box<T>) {
    return first_tokens<typename T::element_type>();
  } else if constexpr (has_wrapper<T>) {
    return first_tokens<wrapped_type<T>>();
  } else if constexpr (has_option_table<T>) {
    return option_tokens(option_table<T>);
  } else if constexpr (described<T>) {
    return only(json::token::object);
  } else {
    return container_tokens<T>;
  }
}

}  // namespace clamator::detail
