// From a struct's description, whether it is a field table or Boost.Describe's, to the table that object.hpp
// works with. Everything here is put together while compiling.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>

#include <clamator/protocol/codec/checked.hpp>
#include <clamator/protocol/codec/container.hpp>
#include <clamator/protocol/codec/json_value.hpp>
#include <clamator/protocol/codec/literal.hpp>
#include <clamator/protocol/codec/object.hpp>
#include <clamator/protocol/codec/quoted.hpp>
#include <clamator/protocol/fields.hpp>

namespace clamator::detail {

template <class T>
concept has_field_table = requires { describe_fields(type<T>{}); };

template <class T>
concept has_boost_members = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept nothing_inside = std::is_empty_v<T> && (std::is_aggregate_v<T> || std::same_as<T, std::monostate>);

template <class T>
concept described = has_field_table<T> || has_boost_members<T> || nothing_inside<T>;

template <class T, template <class...> class List, class... Members>
constexpr auto fields_from_boost(List<Members...>) {
  return fields<T>(field(Members::name, Members::pointer)...);
}

template <described T>
constexpr auto make_description() {
  if constexpr (has_field_table<T>) {
    return describe_fields(type<T>{});
  } else if constexpr (has_boost_members<T>) {
    using namespace boost::describe;
    return fields_from_boost<T>(describe_members < T, mod_any_access | mod_inherited > {});
  } else {
    return fields<T>();
  }
}

template <described T>
inline constexpr auto description = make_description<T>();

template <class T>
inline constexpr std::size_t field_count = std::tuple_size_v<decltype(description<T>.fields)>;

template <class T, std::size_t I>
inline constexpr const auto& field_of = std::get<I>(description<T>.fields);

template <class Field>
struct field_traits;
template <class Owner, class Member, class... Rules>
struct field_traits<const field_entry<Owner, Member, Rules...>&> {
  static constexpr bool constant = false;
  static constexpr bool has_default = (is_default<Rules> || ...);
  static constexpr bool optional = is_optional<Member>;
  static constexpr bool nullable = (std::is_same_v<Rules, nullable_marker> || ...);
  static constexpr bool required = (std::is_same_v<Rules, required_marker> || ...);
  static_assert(optional || !(nullable || required), "nullable and required are for std::optional members");
  static_assert(!(has_default && required), "a required field has no default value");
};
template <>
struct field_traits<const constant_entry&> {
  static constexpr bool constant = true;
};

template <class T, std::size_t I>
using traits_of = field_traits<decltype(field_of<T, I>)>;

template <class T, std::size_t I>
inline constexpr auto quoted_field_name = [] {
  constexpr std::string_view name = field_of<T, I>.name;
  fixed_text<quoted_capacity(name)> text;
  text.append_quoted(name);
  text.append(':');
  return text;
}();

template <class T, std::size_t I>
void read_field(json::reader& in, void* object, issue_list& issues) {
  constexpr const auto& field = field_of<T, I>;
  read_checked(in, static_cast<T*>(object)->*field.pointer, field.rules, issues);
}

template <class T, std::size_t I>
void write_field(json::writer& out, const void* object, issue_list& issues) {
  constexpr const auto& field = field_of<T, I>;
  using traits = traits_of<T, I>;
  const auto& value = static_cast<const T*>(object)->*field.pointer;
  if constexpr (traits::optional && !traits::nullable && !traits::required) {
    if (!value) return;
  }
  constexpr std::string_view key = quoted_field_name<T, I>.view();
  out.quoted_key(key);
  write_checked(out, value, field.rules, issues);
}

// Empty for what is no string: a number may be written in several ways.
template <class T, std::size_t I>
inline constexpr auto quoted_constant = [] {
  constexpr literal value = field_of<T, I>.value;
  fixed_text<quoted_capacity(value.as_string())> text;
  if (value.kind() == literal::kind_t::string) text.append_quoted(value.as_string());
  return text;
}();

template <class T, std::size_t I>
void read_constant(json::reader& in, void*, issue_list& issues) {
  constexpr std::string_view quoted = quoted_constant<T, I>.view();
  if constexpr (!quoted.empty()) {
    if (in.accept_string(quoted)) return;
  }
  require_literal(in, field_of<T, I>.value, issues);
}

template <class T, std::size_t I>
void write_constant(json::writer& out, const void*, issue_list& issues) {
  constexpr std::string_view key = quoted_field_name<T, I>.view();
  out.quoted_key(key);
  write_literal(out, field_of<T, I>.value, issues);
}

template <class Rule, class Member>
void apply_default([[maybe_unused]] const Rule& rule, [[maybe_unused]] Member& member) {
  if constexpr (is_default<Rule>) {
    if constexpr (std::is_invocable_v<decltype(rule.value)&>) {
      member = rule.value();
    } else {
      member = static_cast<Member>(rule.value);
    }
  }
}

template <class T, std::size_t I>
void absent_field(void* object) {
  constexpr const auto& field = field_of<T, I>;
  auto& member = static_cast<T*>(object)->*field.pointer;
  if constexpr (traits_of<T, I>::has_default) {
    std::apply([&](const auto&... rule) { (apply_default(rule, member), ...); }, field.rules);
  } else {
    member.reset();
  }
}

template <class T, std::size_t I>
constexpr member_entry make_member() {
  using traits = traits_of<T, I>;
  member_entry entry{field_of<T, I>.name, quoted_field_name<T, I>.view(), nullptr, nullptr, nullptr};
  if constexpr (traits::constant) {
    entry.read = read_constant<T, I>;
    entry.write = write_constant<T, I>;
  } else {
    entry.read = read_field<T, I>;
    entry.write = write_field<T, I>;
    if constexpr (traits::has_default || (traits::optional && !traits::required))
      entry.absent = absent_field<T, I>;
  }
  return entry;
}

template <class T>
inline constexpr auto member_table = []<std::size_t... I>(std::index_sequence<I...>) {
  return std::array<member_entry, sizeof...(I)>{make_member<T, I>()...};
}(std::make_index_sequence<field_count<T>>{});

template <class T>
void check_struct(const void* object, issue_list& issues) {
  const T& value = *static_cast<const T*>(object);
  std::apply([&](const auto&... check) { (run_check(check, value, issues), ...); }, description<T>.checks);
}

template <class T>
inline constexpr const auto& kept_member = std::get<0>(description<T>.unknown).pointer;
template <class T>
inline constexpr const auto& kept_rules = std::get<0>(description<T>.unknown).rules;

template <class T>
void clear_rest(void* object) {
  (static_cast<T*>(object)->*kept_member<T>).clear();
}

template <class T>
void read_rest(json::reader& in, void* object, std::string_view key, issue_list& issues) {
  auto& rest = static_cast<T*>(object)->*kept_member<T>;
  const std::string name(key);
  const std::size_t mark = issues.mark();
  if constexpr (std::same_as<std::decay_t<decltype(rest)>, boost::json::object>) {
    const auto [at, fresh] = rest.emplace(name, nullptr);
    if (!fresh) return refuse_duplicate(in, name, issues);
    read_checked(in, at->value(), kept_rules<T>, issues);
  } else {
    const auto [at, fresh] = rest.try_emplace(name);
    if (!fresh) return refuse_duplicate(in, name, issues);
    read_checked(in, at->second, kept_rules<T>, issues);
  }
  issues.prefix(mark, name);
}

template <class T>
void write_rest(json::writer& out, const void* object, bool (*known)(const void*, std::string_view),
                const void* context, issue_list& issues) {
  for (const auto& [key, value] : static_cast<const T*>(object)->*kept_member<T>) {
    const std::string_view name(key.data(), key.size());
    const std::size_t mark = issues.mark();
    if (known(context, name)) {
      issues.add("a kept key has the name of a field");
    } else {
      write_key(out, name, issues);
      write_checked(out, value, kept_rules<T>, issues);
    }
    if (issues.mark() != mark) issues.prefix(mark, name);
  }
}

template <class T>
constexpr object_layout make_layout() {
  static_assert(field_count<T> <= object_layout::max_members, "too many fields in one struct");
  object_layout layout;
  layout.members = member_table<T>;
  if constexpr (std::tuple_size_v<decltype(description<T>.checks)> != 0) layout.check = check_struct<T>;
  using policy = std::decay_t<decltype(description<T>.unknown)>;
  if constexpr (std::same_as<policy, std::tuple<unknown_keys>>) {
    const bool ignored = std::get<0>(description<T>.unknown) == unknown_keys::ignore;
    layout.unknown = ignored ? unknown_members::ignored : unknown_members::refused;
  } else if constexpr (!std::same_as<policy, std::tuple<>>) {
    layout.unknown = unknown_members::kept;
    layout.rest = {clear_rest<T>, read_rest<T>, write_rest<T>};
  }
  return layout;
}

template <class T>
inline constexpr object_layout layout_of = make_layout<T>();

template <described T>
struct codec_for<T> {
  static void read(json::reader& in, T& out, issue_list& issues) {
    read_object(in, &out, layout_of<T>, issues);
  }
  static void write(json::writer& out, const T& value, issue_list& issues) {
    write_object(out, &value, layout_of<T>, {}, {}, issues);
  }
};

}  // namespace clamator::detail
