// Where Redis is and how to log in there, read from a URL:
//
//   redis://[[user][:password]@]host[:port][/db]     host may be an IPv6 address in brackets
//   rediss://[[user][:password]@]host[:port][/db]    the same over TLS
//   unix://[[user][:password]@]/path/to/redis.sock
//
// with `?db=N` on all, as redis-py has it; where a database stands in the path too, `?db` wins. What a URL
// does not allow within user, password, host, path or parameters is percent-encoded there. Of redis-py's
// parameters for TLS, rediss:// knows ssl_ca_certs, ssl_certfile, ssl_keyfile, ssl_cert_reqs (required or
// none) and ssl_check_hostname (true or false), so that one URL serves all languages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/redis/tls_options.hpp>

namespace clamator::redis {

// What a URL says.
struct CLAMATOR_EXPORT address {
  std::string host = "localhost";  // a name, or an IP address without brackets
  std::uint16_t port = 6379;       // of TCP
  std::string unix_path;           // where not empty: a Unix domain socket, and host and port mean nothing
  std::string username;            // empty: Redis's default user
  std::string password;            // empty: none was given
  int database = 0;                // for SELECT; never negative
  bool secure = false;             // TLS
  tls_options tls;                 // for it; without meaning where not secure

  // For messages, without user and password: "127.0.0.1:6379", "[::1]:6379" or "unix:/run/redis.sock".
  std::string text() const;
};

// The parts of a URL. What it says of TLS goes over what `tls` says. Throws usage_error, which says what is
// wrong and what to write instead. It quotes nothing of the URL but the scheme and the name of an unknown
// query parameter: a password that was not percent-encoded may end up in any other part.
CLAMATOR_EXPORT address parse_url(std::string_view url, const tls_options& tls = {});

// $REDIS_URL where it is set and not empty, else "redis://localhost:6379".
CLAMATOR_EXPORT std::string default_url();

}  // namespace clamator::redis
