// A blocking hiredis connection. Failures are thrown as std::runtime_error, answers that are errors too: the
// floor knows no recovery.
#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <hiredis/hiredis.h>

namespace bench_floor {

struct free_reply {
  void operator()(redisReply* reply) const noexcept { freeReplyObject(reply); }
};
using reply_ptr = std::unique_ptr<redisReply, free_reply>;

class connection {
 public:
  // To 127.0.0.1; hiredis sets TCP_NODELAY.
  explicit connection(int port);

  // Puts a command behind those that leave with the next read().
  void append(std::span<const std::string_view> arguments);
  void append(std::initializer_list<std::string_view> arguments);

  // Sends what was appended and waits for the next answer.
  reply_ptr read();

  // Sends what was appended and waits until there is something to read, or until `until`: which it was.
  bool readable_until(std::chrono::steady_clock::time_point until);

  // The same as read() for `answers` answers, which are looked at for errors only.
  void read_all(std::size_t answers);

 private:
  struct free_context {
    void operator()(redisContext* context) const noexcept { redisFree(context); }
  };

  std::unique_ptr<redisContext, free_context> context_;
  std::vector<const char*> texts_;
  std::vector<std::size_t> sizes_;
};

// The entries that XREAD or XREADGROUP of one stream answered; none where it timed out.
std::span<redisReply* const> entries_of(const redisReply& answer);

inline std::string_view text_of(const redisReply& reply) {
  return {reply.str, reply.len};
}

// The value of a stream entry's field; empty where the entry has no such field.
std::string_view field_of(const redisReply& entry, std::string_view field);

}  // namespace bench_floor
