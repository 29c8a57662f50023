// What a field's value must satisfy besides its type. Checks stand behind the member in field(), run after
// reading and when writing, and look through std::optional (an empty one passes) and clamator::box.
#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <clamator/export.hpp>
#include <clamator/protocol/issue.hpp>

namespace clamator {

namespace detail {

CLAMATOR_EXPORT std::string number_text(std::int64_t value);
CLAMATOR_EXPORT std::string number_text(std::uint64_t value);
CLAMATOR_EXPORT std::string number_text(double value);
CLAMATOR_EXPORT std::string string_text(std::string_view value);
CLAMATOR_EXPORT std::size_t count_code_points(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_multiple(double value, double divisor) noexcept;

template <class T>
concept arithmetic = std::is_arithmetic_v<T> && !std::same_as<T, bool>;
template <class T>
concept text_like = std::convertible_to<const T&, std::string_view>;
template <class T>
concept sized = requires(const T& value) {
  { value.size() } -> std::convertible_to<std::size_t>;
};

// What issue::found says of a value that is of the right type.
template <class T>
std::string found_value(const T& value) {
  if constexpr (std::floating_point<T>) {
    return number_text(static_cast<double>(value));
  } else if constexpr (arithmetic<T> && std::is_signed_v<T>) {
    return number_text(static_cast<std::int64_t>(value));
  } else if constexpr (arithmetic<T>) {
    return number_text(static_cast<std::uint64_t>(value));
  } else if constexpr (text_like<T>) {
    return string_text(value);
  } else if constexpr (sized<T>) {
    return std::to_string(value.size()) + " elements";
  } else {
    return {};
  }
}

template <arithmetic T>
std::string bound_text(T bound) {
  return found_value(bound);
}

// Exact between integers of any sign; as doubles where one of them is one.
template <arithmetic A, arithmetic B>
constexpr bool less(A a, B b) noexcept {
  if constexpr (std::integral<A> && std::integral<B>) {
    return std::cmp_less(a, b);
  } else {
    return static_cast<double>(a) < static_cast<double>(b);
  }
}

template <class T>
std::size_t length_of(const T& value) {
  static_assert(text_like<T> || sized<T>, "min_length and max_length apply to strings, sequences and maps");
  if constexpr (text_like<T>) {
    return count_code_points(value);
  } else {
    return value.size();
  }
}

struct safe_integer_check {
  template <class T>
  bool holds(T value) const {
    static_assert(arithmetic<T>, "safe_integer applies to numbers");
    constexpr std::int64_t most = 9007199254740991;
    if constexpr (std::floating_point<T>) {
      if (value != std::trunc(value)) return false;
    }
    return !less(most, value) && !less(value, -most);
  }
  std::string message() const { return "must be an integer between -(2^53 - 1) and 2^53 - 1"; }
};

enum class bound_kind { minimum, maximum, above, below };

template <bound_kind Kind, class Bound>
struct bound_check {
  Bound bound;
  template <class T>
  bool holds(T value) const {
    static_assert(arithmetic<T>, "minimum, maximum and their exclusive forms apply to numbers");
    if constexpr (Kind == bound_kind::minimum) return !less(value, bound);
    if constexpr (Kind == bound_kind::maximum) return !less(bound, value);
    if constexpr (Kind == bound_kind::above) return less(bound, value);
    if constexpr (Kind == bound_kind::below) return less(value, bound);
  }
  std::string message() const {
    constexpr const char* words[] = {"must be at least ", "must be at most ", "must be greater than ",
                                     "must be less than "};
    return words[static_cast<int>(Kind)] + bound_text(bound);
  }
};

template <class Divisor>
struct multiple_check {
  Divisor divisor;
  template <class T>
  bool holds(T value) const {
    static_assert(arithmetic<T>, "multiple_of applies to numbers");
    if constexpr (std::integral<T> && std::integral<Divisor>) {
      // The divisor is positive; the magnitude of the smallest integer does not fit its own type.
      const bool negative = std::cmp_less(value, 0);
      const auto bits = static_cast<std::uint64_t>(value);
      return (negative ? 0 - bits : bits) % static_cast<std::uint64_t>(divisor) == 0;
    } else {
      return is_multiple(static_cast<double>(value), static_cast<double>(divisor));
    }
  }
  std::string message() const { return "must be a multiple of " + bound_text(divisor); }
};

template <bool Least>
struct length_check {
  std::size_t bound;
  template <class T>
  bool holds(const T& value) const {
    const std::size_t length = length_of(value);
    return Least ? length >= bound : length <= bound;
  }
  std::string message() const {
    return (Least ? "length must be at least " : "length must be at most ") + std::to_string(bound);
  }
};

// `must be one of "a", "b"`.
CLAMATOR_EXPORT std::string must_be_one_of(const std::string_view* begin, const std::string_view* end);

template <std::size_t Size>
struct choice_check {
  std::array<std::string_view, Size> choices;
  template <class T>
  bool holds(const T& value) const {
    static_assert(text_like<T>, "one_of applies to strings");
    for (const std::string_view choice : choices) {
      if (choice == std::string_view(value)) return true;
    }
    return false;
  }
  std::string message() const { return must_be_one_of(choices.data(), choices.data() + Size); }
};

template <class Predicate>
struct custom_check {
  Predicate predicate;
  const char* text;
  template <class T>
  bool holds(const T& value) const {
    static_assert(std::is_invocable_r_v<bool, const Predicate&, const T&>,
                  "check() needs a predicate that takes the value and returns bool");
    return predicate(value);
  }
  std::string message() const { return text; }
};

template <class T>
concept value_check = requires(const T& check) {
  { check.message() } -> std::same_as<std::string>;
};

// Adds an issue at "" where the check fails.
template <value_check Check, class T>
void run_check(const Check& check, const T& value, issue_list& issues) {
  if (!check.holds(value)) [[unlikely]]
    issues.add(check.message(), found_value(value));
}

}  // namespace detail

// An integer that every peer's double holds exactly: at most 2^53 - 1 either way (ECMA-262,
// Number.isSafeInteger).
inline constexpr detail::safe_integer_check safe_integer{};

// At least `bound`. Integers are compared exactly, whatever their signs and sizes, as with the other bounds.
template <detail::arithmetic T>
constexpr auto minimum(T bound) {
  return detail::bound_check<detail::bound_kind::minimum, T>{bound};
}
// At most `bound`.
template <detail::arithmetic T>
constexpr auto maximum(T bound) {
  return detail::bound_check<detail::bound_kind::maximum, T>{bound};
}
// More than `bound`.
template <detail::arithmetic T>
constexpr auto exclusive_minimum(T bound) {
  return detail::bound_check<detail::bound_kind::above, T>{bound};
}
// Less than `bound`.
template <detail::arithmetic T>
constexpr auto exclusive_maximum(T bound) {
  return detail::bound_check<detail::bound_kind::below, T>{bound};
}

// A multiple of `divisor`, which is greater than 0. Doubles are taken for the shortest decimals that
// stand for them, so that 0.3
// is a multiple of 0.1.
template <detail::arithmetic T>
constexpr auto multiple_of(T divisor) {
  return detail::multiple_check<T>{divisor};
}

// At least `length` long: strings in code points, sequences and maps in elements.
constexpr auto min_length(std::size_t length) {
  return detail::length_check<true>{length};
}
// At most `length` long, counted alike.
constexpr auto max_length(std::size_t length) {
  return detail::length_check<false>{length};
}

// A string that is one of these literals.
template <std::convertible_to<std::string_view>... Choices>
constexpr auto one_of(Choices... choices) {
  return detail::choice_check<sizeof...(Choices)>{{std::string_view(choices)...}};
}

// Any condition; `message` is a literal and says what must be ("must not be empty"). Given to field() it is
// about the field's value, given to fields() it is about the struct, and runs only where all its members are
// right.
template <class Predicate>
constexpr auto check(Predicate predicate, const char* message) {
  return detail::custom_check<Predicate>{predicate, message};
}

}  // namespace clamator
