// Appends JSON to a buffer, without a tree and without white space. Commas are the writer's business, nesting
// the caller's: each begin needs its end, and in an object each value its key.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/buffer.hpp>
#include <clamator/protocol/json/nesting.hpp>

namespace clamator::json {

// Every function may throw std::bad_alloc, and the buffer then holds a part of a document.
class CLAMATOR_EXPORT writer {
 public:
  // `out` must outlive the writer. What it holds already stays, and is not looked at.
  explicit writer(buffer& out) noexcept : out_(&out) {}

  void begin_object() { begin('{'); }  // members follow, each a key() and a value
  void end_object() { end('}'); }      // of the innermost one that is open
  void begin_array() { begin('['); }   // elements follow
  void end_array() { end(']'); }       // of the innermost one that is open

  // Whether nothing more may be begun before something ends. The writer does not insist: whoever writes
  // nested values by recursion asks, and writes null instead.
  bool full() const noexcept { return depth_ >= deepest; }

  // A member's name, with the escapes that it needs. False where it is not valid UTF-8: the key is "" then,
  // so that the output is JSON all the same.
  bool key(std::string_view name);

  // A key that needs no escaping, as it will stand there: `"name":`.
  void quoted_key(std::string_view quoted) { append(quoted, false); }

  // False where `text` is not valid UTF-8; null stands there then. Written as it is but for what RFC 8259
  // wants escaped: quotes, backslashes and control characters.
  bool string(std::string_view text);

  void integer(std::int64_t value);            // in decimal, all digits
  void unsigned_integer(std::uint64_t value);  // the same without a sign

  // Shortest form that reads back as the same double; without a fraction where it is whole and below 2^53.
  // False for what JSON has no number for (infinite, not a number); null stands there then.
  bool real(double value);
  // The same for a float, in the shortest form that reads back as the same float.
  bool single_real(float value);

  void boolean(bool value) { append(value ? "true" : "false", true); }  // true or false
  void null() { append("null", true); }                                 // null

  // One value that is JSON already.
  void raw(std::string_view json) { append(json, true); }

  // A string that is known to need no escaping, with its quotes.
  void quoted_string(std::string_view quoted) { append(quoted, true); }

  // The buffer that it writes to.
  buffer& out() const noexcept { return *out_; }

 private:
  // Room for `bytes` and a comma, which is written where it is due.
  char* open(std::size_t bytes) {
    char* at = out_->reserve(bytes + 1);
    if (comma_) *at++ = ',';
    return at;
  }
  // The content now ends at `at`.
  void close(const char* at, bool comma) noexcept {
    out_->commit(static_cast<std::size_t>(at - (out_->data() + out_->size())));
    comma_ = comma;
  }
  void append(std::string_view text, bool comma) {
    char* at = open(text.size());
    if (!text.empty()) std::memcpy(at, text.data(), text.size());
    close(at + text.size(), comma);
  }
  void begin(char bracket) {
    char* at = open(1);
    *at = bracket;
    close(at + 1, false);
    ++depth_;
  }
  void end(char bracket) {
    --depth_;
    out_->push_back(bracket);
    comma_ = true;
  }
  bool quoted(std::string_view text, bool is_key);
  template <class Real>
  bool shortest(Real value);

  buffer* out_;
  unsigned depth_ = 0;
  bool comma_ = false;  // whether what comes next in this container needs a comma before it
};

}  // namespace clamator::json
