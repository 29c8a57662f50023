#include <memory>
#include <mutex>

#include <clamator/rpc/log.hpp>

namespace clamator {

std::string_view to_string(log_level level) noexcept {
  switch (level) {
    case log_level::debug:
      return "debug";
    case log_level::info:
      return "info";
    case log_level::warning:
      return "warning";
    case log_level::error:
      break;
  }
  return "error";
}

namespace detail {

log_sink serialized(log_sink sink) {
  if (!sink) return {};
  return [sink = std::move(sink), mutex = std::make_shared<std::mutex>()](log_level level,
                                                                          std::string_view message) {
    const std::lock_guard lock(*mutex);
    try {
      sink(level, message);
    } catch (...) {
      // A fault of the user's logging must not become one of what it was told about, and there is no other
      // place to report it to.
    }
  };
}

}  // namespace detail
}  // namespace clamator
