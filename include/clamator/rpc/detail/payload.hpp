// What the types of params and results must be, said where a call or a handler is written rather than deep
// inside.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <variant>
#include <vector>

#include <clamator/protocol/box.hpp>
#include <clamator/protocol/codec/described.hpp>
#include <clamator/protocol/codec/options.hpp>
#include <clamator/protocol/codec/wrapped.hpp>
#include <clamator/protocol/open_tuple.hpp>

namespace clamator::detail {

template <class... Types>
struct type_list {};

// g++ 12 copies a temporary bit by bit where it is an aggregate with a destructor and stands in an expression
// with co_await, as the argument of a call does. So types are refused of which such a temporary could be.
template <class T>
inline constexpr bool survives_co_await = std::is_trivially_copyable_v<T> || !std::is_aggregate_v<T>;

// The types of what a T holds, as far as there are codecs that look into it.
template <class T>
struct held_by {
  using types = type_list<>;
};
template <class T>
struct held_by<std::optional<T>> {
  using types = type_list<T>;
};
template <class T, class Deleter>
struct held_by<std::unique_ptr<T, Deleter>> {
  using types = type_list<T>;
};
template <class T>
struct held_by<std::shared_ptr<T>> {
  using types = type_list<T>;
};
template <class T, class Allocator>
struct held_by<std::vector<T, Allocator>> {
  using types = type_list<T>;
};
template <class T, class Compare, class Allocator>
struct held_by<std::map<std::string, T, Compare, Allocator>> {
  using types = type_list<T>;
};
template <class T, class Hash, class Equal, class Allocator>
struct held_by<std::unordered_map<std::string, T, Hash, Equal, Allocator>> {
  using types = type_list<T>;
};
template <class... Types>
struct held_by<std::variant<Types...>> {
  using types = type_list<Types...>;
};

template <class T>
struct held_by<box<T>> {
  using types = type_list<T>;
};
template <class... Types>
struct held_by<std::tuple<Types...>> {
  using types = type_list<Types...>;
};
template <class Rest, class... Types>
struct held_by<open_tuple<Rest, Types...>> {
  using types = type_list<Rest, Types...>;
};
template <class... Types>
type_list<Types...> alternatives_of(const std::variant<Types...>*);
template <has_option_table T>
struct held_by<T> {
  using types = decltype(alternatives_of(static_cast<const T*>(nullptr)));
};
template <has_wrapper T>
struct held_by<T> {
  using types = type_list<wrapped_type<T>>;
};

template <class Field>
struct member_of;
template <>
struct member_of<constant_entry> {
  using type = literal;
};
template <class Owner, class Member, class... Rules>
struct member_of<field_entry<Owner, Member, Rules...>> {
  using type = Member;
};
template <class Fields>
struct members_of;
template <class... Fields>
struct members_of<std::tuple<Fields...>> {
  using types = type_list<typename member_of<Fields>::type...>;
};
template <described T>
struct held_by<T> {
  using types = typename members_of<std::remove_cvref_t<decltype(description<T>.fields)>>::types;
};

template <class T, int Depth>
constexpr void require_safe_payload();

template <int Depth, class... Types>
constexpr void require_safe_payloads(type_list<Types...>) {
  (require_safe_payload<Types, Depth>(), ...);
}

// Asserted one type at a time, so that the compiler names the one that is to be mended. Depth ends the walk
// through a type that holds itself.
template <class T, int Depth = 8>
constexpr void require_safe_payload() {
  static_assert(
      survives_co_await<T>,
      "what a call carries must not be, nor hold, an aggregate with members like std::string or std::vector: "
      "g++ 12 copies such a temporary bit by bit inside an expression with co_await. Give the struct a "
      "constructor, for example a default one and one over its required fields; where it is a std::array, "
      "take a std::vector.");
  if constexpr (!std::is_trivially_copyable_v<T> && !has_generated_codec<T> && Depth > 0) {
    require_safe_payloads<Depth - 1>(typename held_by<T>::types());
  }
}

// The params of a call.
template <class T>
constexpr void require_payload() {
  require_codec<T>();
  require_safe_payload<T>();
}

// The result of a call and the params of a handler.
template <class T>
constexpr void require_received() {
  static_assert(std::is_default_constructible_v<T>,
                "a type that is received needs a default constructor: it is made first, then filled");
  require_codec<T>();
}

}  // namespace clamator::detail
