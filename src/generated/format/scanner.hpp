// Walks over a text from its beginning, taking what may stand there.
#pragma once

#include <cstddef>
#include <string_view>

namespace clamator::detail {

constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_alphanumeric(char c) noexcept {
  return is_digit(c) || is_letter(c);
}
constexpr bool is_hex_digit(char c) noexcept {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

template <class Predicate>
constexpr bool all_of(std::string_view text, Predicate predicate) {
  for (const char c : text) {
    if (!predicate(c)) return false;
  }
  return true;
}

class scanner {
 public:
  constexpr explicit scanner(std::string_view text) noexcept : rest_(text) {}

  constexpr bool done() const noexcept { return rest_.empty(); }
  constexpr std::string_view rest() const noexcept { return rest_; }

  constexpr bool take(char c) noexcept {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  constexpr bool take_any_of(std::string_view characters) noexcept {
    if (done() || characters.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // As many as there are.
  template <class Predicate>
  constexpr std::string_view take_while(Predicate predicate) {
    std::size_t size = 0;
    while (size < rest_.size() && predicate(rest_[size])) ++size;
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  // Exactly so many digits, whose value is at most `most`; its value, or -1.
  constexpr int take_number(std::size_t digits, int most) noexcept {
    if (rest_.size() < digits) return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!is_digit(rest_[i])) return -1;
      value = value * 10 + (rest_[i] - '0');
    }
    if (value > most) return -1;
    rest_.remove_prefix(digits);
    return value;
  }

 private:
  std::string_view rest_;
};

}  // namespace clamator::detail
