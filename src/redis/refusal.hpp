// What Redis says when it will not do something.
#pragma once

#include <string_view>

namespace clamator::redis::detail {

// Whether a refusal passes by itself: Redis is full, loading, read-only after a failover, or busy. `error` is
// the answer to a command, to a transaction, or to a script that one of its commands failed in.
bool passes(std::string_view error) noexcept;

// Whether it is the right to acknowledge that is missing, which no reply is to blame for. `error` is the
// answer to a transaction, or to one of its commands.
bool forbids_acknowledging(std::string_view error) noexcept;

// The code that names it: "OOM", "NOPERM", "MOVED"; of a transaction or script that of what failed in it,
// where that is known, and otherwise the error's first word. Valid as long as `error` is.
std::string_view refusal_code(std::string_view error) noexcept;

}  // namespace clamator::redis::detail
