// Completions that go to Redis in one transaction, their replies already as the commands that write them:
// each is put together once, where its handler ended, and costs no memory of its own.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <clamator/protocol/buffer.hpp>
#include <clamator/rpc/delivery.hpp>

#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

// One request that has run.
struct completion {
  stream_id id;
  std::string_view reply_to;  // empty: nothing is answered
  std::string_view reply;
  buffer* memory = nullptr;  // where a large reply stands, to be taken
};

class completion_batch {
 public:
  // Of their commands, beyond which another batch is begun: one block of memory holds them all.
  static constexpr std::size_t bytes_at_most = 1024 * 1024;
  static constexpr std::size_t bytes_to_go = delivery::large_reply;

  struct item {
    stream_id id;
    std::size_t begin = 0;        // of its command
    std::size_t end = 0;          // where that ends: at its beginning where nothing is answered
    std::size_t stream_at = 0;    // where its reply stream's name stands in that
    std::size_t stream_size = 0;  // and how long it is
    std::size_t reply_bytes = 0;
    bool note = false;  // the reply stream is to be noted as well

    bool answered() const noexcept { return end != begin; }
  };

  // `middle` is what stands between the stream and the envelope. A reply whose memory it takes must be alone.
  // Throws std::bad_alloc, and has added nothing then.
  void add(const completion& finished, std::string_view middle);
  // One of them alone.
  completion_batch only(const item& which) const;

  const std::vector<item>& items() const noexcept { return items_; }
  std::vector<item>& items() noexcept { return items_; }
  // An XADD for each that is answered, in order, and how many these are.
  // Behind them comes body(), with its line's end, where there is one.
  std::string_view replies() const noexcept { return commands_.view(); }
  std::string_view body() const noexcept { return body_.view(); }
  std::size_t answered() const noexcept { return answered_; }
  bool empty() const noexcept { return items_.empty(); }
  std::size_t bytes() const noexcept { return commands_.size() + body_.size(); }
  // Whether it should go out at once, so that Redis takes it while the next are worked on.
  bool large() const noexcept { return bytes() >= bytes_to_go; }
  bool full() const noexcept { return bytes() >= bytes_at_most || !body_.empty(); }

  std::string_view reply_to(const item& which) const noexcept {
    return commands_.view().substr(which.stream_at, which.stream_size);
  }

  // Forgets them, and keeps the memory for others.
  void recycle() noexcept;

 private:
  std::vector<item> items_;
  buffer commands_;
  buffer body_;  // the reply of which the head is the last of the commands
  std::size_t answered_ = 0;
};

}  // namespace clamator::redis::detail
