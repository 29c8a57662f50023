// The times of tidying up, all of which follow from one option, cleanup_after.
#pragma once

#include <algorithm>
#include <chrono>

namespace clamator::redis::detail {

// How often the keeper tidies up, and how often each server asks whether it is the keeper.
constexpr std::chrono::milliseconds tidying_period(std::chrono::milliseconds cleanup_after) {
  return std::clamp(cleanup_after / 4, std::chrono::milliseconds(250), std::chrono::milliseconds(60'000));
}

// How long a keeper that says nothing remains one: two questions may fail.
constexpr std::chrono::milliseconds office_expiry(std::chrono::milliseconds cleanup_after) {
  return 3 * tidying_period(cleanup_after);
}

// How often a server notes a reply stream that it writes to. What was noted within cleanup_after is not
// forgotten, so a stream that is written to is noted again before that, by a server that still believes that
// it is.
constexpr std::chrono::milliseconds note_period(std::chrono::milliseconds cleanup_after) {
  return std::min(cleanup_after / 2, std::chrono::milliseconds(600'000));
}

}  // namespace clamator::redis::detail
