// Introducing a connection to Redis, before anything else goes over it: who we are, which database, and
// whether what answers is a Redis that we can work with. Decides only; a connection does the sending.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <clamator/protocol/buffer.hpp>
#include <clamator/redis/resp/reply.hpp>
#include <clamator/redis/url.hpp>

namespace clamator::redis::detail {

class login {
 public:
  // `client_name` is what CLIENT LIST will show; none where empty.
  login(const address& to, std::string_view client_name);

  // All commands, to be sent at once.
  std::string_view commands() const noexcept { return commands_.view(); }
  bool done() const noexcept { return answered_ == steps_.size(); }

  // The answer to the next command. Throws transport_error(connect_failed) that names the cause and the
  // remedy where the connection is of no use.
  void answered(resp::reply_view reply);

  // What to say where what the other side sent is no answer of Redis, for `reason`, or where it sent nothing.
  static std::string not_redis(std::string_view received, std::string_view reason, const address& to);

 private:
  enum class step { auth, select, ping, set_name, version };

  void add(step what, std::initializer_list<std::string_view> command);
  void check_version(std::string_view info) const;
  std::string why_refused(step what, std::string_view error) const;

  const address to_;
  buffer commands_;
  std::vector<step> steps_;
  std::size_t answered_ = 0;
};

}  // namespace clamator::redis::detail
