// A string, number or boolean that a contract names: what a constant() field holds, what stands for an
// enumerator of values(), and what tells the options of by_tag() apart.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace clamator {

// Made of a value by itself: "home", 1, 0.5 or true. Texts are of static storage, for it keeps a view.
// Immutable; a constant expression.
class literal {
 public:
  // What it holds.
  enum class kind_t : unsigned char {
    string,            // a text
    boolean,           // true or false
    signed_integer,    // an integer that fits std::int64_t, or is negative
    unsigned_integer,  // an integer of an unsigned type
    real,              // a double
  };

  // The empty text.
  constexpr literal() noexcept = default;
  // A text; without its quotes and escapes.
  constexpr literal(const char* text) noexcept : text_(text) {}
  // The same.
  constexpr literal(std::string_view text) noexcept : text_(text) {}
  // True or false.
  template <std::same_as<bool> Bool>
  constexpr literal(Bool value) noexcept : bits_(value ? 1 : 0), kind_(kind_t::boolean) {}
  // An integer.
  template <std::integral Integer>
    requires(!std::same_as<Integer, bool>)
  constexpr literal(Integer value) noexcept
      : bits_(static_cast<std::uint64_t>(value)),
        kind_(std::is_signed_v<Integer> ? kind_t::signed_integer : kind_t::unsigned_integer) {}
  // A number, which is finite.
  constexpr literal(double value) noexcept : real_(value), kind_(kind_t::real) {}

  constexpr kind_t kind() const noexcept { return kind_; }                 // what it holds
  constexpr std::string_view as_string() const noexcept { return text_; }  // the text; empty for other kinds
  constexpr bool as_bool() const noexcept { return bits_ != 0; }           // of a boolean
  constexpr double as_real() const noexcept { return real_; }              // of a real
  constexpr std::uint64_t as_unsigned() const noexcept { return bits_; }   // of an unsigned integer
  // Of a signed integer.
  constexpr std::int64_t as_signed() const noexcept { return static_cast<std::int64_t>(bits_); }

 private:
  std::string_view text_;
  std::uint64_t bits_ = 0;
  double real_ = 0;
  kind_t kind_ = kind_t::string;
};

}  // namespace clamator
