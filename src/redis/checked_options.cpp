#include "redis/checked_options.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <clamator/protocol/error.hpp>
#include <clamator/rpc/call_options.hpp>

#include "redis/tls_context.hpp"

namespace clamator::redis::detail {
namespace {

// ASCII without the space.
bool is_printable(char c) {
  return c > ' ' && c <= '~';
}

}  // namespace

connection_options checked(connection_options options) {
  const std::chrono::milliseconds zero(0);
  if (options.connect_timeout <= zero) throw usage_error("option connect_timeout must be more than 0 ms");
  if (options.command_timeout <= zero) throw usage_error("option command_timeout must be more than 0 ms");
  if (options.reconnect_min <= zero) throw usage_error("option reconnect_min must be more than 0 ms");
  if (options.reconnect_max < options.reconnect_min) {
    throw usage_error("option reconnect_max must not be less than reconnect_min");
  }
  if (options.keepalive < std::chrono::seconds(3)) throw usage_error("option keepalive must be at least 3 s");
  for (const char c : options.client_name) {
    if (!is_printable(c))
      throw usage_error("option client_name must be of ASCII letters, digits and signs, without spaces");
  }
  for (auto* const wait :
       {&options.connect_timeout, &options.command_timeout, &options.reconnect_min, &options.reconnect_max}) {
    *wait = std::min(*wait, clamator::detail::longest_wait);
  }
  return options;
}

address checked_address(const connection_options& options) {
  address to = parse_url(options.url.empty() ? default_url() : options.url, options.tls);
  if (to.secure) {
    make_tls_context(to.tls);
  } else if (options.tls != tls_options()) {
    throw usage_error("option tls is set, but the URL is not one for TLS: write rediss://");
  }
  return to;
}

connection_options named(connection_options options, std::string name) {
  if (!options.client_name.empty()) return options;
  // An instance id may be anything, what Redis shows may not.
  for (char& c : name) {
    if (!is_printable(c)) c = '_';
  }
  options.client_name = std::move(name);
  return options;
}

}  // namespace clamator::redis::detail
