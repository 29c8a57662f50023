// What a server had begun that was here before under the same name: told by what is pending for that name
// when the next one starts.
#pragma once

#include <algorithm>
#include <cstddef>

namespace clamator::redis::detail {

// Decides and does nothing. It had begun as many as it has workers, which are the oldest, and what was
// claimed from others, since that begins at once. The rest it had only read ahead. What was exhausted is
// counted once more when it is taken, and nobody begins it with that count.
class predecessor {
 public:
  // What is to become of a request.
  struct verdict {
    unsigned attempts;  // that count against it; with the one that begins now, unless it is exhausted
    bool exhausted;     // it was begun often enough
    unsigned delivered() const noexcept {
      return exhausted ? attempts + 1 : attempts;
    }  // what Redis is to count
  };

  // 0 for `max_attempts`: without limit.
  predecessor(std::size_t concurrency, unsigned max_attempts) noexcept
      : begun_(concurrency), max_attempts_(max_attempts) {}

  // The next one that is pending, by ids, and that Redis counts as delivered so often.
  verdict judge(unsigned delivered) noexcept {
    if (max_attempts_ > 0 && delivered > max_attempts_) return {delivered - 1, true};
    const bool begun = !gone_ && (begun_ > 0 ? delivered > 0 : delivered > 1);
    if (begun_ > 0) --begun_;
    if (!begun) return {std::max(delivered, 1u), false};
    if (max_attempts_ > 0 && delivered >= max_attempts_) return {delivered, true};
    return {delivered + 1, false};
  }

  // All of it has been seen. What is found later was handed to the server that is here now, and not begun.
  void leave() noexcept { gone_ = true; }
  bool gone() const noexcept { return gone_; }

 private:
  std::size_t begun_;
  unsigned max_attempts_;
  bool gone_ = false;
};

}  // namespace clamator::redis::detail
