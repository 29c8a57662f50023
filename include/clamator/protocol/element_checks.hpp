// Checks of what a value holds, not of the value itself: each() of all elements, keys() of a map's keys, and
// item() of one element. They stand where other checks do, and may nest:
//
//   clamator::field("rows", &Table::rows, clamator::max_length(9), clamator::each(clamator::min_length(1)))
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>

#include <clamator/protocol/box.hpp>
#include <clamator/protocol/checks.hpp>
#include <clamator/protocol/open_tuple.hpp>

namespace clamator {

namespace detail {

template <class>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class>
inline constexpr bool is_box = false;
template <class T>
inline constexpr bool is_box<box<T>> = true;

template <class>
inline constexpr bool is_open_tuple = false;
template <class Rest, class... Ts>
inline constexpr bool is_open_tuple<open_tuple<Rest, Ts...>> = true;

template <class T>
concept map_like = requires { typename T::mapped_type; };
template <class T>
concept tuple_like = requires { std::tuple_size<T>::value; };

template <class T>
concept element_check = requires { typename T::checks_elements; };
template <class T>
concept any_check = value_check<T> || element_check<T>;

// Calls `function` with what is inside of optionals and boxes, if anything is.
template <class Value, class Function>
void look_inside(const Value& value, const Function& function) {
  if constexpr (is_optional<Value>) {
    if (value) look_inside(*value, function);
  } else if constexpr (is_box<Value>) {
    look_inside(*value, function);
  } else {
    function(value);
  }
}

template <class Rule, class Value>
void run_rule([[maybe_unused]] const Rule& rule, [[maybe_unused]] const Value& value,
              [[maybe_unused]] issue_list& issues) {
  if constexpr (value_check<Rule>) {
    run_check(rule, value, issues);
  } else if constexpr (element_check<Rule>) {
    rule.run(value, issues);
  }
}

// Runs those of the rules that are checks.
template <class... Rules, class Value>
void run_rules(const std::tuple<Rules...>& rules, const Value& value, issue_list& issues) {
  if constexpr ((any_check<Rules> || ...)) {
    look_inside(value, [&](const auto& inside) {
      std::apply([&](const auto&... rule) { (run_rule(rule, inside, issues), ...); }, rules);
    });
  }
}

template <class... Rules, class Value, class Place>
void run_rules_at(const Place& place, const std::tuple<Rules...>& rules, const Value& value,
                  issue_list& issues) {
  const std::size_t mark = issues.mark();
  run_rules(rules, value, issues);
  if (issues.mark() != mark) issues.prefix(mark, place);
}

// A key has no path of its own, so the message says that it is about the key.
CLAMATOR_EXPORT void add_key_issues(const issue_list& found, std::string_view key, issue_list& issues);

template <any_check... Checks>
struct each_check {
  using checks_elements = void;
  std::tuple<Checks...> checks;

  template <class T>
  void run(const T& value, issue_list& issues) const {
    if constexpr (map_like<T>) {
      for (const auto& [name, element] : value) run_rules_at(name, checks, element, issues);
    } else if constexpr (is_open_tuple<T>) {
      run_from(std::tuple_size_v<decltype(value.items)>, value.rest, issues);
    } else {
      static_assert(sized<T> && !text_like<T>, "each() applies to sequences, maps and open tuples");
      run_from(0, value, issues);
    }
  }

 private:
  template <class Sequence>
  void run_from(std::size_t index, const Sequence& elements, issue_list& issues) const {
    for (const auto& element : elements) run_rules_at(index++, checks, element, issues);
  }
};

template <any_check... Checks>
struct key_check {
  using checks_elements = void;
  std::tuple<Checks...> checks;

  template <class T>
  void run(const T& value, issue_list& issues) const {
    static_assert(map_like<T>, "keys() applies to maps");
    for (const auto& member : value) {
      issue_list found;
      run_rules(checks, member.first, found);
      if (!found.empty()) add_key_issues(found, member.first, issues);
    }
  }
};

template <std::size_t I, any_check... Checks>
struct item_check {
  using checks_elements = void;
  std::tuple<Checks...> checks;

  template <class T>
  void run(const T& value, issue_list& issues) const {
    if constexpr (is_open_tuple<T>) {
      run_rules_at(I, checks, std::get<I>(value.items), issues);
    } else {
      static_assert(tuple_like<T>, "item() applies to tuples, arrays and open tuples");
      run_rules_at(I, checks, std::get<I>(value), issues);
    }
  }
};

}  // namespace detail

// Checks of each element of a sequence, of each value of a map, and of each further element of an open_tuple.
// Issues stand at the element's path.
template <detail::any_check... Checks>
constexpr auto each(Checks... checks) {
  return detail::each_check<Checks...>{std::tuple<Checks...>(checks...)};
}

// Checks of each key of a map. Issues stand at the path of the key's value and begin with "key: ".
template <detail::any_check... Checks>
constexpr auto keys(Checks... checks) {
  return detail::key_check<Checks...>{std::tuple<Checks...>(checks...)};
}

// Checks of element number I of a std::tuple, a std::array or an open_tuple.
template <std::size_t I, detail::any_check... Checks>
constexpr auto item(Checks... checks) {
  return detail::item_check<I, Checks...>{std::tuple<Checks...>(checks...)};
}

}  // namespace clamator
