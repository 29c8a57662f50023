// Describing a struct by a table of its fields, for those whose wire names, checks or defaults Boost.Describe
// cannot express. The table is found beside the struct, or as its friend where members are private:
//
//   constexpr auto describe_fields(clamator::type<Order>) {
//     return clamator::fields<Order>(
//         clamator::field("processId", &Order::process_id, clamator::safe_integer, clamator::minimum(0)),
//         clamator::field("note", &Order::note),  // std::optional: may be absent or null
//         clamator::field("retries", &Order::retries, clamator::default_value(3)),
//         clamator::unknown_keys::ignore);
//   }
//
// It is a constant expression: names are literals, predicates are lambdas without captures.
#pragma once

#include <tuple>
#include <type_traits>

#include <clamator/protocol/checks.hpp>
#include <clamator/protocol/codec/core.hpp>
#include <clamator/protocol/element_checks.hpp>
#include <clamator/protocol/literal.hpp>

namespace clamator {

// What to do with a key that no field has.
enum class unknown_keys {
  refuse,  // an issue at its path
  ignore,  // read past it, still strictly
};

namespace detail {

struct nullable_marker {};
struct required_marker {};

template <class Value>
struct default_rule {
  Value value;
};

template <class Owner, class Member, class... Rules>
struct field_entry {
  const char* name;
  Member Owner::* pointer;
  std::tuple<Rules...> rules;
};

struct constant_entry {
  const char* name;
  literal value;
};

template <class Owner, class Member, class... Rules>
struct kept_keys {
  Member Owner::* pointer;
  std::tuple<Rules...> rules;
};

template <class>
inline constexpr bool is_field = false;
template <class Owner, class Member, class... Rules>
inline constexpr bool is_field<field_entry<Owner, Member, Rules...>> = true;
template <>
inline constexpr bool is_field<constant_entry> = true;

template <class>
inline constexpr bool is_unknown_policy = false;
template <>
inline constexpr bool is_unknown_policy<unknown_keys> = true;
template <class Owner, class Member, class... Rules>
inline constexpr bool is_unknown_policy<kept_keys<Owner, Member, Rules...>> = true;

template <class>
inline constexpr bool is_default = false;
template <class Value>
inline constexpr bool is_default<default_rule<Value>> = true;

template <class Rule>
inline constexpr bool is_rule =
    any_check<Rule> || is_default<Rule> || std::is_same_v<Rule, nullable_marker> ||
    std::is_same_v<Rule, required_marker>;

template <bool Wanted, class T>
constexpr auto tuple_if(const T& value) {
  if constexpr (Wanted) {
    return std::tuple<T>(value);
  } else {
    return std::tuple<>();
  }
}

// A struct's fields, its own checks, and at most one policy on unknown keys.
template <class Fields, class Checks, class Unknown>
struct struct_description {
  Fields fields;
  Checks checks;
  Unknown unknown;
};

}  // namespace detail

// On a std::optional: written as null where it is empty, instead of left out.
inline constexpr detail::nullable_marker nullable{};

// On a std::optional: the key must be there on reading (null is fine), as with Zod's nullable().
inline constexpr detail::required_marker required{};

// What the member is where its key is absent: a value that can be assigned to it, or a lambda without
// captures that returns one, for what is no constant: default_value([] { return std::vector{1, 2}; }).
template <class Value>
constexpr auto default_value(Value value) {
  return detail::default_rule<Value>{value};
}

// Puts unknown keys with their values into a member, a std::map<std::string, V> with any V that has a codec
// or a boost::json::object, and writes them back behind the fields. The checks are of each value.
template <class Owner, class Member, detail::any_check... Checks>
constexpr auto keep_unknown(Member Owner::* member, Checks... checks) {
  return detail::kept_keys<Owner, Member, Checks...>{member, std::tuple<Checks...>(checks...)};
}

// A field without a member, which always has the same value: a string, number or boolean. It must be there on
// reading, and is written in its place.
constexpr auto constant(const char* name, literal value) {
  return detail::constant_entry{name, value};
}

// One field: its name on the wire, its member, and checks or markers in any order.
template <class Owner, class Member, class... Rules>
constexpr auto field(const char* name, Member Owner::* member, Rules... rules) {
  static_assert((detail::is_rule<Rules> && ...),
                "field() takes checks, default_value(), nullable and required after the member");
  return detail::field_entry<Owner, Member, Rules...>{name, member, std::tuple<Rules...>(rules...)};
}

// The table: field()s and constant()s in the order in which they are written, check()s of the whole struct,
// and what to do with unknown keys (refused where nothing is said).
template <class T, class... Parts>
constexpr auto fields(Parts... parts) {
  static_assert(
      ((detail::is_field<Parts> || detail::value_check<Parts> || detail::is_unknown_policy<Parts>) && ...),
      "fields() takes field(), constant(), check(), unknown_keys and keep_unknown()");
  auto members = std::tuple_cat(detail::tuple_if<detail::is_field<Parts>>(parts)...);
  auto checks = std::tuple_cat(detail::tuple_if<detail::value_check<Parts>>(parts)...);
  auto unknown = std::tuple_cat(detail::tuple_if<detail::is_unknown_policy<Parts>>(parts)...);
  static_assert(std::tuple_size_v<decltype(unknown)> <= 1, "more than one policy on unknown keys");
  return detail::struct_description<decltype(members), decltype(checks), decltype(unknown)>{members, checks,
                                                                                            unknown};
}

}  // namespace clamator
