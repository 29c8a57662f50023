// A pull reader: whoever knows what should come next asks for it, and the bytes go straight into its
// variables.
//
//   json::reader in(text);
//   in.begin_object();
//   for (std::string_view key; in.next_key(key);) {
//     if (key == "name") name = in.read_string(); else in.skip();
//   }
//   if (!in.finish()) report(in.error());
//
// Strict RFC 8259, also in values that are skipped: UTF-8 is checked, lone surrogates and control characters
// are refused, nesting is bounded. Duplicate keys are the caller's to refuse, who knows which keys it has
// seen.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/json/nesting.hpp>
#include <clamator/protocol/json/number.hpp>

namespace clamator::json {

// What may come next, told by one character.
enum class token : unsigned char {
  null,     // null
  boolean,  // true or false
  number,   // a number
  string,   // a string
  array,    // an array begins
  object,   // an object begins
  end,      // the text is over, or reading it has failed
  invalid,  // no value begins so
};

namespace detail {

// By first character.
CLAMATOR_EXPORT extern const std::array<token, 256> tokens;

// Whether two words at the same place are the same.
template <class Word>
bool same_word(const char* a, const char* b) noexcept {
  Word x;
  Word y;
  std::memcpy(&x, a, sizeof x);
  std::memcpy(&y, b, sizeof y);
  return x == y;
}

// For keys, which are short and mostly equal: a word at a time, the last ones overlapping.
inline bool same_bytes(const char* a, const char* b, std::size_t size) noexcept {
  if (size < 4) return std::memcmp(a, b, size) == 0;
  if (size < 8) {
    return same_word<std::uint32_t>(a, b) && same_word<std::uint32_t>(a + size - 4, b + size - 4);
  }
  for (std::size_t at = 0; at + 8 < size; at += 8) {
    if (!same_word<std::uint64_t>(a + at, b + at)) return false;
  }
  return same_word<std::uint64_t>(a + size - 8, b + size - 8);
}

}  // namespace detail

// Where and why reading ended.
struct syntax_error {
  std::size_t offset;   // in bytes, from the beginning of the text
  const char* message;  // a literal; nullptr where there is no error
};

// Errors are sticky: after the first, peek() is token::end, loops end, and reads give empty values.
// Not for use from two threads at once.
class CLAMATOR_EXPORT reader {
 public:
  // `text` must outlive the reader and every view that it gives. Containers may nest `max_depth` deep; nested
  // values are read and skipped by recursion, so it bounds the stack as well.
  explicit reader(std::string_view text, unsigned max_depth = default_depth) noexcept
      : begin_(text.data()), at_(begin_), end_(begin_ + text.size()), room_(max_depth) {}

  reader(const reader&) = delete;
  reader& operator=(const reader&) = delete;

  // Whether reading has ended with an error.
  bool failed() const noexcept { return error_.message != nullptr; }
  // That error; its message is nullptr while there is none.
  const syntax_error& error() const noexcept { return error_; }

  // Ends reading with an error at the current offset, unless there is one already. `message` is a literal.
  void fail(const char* message) noexcept { fail_at(at_, message); }

  // What the next value is, by its first character after white space. Consumes white space only and never
  // fails: token::invalid for a character that no value begins with, token::end at the end of the text.
  token peek() noexcept;

  // Consumes '{'. False, and failed(), where no object stands or the nesting is too deep.
  bool begin_object() noexcept;

  // Steps to the next member, whose value must then be read or skipped. False at '}', which is consumed, or
  // on failure. `key` is unescaped and valid until the next call. May throw std::bad_alloc.
  bool next_key(std::string_view& key);

  // Consumes the next member's key if it is written exactly as `quoted`: `"name":`, without escapes or white
  // space inside. Otherwise false and nothing happened, not even a failure: next_key() tells what is there.
  bool accept_key(std::string_view quoted) noexcept;

  // Consumes the next value if it is a string that is written exactly as `quoted`, with its quotes, directly
  // behind the key. Otherwise false and nothing happened: read_string() tells what is there.
  bool accept_string(std::string_view quoted) noexcept;

  // Consumes '['. False, and failed(), where no array stands or the nesting is too deep.
  bool begin_array() noexcept;

  // Steps to the next element, which must then be read or skipped. False at ']', which is consumed, or on
  // failure.
  bool next_element() noexcept;

  // The next value, which fails where that is no string. It is unescaped: a view into the text where it has
  // no escapes, else into the reader, valid until the next call. May throw std::bad_alloc.
  std::string_view read_string();
  // The next value, which fails where that is neither true nor false.
  bool read_bool() noexcept;
  // Steps over null, and fails where something else stands.
  void read_null() noexcept;
  // The next value, which fails where that is no number. Its text is a view into the text.
  number read_number() noexcept;

  // Steps over one value with the same strictness as reading it, and returns its text as it stands there;
  // empty on failure.
  std::string_view skip() noexcept;

  // True when nothing failed and only white space is left; anything else there is an error.
  bool finish() noexcept;

  // Where the next call begins to read; after an error, where it is.
  std::size_t offset() const noexcept;
  // All of the text.
  std::string_view text() const noexcept { return {begin_, static_cast<std::size_t>(end_ - begin_)}; }

  // A place to come back to, for those who must look ahead. Going back does not undo a failure.
  class place {
    friend class reader;
    const char* at_;
    unsigned room_;
    bool first_;
  };
  place save() const noexcept;             // where the reader is
  void restore(const place& to) noexcept;  // back there, unless reading has failed
  // For those who try one reading after another, nested: counts what was read since `from` as read in vain,
  // and fails where that is far more than the text has, so that nobody can make it exponential.
  void give_up(const place& from) noexcept;

 private:
  void fail_at(const char* at, const char* message) noexcept;
  void fail_here(const char* message) noexcept;
  void skip_spaces() noexcept;
  void skip_spaces_slowly() noexcept;
  bool descend(char bracket, const char* message) noexcept;
  bool ascend() noexcept;
  bool open_key() noexcept;
  bool next_skipped_key() noexcept;
  bool close_key() noexcept;
  void skip_value() noexcept;
  void read_literal(std::string_view literal, const char* message) noexcept;
  bool scan_string(std::string* unescaped, std::string_view& plain);
  char32_t scan_escape(const char*& at) noexcept;

  const char* begin_;
  const char* at_;
  const char* end_;
  std::size_t read_in_vain_ = 0;
  unsigned room_;       // levels that may still be opened
  bool first_ = false;  // just behind an opening bracket: no comma yet
  syntax_error error_{0, nullptr};
  std::string scratch_;
};

inline void reader::skip_spaces() noexcept {
  if (at_ != end_ && static_cast<unsigned char>(*at_) <= ' ') skip_spaces_slowly();
}

inline token reader::peek() noexcept {
  skip_spaces();
  return at_ == end_ ? token::end : detail::tokens[static_cast<unsigned char>(*at_)];
}

inline bool reader::accept_key(std::string_view quoted) noexcept {
  const char* at = at_;
  const auto left = static_cast<std::size_t>(end_ - at);
  const std::size_t comma = first_ ? 0 : 1;
  if (left < quoted.size() + comma || (comma != 0 && *at != ',')) return false;
  if (!detail::same_bytes(at + comma, quoted.data(), quoted.size())) return false;
  at_ = at + comma + quoted.size();
  first_ = false;
  return true;
}

inline bool reader::accept_string(std::string_view quoted) noexcept {
  if (static_cast<std::size_t>(end_ - at_) < quoted.size()) return false;
  if (!detail::same_bytes(at_, quoted.data(), quoted.size())) return false;
  at_ += quoted.size();
  return true;
}

inline bool reader::next_element() noexcept {
  skip_spaces();
  if (at_ != end_) {
    if (*at_ == ']') return ascend();
    if (first_) {
      first_ = false;
      return true;
    }
    if (*at_ == ',') {
      ++at_;
      return true;
    }
  }
  fail_here("expected ',' or ']'");
  return false;
}

inline bool reader::ascend() noexcept {
  ++at_;
  ++room_;
  first_ = false;
  return false;
}

inline reader::place reader::save() const noexcept {
  place here;
  here.at_ = at_;
  here.room_ = room_;
  here.first_ = first_;
  return here;
}

inline void reader::restore(const place& to) noexcept {
  if (failed()) return;
  at_ = to.at_;
  room_ = to.room_;
  first_ = to.first_;
}

}  // namespace clamator::json
