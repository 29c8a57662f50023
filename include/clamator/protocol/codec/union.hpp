// Codec of tagged unions, over a table of their alternatives.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/described.hpp>
#include <clamator/protocol/tagged_union.hpp>

namespace clamator::detail {

struct union_case {
  std::string_view tag;
  std::string_view member;  // the discriminator as it is written: `"kind":"circle"`
  const object_layout* layout;
  void* (*emplace)(void* variant);
};

struct union_layout {
  std::string_view key;
  std::string_view quoted;  // `"kind":`
  std::span<const union_case> cases;
};

CLAMATOR_EXPORT void read_union(json::reader& in, void* variant, const union_layout& layout,
                                issue_list& issues);

template <class T>
concept has_union_table = requires { describe_union(type<T>{}); };

template <class Variant>
inline constexpr auto union_table = describe_union(type<Variant>{});

template <class Variant, std::size_t I>
inline constexpr const auto& alternative_of = std::get<I>(union_table<Variant>.alternatives);

template <class Variant, std::size_t I>
using alternative_type = typename std::decay_t<decltype(alternative_of<Variant, I>)>::value_type;

template <class Variant>
inline constexpr auto quoted_union_key = [] {
  constexpr std::string_view key = union_table<Variant>.key;
  fixed_text<quoted_capacity(key)> text;
  text.append_quoted(key);
  text.append(':');
  return text;
}();

template <class Variant, std::size_t I>
inline constexpr auto union_member = [] {
  constexpr std::string_view key = union_table<Variant>.key;
  constexpr std::string_view tag = alternative_of<Variant, I>.tag;
  fixed_text<quoted_capacity(key) + quoted_capacity(tag)> text;
  text.append_quoted(key);
  text.append(':');
  text.append_quoted(tag);
  return text;
}();

template <class Variant, class T>
void* emplace_alternative(void* variant) {
  return &static_cast<Variant*>(variant)->template emplace<T>();
}

template <class T>
constexpr bool has_field_named(std::string_view name) {
  for (const member_entry& entry : layout_of<T>.members) {
    if (entry.name == name) return true;
  }
  return false;
}

template <class Variant, std::size_t I>
constexpr union_case make_case() {
  using alternative = alternative_type<Variant, I>;
  static_assert(described<alternative>, "an alternative of a tagged union must be a described struct");
  static_assert(!has_field_named<alternative>(union_table<Variant>.key),
                "an alternative must not have a field of the discriminator's name");
  return {alternative_of<Variant, I>.tag, union_member<Variant, I>.view(), &layout_of<alternative>,
          emplace_alternative<Variant, alternative>};
}

template <class Variant>
inline constexpr auto union_cases = []<std::size_t... I>(std::index_sequence<I...>) {
  return std::array<union_case, sizeof...(I)>{make_case<Variant, I>()...};
}(std::make_index_sequence<std::tuple_size_v<decltype(union_table<Variant>.alternatives)>>{});

// Which case writes an alternative of type T.
template <class Variant, class T>
constexpr std::size_t case_for() {
  return []<std::size_t... I>(std::index_sequence<I...>) {
    std::size_t found = sizeof...(I);
    ((std::same_as<T, alternative_type<Variant, I>> ? void(found = I) : void()), ...);
    return found;
  }(std::make_index_sequence<union_cases<Variant>.size()>{});
}

template <class... Types>
  requires has_union_table<std::variant<Types...>>
struct codec_for<std::variant<Types...>> {
  using variant = std::variant<Types...>;
  static constexpr union_layout layout() {
    return {union_table<variant>.key, quoted_union_key<variant>.view(), union_cases<variant>};
  }
  static_assert(sizeof...(Types) == union_cases<variant>.size(), "tagged() must name each alternative once");
  static_assert(((case_for<variant, Types>() < sizeof...(Types)) && ...),
                "tagged() must name each alternative once");

  static void read(json::reader& in, variant& out, issue_list& issues) {
    static constexpr union_layout table = layout();
    read_union(in, &out, table, issues);
  }
  static void write(json::writer& out, const variant& value, issue_list& issues) {
    if (value.valueless_by_exception()) {
      out.null();
      return issues.add("a variant without a value");
    }
    std::visit(
        [&]<class T>(const T& alternative) {
          constexpr const union_case& one = union_cases<variant>[case_for<variant, T>()];
          write_object(out, &alternative, *one.layout, one.member, union_table<variant>.key, issues);
        },
        value);
  }
};

}  // namespace clamator::detail
