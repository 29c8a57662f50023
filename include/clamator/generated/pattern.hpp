// A check of strings by a regular expression, in time that is linear in the text.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/checks.hpp>

namespace clamator {

namespace detail {

// A text that is a template argument.
template <std::size_t Size>
struct pattern_source {
  char characters[Size]{};
  consteval pattern_source(const char (&text)[Size]) {
    for (std::size_t i = 0; i < Size; ++i) characters[i] = text[i];
  }
  constexpr std::string_view view() const { return {characters, Size - 1}; }
};

// Immutable; any thread.
class CLAMATOR_EXPORT compiled_pattern {
 public:
  // Throws usage_error where `source` is no regular expression that RE2 knows.
  explicit compiled_pattern(std::string_view source);
  compiled_pattern(const compiled_pattern&) = delete;
  compiled_pattern& operator=(const compiled_pattern&) = delete;
  ~compiled_pattern();

  bool found_in(std::string_view text) const;

 private:
  struct expression;
  std::unique_ptr<const expression> expression_;
};

template <pattern_source Source>
const compiled_pattern& compiled() {
  // Never destroyed, for threads may still check values while the process ends.
  static const compiled_pattern& once = *new compiled_pattern(Source.view());
  return once;
}

template <pattern_source Source>
struct pattern_check {
  const char* written;
  const char* flags;
  template <class T>
  bool holds(const T& value) const {
    static_assert(text_like<T>, "pattern applies to strings");
    return compiled<Source>().found_in(value);
  }
  std::string message() const { return std::string("must match /") + written + "/" + flags; }
};

}  // namespace detail

// A string in which the expression is found anywhere, as by JavaScript's test(). The template argument is
// what RE2 compiles, once, when it is first needed; `written` and `flags` are literals, the expression as the
// contract has it. Where RE2 does not know the expression, reading and writing throw usage_error.
template <detail::pattern_source Source>
constexpr auto pattern(const char* written, const char* flags = "") {
  return detail::pattern_check<Source>{written, flags};
}

}  // namespace clamator
