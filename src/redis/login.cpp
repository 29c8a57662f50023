#include "redis/login.hpp"

#include <charconv>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/resp/command.hpp>

#include "redis/socket.hpp"

namespace clamator::redis::detail {
namespace {

// XAUTOCLAIM and XTRIM MINID came with it.
constexpr int oldest_major = 6;
constexpr int oldest_minor = 2;

// The value of `name` in what INFO answers.
std::string_view info_value(std::string_view info, std::string_view name) {
  for (std::size_t line = 0; line < info.size();) {
    const std::size_t end = std::min(info.find("\r\n", line), info.size());
    const std::string_view text = info.substr(line, end - line);
    if (text.starts_with(name) && text.substr(name.size()).starts_with(':'))
      return text.substr(name.size() + 1);
    line = end + 2;
  }
  return {};
}

bool is_too_old(std::string_view version) {
  int major = 0;
  int minor = 0;
  const char* const end = version.data() + version.size();
  const auto [dot, no_major] = std::from_chars(version.data(), end, major);
  if (no_major != std::errc() || dot == end) return false;
  const auto [rest, no_minor] = std::from_chars(dot + 1, end, minor);
  if (no_minor != std::errc()) return false;
  return major < oldest_major || (major == oldest_major && minor < oldest_minor);
}

}  // namespace

login::login(const address& to, std::string_view client_name) : to_(to) {
  if (!to.password.empty()) {
    if (to.username.empty()) {
      add(step::auth, {"AUTH", to.password});
    } else {
      add(step::auth, {"AUTH", to.username, to.password});
    }
  }
  if (to.database != 0) add(step::select, {"SELECT", std::to_string(to.database)});
  add(step::ping, {"PING"});
  if (!client_name.empty()) add(step::set_name, {"CLIENT", "SETNAME", client_name});
  add(step::version, {"INFO", "server"});
}

void login::add(step what, std::initializer_list<std::string_view> command) {
  resp::append_command(commands_, command);
  steps_.push_back(what);
}

void login::answered(resp::reply_view reply) {
  const step what = steps_[answered_++];
  if (!reply.is_error()) {
    if (what == step::version) check_version(reply.text());
    return;
  }
  // Neither a name nor the version is worth failing for, and ACLs often forbid PING as well.
  const bool optional = what == step::set_name || what == step::version ||
                        (what == step::ping && reply.text().starts_with("NOPERM"));
  if (!optional) throw cannot_connect(to_, why_refused(what, reply.text()));
}

void login::check_version(std::string_view info) const {
  const std::string_view version = info_value(info, "redis_version");
  if (!is_too_old(version)) return;
  throw cannot_connect(to_,
                       "this is Redis " + std::string(version) + "; 6.2 or later is needed, or any Valkey");
}

std::string login::why_refused(step what, std::string_view error) const {
  std::string said(error);
  if (error.starts_with("NOAUTH"))
    return said + " Write user and password in the URL: redis://user:password@host";
  if (what == step::auth) {
    const std::string who = to_.username.empty() ? "the default user" : "user '" + to_.username + "'";
    if (error.starts_with("WRONGPASS"))
      return said + " The password in the URL is not that of " + who + ", or there is no such user";
    return "log in as " + who + ": " + said;
  }
  if (what == step::select) return "select database " + std::to_string(to_.database) + ": " + said;
  return said;
}

std::string login::not_redis(std::string_view received, std::string_view reason, const address& to) {
  if (received.empty()) {
    return std::string("closed by the other side before it answered") +
           (to.secure || !to.unix_path.empty() ? "" : "; where the port is one for TLS, write rediss://");
  }
  // A TLS alert is how an OpenSSL server answers to what is not TLS.
  if (received.front() == '\x15') return "what answers there speaks TLS; write rediss://";
  const std::string why = " (" + std::string(reason) + ")";
  if (received.starts_with("HTTP/"))
    return "what answers there is not Redis but a web server" + why + "; check the port";
  return "what answers there is not Redis" + why + "; check host and port";
}

}  // namespace clamator::redis::detail
