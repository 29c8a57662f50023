// The characters of a pattern, read one by one, and what ends the reading.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace clamator::codegen {

// Why a pattern cannot be used, with the remedy.
class pattern_problem : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class cursor {
 public:
  explicit cursor(std::string_view utf8);

  static constexpr char32_t end = 0xFFFFFFFF;

  bool at_end() const { return at_ == text_.size(); }
  char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : end; }
  char32_t next() { return text_[at_++]; }
  bool eat(char32_t wanted) {
    const bool found = peek() == wanted;
    if (found) ++at_;
    return found;
  }
  bool eat(std::u32string_view wanted) {
    const bool found = std::u32string_view(text_).substr(at_).starts_with(wanted);
    if (found) at_ += wanted.size();
    return found;
  }
  std::size_t position() const { return at_; }
  void go_back(std::size_t to) { at_ = to; }

  // It is no JavaScript.
  [[noreturn]] void refuse_syntax(const std::string& cause) const;

 private:
  std::u32string text_;
  std::size_t at_ = 0;
};

}  // namespace clamator::codegen
