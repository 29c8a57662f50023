// Which reply streams a server has noted in Redis lately, so that whoever tidies up finds those of clients
// that are gone.
#pragma once

#include <chrono>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace clamator::redis::detail {

class reply_stream_notes {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  // Streams that are remembered; of more than that, the one that was noted first is noted again when it
  // comes.
  static constexpr std::size_t most = 4096;
  // A client's name may be anything. A longer one is not remembered, and noted each time.
  static constexpr std::size_t longest = 512;

  // Notes nothing.
  reply_stream_notes() = default;
  // Into the sorted set `key`, each stream once in `period`.
  reply_stream_notes(std::string key, std::chrono::milliseconds period)
      : key_(std::move(key)), period_(period) {}
  reply_stream_notes(const reply_stream_notes&) = delete;
  reply_stream_notes& operator=(const reply_stream_notes&) = delete;
  reply_stream_notes(reply_stream_notes&&) = default;
  reply_stream_notes& operator=(reply_stream_notes&&) = default;

  const std::string& key() const noexcept { return key_; }

  // Whether `stream`, which is written to, is to be noted. It counts as noted then. Where this throws
  // std::bad_alloc, it does not.
  bool due(std::string_view stream, time_point now);
  // That note did not get through.
  void forget(std::string_view stream);
  // What was noted may be lost.
  void forget_all() noexcept;

  // Redis refused a note: nothing is due for a period, and then everything. Whether it says so for the first
  // time.
  bool refused(std::string_view error, time_point now);
  // Redis took one.
  void accepted() noexcept { problem_.clear(); }

 private:
  struct note {
    std::string stream;
    time_point noted;
  };

  std::string key_;
  std::chrono::milliseconds period_{0};
  std::list<note> notes_;  // the oldest first
  std::unordered_map<std::string_view, std::list<note>::iterator> found_;
  const note* last_ = nullptr;  // that was asked for
  time_point refused_until_{};
  std::string problem_;
};

}  // namespace clamator::redis::detail
