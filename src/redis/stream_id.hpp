// The id of a stream entry: milliseconds on Redis's clock, and a sequence number within them.
#pragma once

#include <charconv>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include <clamator/rpc/queue_place.hpp>

namespace clamator::redis::detail {

struct stream_id {
  std::uint64_t milliseconds = 0;
  std::uint64_t sequence = 0;

  // "<milliseconds>-<sequence>"; 0-0 for anything else, which no entry has.
  static stream_id parse(std::string_view text) noexcept {
    stream_id id;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, id.milliseconds);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') return {};
    const auto second = std::from_chars(first.ptr + 1, end, id.sequence);
    return second.ec == std::errc() && second.ptr == end ? id : stream_id{};
  }

  std::string text() const { return std::to_string(milliseconds) + "-" + std::to_string(sequence); }

  // How server_sink knows the request of that id.
  queue_place place() const noexcept { return {milliseconds, sequence}; }

  friend auto operator<=>(const stream_id&, const stream_id&) = default;
};

}  // namespace clamator::redis::detail
