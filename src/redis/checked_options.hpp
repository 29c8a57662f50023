// What a user asks of a connection, looked at before anything is done with it.
#pragma once

#include <string>

#include <clamator/redis/connection.hpp>
#include <clamator/redis/url.hpp>

namespace clamator::redis::detail {

// Throws usage_error for what is out of range. Longer waits are taken for the longest, so that "for ever" can
// be said with a maximum.
connection_options checked(connection_options options);

// Where they lead. What they say of TLS is tried once, so that a file that is missing is told before anything
// is sent. Throws usage_error.
address checked_address(const connection_options& options);

// `options` with `name` as what CLIENT LIST shows, where they give no name themselves.
connection_options named(connection_options options, std::string name);

}  // namespace clamator::redis::detail
