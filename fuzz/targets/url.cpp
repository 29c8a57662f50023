// Redis URLs: what is accepted is read back from its parts, what is refused shows no password.
#include <string>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/url.hpp>

#include "target.hpp"

namespace clamator::fuzz {
namespace {

constexpr std::string_view secret = "hunter2";

std::string encoded(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string made;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    made += '%';
    made += digits[byte >> 4];
    made += digits[byte & 15];
  }
  return made;
}

bool same(const redis::address& a, const redis::address& b) {
  return a.host == b.host && a.port == b.port && a.unix_path == b.unix_path && a.username == b.username &&
         a.password == b.password && a.database == b.database;
}

void check_accepted(const redis::address& to) {
  require(to.database >= 0, "a database is never negative");
  require(!to.text().empty(), "an address has a text");
  std::string url = to.unix_path.empty() ? "redis://" : "unix://";
  if (!to.username.empty() || !to.password.empty())
    url += encoded(to.username) + ":" + encoded(to.password) + "@";
  if (to.unix_path.empty()) {
    require(!to.host.empty() && to.port != 0, "there is somewhere to connect to");
    const bool bracket = to.host.find(':') != to.host.npos;
    url += bracket ? "[" + to.host + "]" : encoded(to.host);
    url += ":" + std::to_string(to.port);
  } else {
    url += "/" + encoded(std::string_view(to.unix_path).substr(1));
  }
  url += "?db=" + std::to_string(to.database);
  require(same(redis::parse_url(url), to), "an address is read back from its parts");
}

// The secret put where a password may stand: behind the scheme, with an @ somewhere behind.
void check_secret(std::string_view input) {
  const std::size_t scheme = input.find("://");
  const std::size_t at = input.rfind('@');
  if (input.find(secret) != input.npos || scheme == input.npos || at == input.npos || at < scheme + 3) return;
  const std::size_t place = scheme + 3 + input.size() % (at - scheme - 2);
  const std::string url =
      std::string(input.substr(0, place)) + std::string(secret) + std::string(input.substr(place));
  try {
    const redis::address to = redis::parse_url(url);
    // A socket's path may have an @ in it.
    require(!to.unix_path.empty() || to.text().find(secret) == std::string::npos, "no text shows a password");
  } catch (const usage_error& error) {
    require(std::string_view(error.what()).find(secret) == std::string_view::npos,
            "no refusal shows a password");
  }
}

}  // namespace

void url_target(std::string_view input) {
  try {
    check_accepted(redis::parse_url(input));
  } catch (const usage_error& error) {
    const std::string_view message = error.what();
    require(message.starts_with("Redis URL: ") && message.size() > 20, "a refusal says what is wrong");
  }
  check_secret(input);
}

}  // namespace clamator::fuzz
