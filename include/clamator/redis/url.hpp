// Where Redis is and how to log in there, read from a URL:
//
//   redis://[[user][:password]@]host[:port][/db]     host may be an IPv6 address in brackets
//   unix://[[user][:password]@]/path/to/redis.sock
//
// with `?db=N` on both, as redis-py has it; where a database stands in the path too, `?db` wins. What a URL
// does not allow within user, password, host or path is percent-encoded there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <clamator/export.hpp>

namespace clamator::redis {

struct CLAMATOR_EXPORT address {
  std::string host = "localhost";  // a name, or an IP address without brackets
  std::uint16_t port = 6379;
  std::string unix_path;  // where not empty: a Unix domain socket, and host and port mean nothing
  std::string username;   // empty: Redis's default user
  std::string password;   // empty: none was given
  int database = 0;       // for SELECT; never negative

  // For messages, without user and password: "127.0.0.1:6379", "[::1]:6379" or "unix:/run/redis.sock".
  std::string text() const;
};

// Throws usage_error, which says what is wrong and what to write instead. It quotes nothing of the URL but
// the scheme and the name of an unknown query parameter: a password that was not percent-encoded may end up
// in any other part. rediss:// is refused, as TLS is not supported yet.
CLAMATOR_EXPORT address parse_url(std::string_view url);

// $REDIS_URL where it is set and not empty, else "redis://localhost:6379".
CLAMATOR_EXPORT std::string default_url();

}  // namespace clamator::redis
