#include <charconv>
#include <cstdlib>

#include <boost/url/grammar/ci_string.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <sys/un.h>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/url.hpp>

namespace clamator::redis {
namespace {

namespace urls = boost::urls;

[[noreturn]] void refuse(const std::string& what) {
  throw usage_error("Redis URL: " + what);
}

// A decimal of `text`, all of it, from `least` to what Int holds.
template <class Int>
bool read_number(std::string_view text, Int least, Int& number) {
  const char* const last = text.data() + text.size();
  const auto [end, problem] = std::from_chars(text.data(), last, number);
  return problem == std::errc{} && end == last && number >= least;
}

// Says which part made the URL's syntax invalid, where that can be told.
[[noreturn]] void refuse_syntax(std::string_view url) {
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == url.npos) refuse("not a URL; write redis://host:port");
  std::string_view authority = url.substr(scheme_end + 3);
  authority = authority.substr(0, authority.find_first_of("/?#"));
  const std::string_view host = authority.substr(authority.rfind('@') + 1);
  const std::size_t colon = host.rfind(':');
  const bool has_port = colon != host.npos && host.find(']', colon) == host.npos;
  const bool is_number = has_port && host.find_first_not_of("0123456789", colon + 1) == host.npos;
  refuse(std::string(has_port && !is_number ? "the port is not a number" : "not a valid URL") +
         "; write redis://user:password@host:port/db, an IPv6 address in brackets, and characters such as "
         "@ : / ? # within the password percent-encoded");
}

// Boost.URL 1.81 takes what follows a broken host or port for a path that begins without a slash.
bool path_follows_host(const urls::url_view& url) {
  return !url.has_authority() || url.encoded_path().empty() || url.encoded_path().front() == '/';
}

// A password with one of / ? # in it, not encoded, ends the host early and leaves its @ in a later part.
void refuse_misplaced_password(const urls::url_view& url, bool path_is_free) {
  const bool in_path = !path_is_free && url.encoded_path().find('@') != std::string_view::npos;
  if (in_path || url.encoded_query().find('@') != std::string_view::npos || url.has_fragment()) {
    refuse(
        "an @ behind the host, or a #; characters such as / ? # within the password must be percent-encoded");
  }
}

void read_database(std::string_view text, address& to) {
  if (!read_number(text, 0, to.database)) {
    refuse("the database is not a number from 0 on; write redis://host:port/0, or ?db=0 at the end");
  }
}

bool read_flag(const std::string& name, std::string_view yes, std::string_view no, std::string_view text) {
  if (text == yes) return true;
  if (text != no) refuse(name + " is neither " + std::string(yes) + " nor " + std::string(no));
  return false;
}

// Whether `name` is one of redis-py's parameters for TLS.
bool read_tls_parameter(const std::string& name, const std::string& value, tls_options& tls) {
  if (name == "ssl_ca_certs") {
    tls.ca_file = value;
  } else if (name == "ssl_certfile") {
    tls.certificate_file = value;
  } else if (name == "ssl_keyfile") {
    tls.private_key_file = value;
  } else if (name == "ssl_cert_reqs") {
    if (!read_flag(name, "required", "none", value)) tls.verification = tls_verification::none;
  } else if (name == "ssl_check_hostname") {
    const bool check = read_flag(name, "true", "false", value);
    if (!check && tls.verification == tls_verification::full) tls.verification = tls_verification::chain;
  } else {
    return false;
  }
  return true;
}

void read_query(const urls::url_view& url, address& to) {
  for (const auto& parameter : url.params()) {
    if (parameter.key == "db") {
      read_database(parameter.value, to);
    } else if (!to.secure || !read_tls_parameter(parameter.key, parameter.value, to.tls)) {
      refuse("unknown parameter '" + parameter.key + "'; there is db, and with rediss:// ssl_ca_certs, " +
             "ssl_certfile, ssl_keyfile, ssl_cert_reqs and ssl_check_hostname");
    }
  }
}

void read_tcp(const urls::url_view& url, address& to) {
  refuse_misplaced_password(url, false);
  to.host = url.host_type() == urls::host_type::ipv6 ? url.host_address() : url.host();
  if (to.host.empty()) refuse("the host is missing; write redis://localhost:6379");
  if (!url.port().empty() && !read_number<std::uint16_t>(url.port(), 1, to.port)) {
    refuse("the port is not one from 1 to 65535; write redis://host:6379");
  }
  const std::string path = url.path();
  if (path.size() > 1) read_database(std::string_view(path).substr(1), to);
}

void read_unix(const urls::url_view& url, address& to) {
  refuse_misplaced_password(url, true);
  if (!url.has_authority() || !url.encoded_host().empty() || url.has_port() || url.path().size() < 2) {
    refuse("the socket's path is missing; write unix:///path/to/redis.sock, with three slashes");
  }
  to.unix_path = url.path();
  constexpr std::size_t longest = sizeof(sockaddr_un::sun_path) - 1;
  if (to.unix_path.size() > longest) {
    refuse("the socket's path has " + std::to_string(to.unix_path.size()) + " bytes, and the system takes " +
           std::to_string(longest) + ": move the socket, or link to its directory");
  }
}

}  // namespace

std::string address::text() const {
  if (!unix_path.empty()) return "unix:" + unix_path;
  const bool ipv6 = host.find(':') != host.npos;
  return (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

address parse_url(std::string_view text, const tls_options& tls) {
  const auto parsed = urls::parse_uri(text);
  if (!parsed || !path_follows_host(*parsed)) refuse_syntax(text);
  const urls::url_view& url = *parsed;

  address to;
  to.username = url.user();
  to.password = url.password();
  to.tls = tls;
  to.secure = urls::grammar::ci_is_equal(url.scheme(), "rediss");
  if (to.secure || urls::grammar::ci_is_equal(url.scheme(), "redis")) {
    read_tcp(url, to);
  } else if (urls::grammar::ci_is_equal(url.scheme(), "unix")) {
    read_unix(url, to);
  } else {
    refuse("unknown scheme '" + std::string(url.scheme()) + "'; write redis://, rediss:// or unix://");
  }
  read_query(url, to);
  return to;
}

std::string default_url() {
  const char* const url = std::getenv("REDIS_URL");
  return url != nullptr && *url != '\0' ? url : "redis://localhost:6379";
}

}  // namespace clamator::redis
