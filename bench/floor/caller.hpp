// Calls in flight over two connections: one for requests, one for replies.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "connection.hpp"
#include "envelope.hpp"
#include "load.hpp"

namespace bench_floor {

using clock = std::chrono::steady_clock;

class caller {
 public:
  explicit caller(const load& work);

  // Sends as many requests as are free in one pipeline and reads Redis's answers to them.
  void send_all_free();
  // Reads replies, and waits for the first.
  void receive();

  // The same for calls whose latencies count from these times; at most as many as are free().
  void send(std::span<const clock::time_point> since);
  std::size_t free() const noexcept { return free_slots_.size(); }
  // Reads replies if they come before `until`; the read that waits for them goes on afterwards.
  void receive_until(clock::time_point until);

  // Waits for what is in flight and removes the reply stream.
  void finish();

  std::vector<float>& latencies_us() noexcept { return latencies_us_; }

 private:
  void append_request(std::size_t slot, clock::time_point since);
  void ask();
  void take();

  connection sender_;
  connection reader_;
  std::string requests_;
  std::string replies_;
  std::string last_id_ = "0-0";
  envelope request_;
  const envelope reply_;
  // A call's number is its slot, which it holds while it is in flight.
  std::vector<clock::time_point> started_;
  std::vector<std::size_t> free_slots_;
  std::vector<float> latencies_us_;
  int silent_reads_ = 0;
  bool asked_ = false;
};

}  // namespace bench_floor
