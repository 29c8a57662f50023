#include <clamator/rpc/observer.hpp>

namespace clamator {
namespace {

constexpr std::array<std::string_view, event_count> names{
    "call_begun",           "call_sent",          "call_completed",        "call_answered",
    "call_failed",          "call_cancelled",     "call_withdrawn",        "call_doubtful",
    "call_sent_again",      "reply_unclaimed",    "request_received",      "request_taken_over",
    "request_repeated",     "request_begun",      "request_finished",      "request_failed",
    "request_expired",      "request_cancelled",  "request_given_back",    "request_given_up",
    "request_lost",         "request_deleted",    "request_dead_lettered", "dead_letter_refused",
    "reply_dropped",        "completion_refused", "completion_repeated",   "completion_abandoned",
    "leases_not_renewed",   "read_late",          "group_repaired",        "group_unrepaired",
    "stream_begun_anew",    "stream_trimmed",     "keeper_elected",        "consumer_removed",
    "reply_stream_removed", "connection_made",    "connection_lost",       "connection_failed",
    "redis_refused",
};
static_assert(!names.back().empty());

}  // namespace

std::string_view to_string(event what) noexcept {
  return names[static_cast<std::size_t>(what)];
}

void counting_observer::happened(const occurrence& what) noexcept {
  counts_[static_cast<std::size_t>(what.what)].fetch_add(what.times, std::memory_order_relaxed);
}

std::uint64_t counting_observer::count(event what) const noexcept {
  return counts_[static_cast<std::size_t>(what)].load(std::memory_order_relaxed);
}

std::string counting_observer::text() const {
  std::string lines;
  for (std::size_t i = 0; i < event_count; ++i) {
    const std::uint64_t times = count(static_cast<event>(i));
    if (times == 0) continue;
    lines += names[i];
    lines += " " + std::to_string(times) + "\n";
  }
  return lines;
}

}  // namespace clamator
