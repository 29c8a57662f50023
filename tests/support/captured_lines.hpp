#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace clamator::test {

/// What a child has written to one of its pipes, and which of its lines were already handed out.
class captured_lines {
 public:
  void append(std::string_view text) { text_ += text; }
  void end() { ended_ = true; }

  bool ended() const { return ended_; }
  const std::string& text() const { return text_; }

  /// Hands out the first line not yet handed out that contains `wanted`, and passes over those before it.
  std::optional<std::string> take(std::string_view wanted) {
    while (next_ < text_.size()) {
      std::size_t stop = text_.find('\n', next_);
      if (stop == std::string::npos) {
        if (!ended_) return std::nullopt;
        stop = text_.size();
      }
      std::string line = text_.substr(next_, stop - next_);
      next_ = stop + 1;
      if (line.find(wanted) != std::string::npos) return line;
    }
    return std::nullopt;
  }

 private:
  std::string text_;
  std::size_t next_ = 0;
  bool ended_ = false;
};

}  // namespace clamator::test
