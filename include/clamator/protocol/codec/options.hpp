// Codec of classes that are derived from std::variant, over the table of their options.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/checked.hpp>
#include <clamator/protocol/codec/first_token.hpp>
#include <clamator/protocol/codec/literal.hpp>
#include <clamator/protocol/codec/quoted.hpp>

namespace clamator::detail {

struct option_row {
  void (*read)(json::reader& in, void* variant, issue_list& issues);
  token_set tokens;
};

struct tag_layout {
  std::string_view key;
  std::string_view quoted;  // `"type":`
  std::span<const literal> tags;
  std::span<const std::size_t> rows;  // of each tag
  std::span<const option_row> options;
};

CLAMATOR_EXPORT void read_first_match(json::reader& in, void* variant, std::span<const option_row> options,
                                      issue_list& issues);
CLAMATOR_EXPORT void read_by_tag(json::reader& in, void* variant, const tag_layout& layout,
                                 issue_list& issues);

// The std::variant that a class is derived from.
template <class... Types>
const std::variant<Types...>* base_of(const std::variant<Types...>* derived) {
  return derived;
}

template <class>
inline constexpr bool is_tag_table = false;
template <class... Options>
inline constexpr bool is_tag_table<by_tag_table<Options...>> = true;
template <class T>
using option_table_type = std::remove_cvref_t<decltype(option_table<T>)>;

template <class T>
inline constexpr std::size_t option_count = std::tuple_size_v<decltype(option_table<T>.options)>;
template <class T, std::size_t I>
inline constexpr const auto& option_of = std::get<I>(option_table<T>.options);
template <class T, std::size_t I>
using option_type = typename std::remove_cvref_t<decltype(option_of<T, I>)>::value_type;
template <class T>
using option_indices = std::make_index_sequence<option_count<T>>;

template <class A, class... Types>
constexpr bool holds_type(const std::variant<Types...>*) {
  return (std::same_as<A, Types> || ...);
}

template <class T, std::size_t I>
void read_option(json::reader& in, void* variant, issue_list& issues) {
  using alternative = option_type<T, I>;
  static_assert(holds_type<alternative>(static_cast<const T*>(nullptr)),
                "each option's type must be an alternative of the std::variant");
  auto& value = static_cast<T*>(variant)->template emplace<alternative>();
  if constexpr (is_tag_table<option_table_type<T>>) {
    decode(in, value, issues);
  } else {
    read_checked(in, value, option_of<T, I>.checks, issues);
  }
}

template <class T>
inline constexpr auto option_rows = []<std::size_t... I>(std::index_sequence<I...>) {
  return std::array<option_row, sizeof...(I)>{
      option_row{read_option<T, I>, first_tokens<option_type<T, I>>()}...};
}(option_indices<T>{});

template <class T>
inline constexpr auto quoted_tag_key = [] {
  constexpr std::string_view key = option_table<T>.key;
  fixed_text<quoted_capacity(key)> text;
  text.append_quoted(key);
  text.append(':');
  return text;
}();

template <class T>
constexpr std::size_t tag_count() {
  return std::apply([](const auto&... option) { return (option.tags.size() + ... + 0); },
                    option_table<T>.options);
}

template <class T>
inline constexpr auto tag_literals = [] {
  std::array<literal, tag_count<T>()> tags;
  std::size_t at = 0;
  const auto add = [&](const auto& option) {
    for (const literal& tag : option.tags) tags[at++] = tag;
  };
  std::apply([&](const auto&... option) { (add(option), ...); }, option_table<T>.options);
  return tags;
}();

template <class T>
inline constexpr auto tag_rows = [] {
  std::array<std::size_t, tag_count<T>()> rows{};
  std::size_t at = 0;
  std::size_t row = 0;
  const auto add = [&](const auto& option) {
    for (std::size_t i = 0; i < option.tags.size(); ++i) rows[at++] = row;
    ++row;
  };
  std::apply([&](const auto&... option) { (add(option), ...); }, option_table<T>.options);
  return rows;
}();

// What is held must pass the checks of one option of its type; otherwise the issues of the last one are it.
template <class T, class A>
void check_alternative(const A& value, issue_list& issues) {
  issue_list found;
  bool fits = false;
  const auto try_option = [&](const auto& option) {
    using alternative = typename std::remove_cvref_t<decltype(option)>::value_type;
    if constexpr (std::same_as<A, alternative>) {
      if (fits) return;
      found.clear();
      run_rules(option.checks, value, found);
      fits = found.empty();
    }
  };
  std::apply([&](const auto&... option) { (try_option(option), ...); }, option_table<T>.options);
  if (!fits) issues.append(found);
}

template <class T, class A>
constexpr bool has_option_for() {
  return []<std::size_t... I>(std::index_sequence<I...>) {
    return (std::same_as<A, option_type<T, I>> || ...);
  }(option_indices<T>{});
}

template <class T, class A>
void write_alternative(json::writer& out, const A& value, issue_list& issues) {
  static_assert(has_option_for<T, A>(), "each alternative of the std::variant needs an option of its type");
  const std::size_t before = issues.total();
  encode(out, value, issues);
  if constexpr (!is_tag_table<option_table_type<T>>) {
    if (issues.total() == before) check_alternative<T>(value, issues);
  }
}

template <has_option_table T>
struct codec_for<T> {
  static constexpr bool takes_null = (first_tokens<T>() & only(json::token::null)) != 0;

  static void read(json::reader& in, T& out, issue_list& issues) {
    if constexpr (is_tag_table<option_table_type<T>>) {
      static constexpr tag_layout layout{option_table<T>.key, quoted_tag_key<T>.view(), tag_literals<T>,
                                         tag_rows<T>, option_rows<T>};
      read_by_tag(in, &out, layout, issues);
    } else {
      read_first_match(in, &out, option_rows<T>, issues);
    }
  }
  static void write(json::writer& out, const T& value, issue_list& issues) {
    if (value.valueless_by_exception()) {
      out.null();
      return issues.add("a variant without a value");
    }
    std::visit([&](const auto& alternative) { write_alternative<T>(out, alternative, issues); },
               *base_of(&value));
  }
};

}  // namespace clamator::detail
