// Where the library says what went wrong and how it was mended. It prints nothing by itself.
#pragma once

#include <functional>
#include <string_view>

#include <clamator/export.hpp>

namespace clamator {

// How grave a line of the log is.
enum class log_level {
  debug,    // what only those who look for a fault want to know
  info,     // something was mended, or is done
  warning,  // something went wrong that may mend itself
  error,    // something went wrong that somebody should look at
};

// "debug", "info", "warning" or "error".
CLAMATOR_EXPORT std::string_view to_string(log_level level) noexcept;

// Called once a fault or repair and once a request that cannot be read, a handler that threw, a notification
// that failed; not for calls that end as they should. From whichever thread noticed it, and never from two at
// once for one client or server. It should return soon; what it throws is dropped, since nobody is there to
// be told. It is kept for as long as anything of the client or server runs. Empty means silence.
using log_sink = std::function<void(log_level level, std::string_view message)>;

namespace detail {

// The same sink, called by one thread at a time, that never throws. Copies share that.
CLAMATOR_EXPORT log_sink serialized(log_sink sink);

}  // namespace detail

}  // namespace clamator
