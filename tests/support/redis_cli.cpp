#include "support/redis_cli.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

#include <hiredis/hiredis.h>
#include <poll.h>

#include "support/redis_server.hpp"

namespace clamator::test {
namespace {

constexpr timeval patience{30, 0};

struct free_reply {
  void operator()(redisReply* reply) const { freeReplyObject(reply); }
};

boost::json::value to_json(const redisReply& reply) {
  switch (reply.type) {
    case REDIS_REPLY_INTEGER:
      return reply.integer;
    case REDIS_REPLY_NIL:
      return nullptr;
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
      return boost::json::string_view{reply.str, static_cast<std::size_t>(reply.len)};
    case REDIS_REPLY_ERROR:
      return boost::json::string{"(error) " + std::string{reply.str}};
    case REDIS_REPLY_ARRAY: {
      boost::json::array array;
      for (std::size_t i = 0; i < reply.elements; ++i) array.push_back(to_json(*reply.element[i]));
      return array;
    }
    default:
      throw redis_cli_error{"a reply of a type that RESP2 does not have: " + std::to_string(reply.type)};
  }
}

std::string joined(const std::vector<std::string>& command) {
  std::string line;
  for (const std::string& word : command) line += (line.empty() ? "" : " ") + word;
  return line;
}

}  // namespace

redis_cli::redis_cli(const redis_server& server) : redis_cli{server.port(), server.password()} {}
redis_cli::redis_cli(std::uint16_t port, std::string password)
    : port_{port}, password_{std::move(password)} {}
redis_cli::redis_cli(redis_cli&&) noexcept = default;
redis_cli& redis_cli::operator=(redis_cli&&) noexcept = default;
redis_cli::~redis_cli() = default;

void redis_cli::free_context::operator()(redisContext* context) const {
  redisFree(context);
}

boost::json::value redis_cli::text(const std::vector<std::string>& command) {
  if (!context_ || closed_by_the_server()) connect();
  std::vector<const char*> words;
  std::vector<std::size_t> sizes;
  for (const std::string& word : command) {
    words.push_back(word.data());
    sizes.push_back(word.size());
  }
  const std::unique_ptr<redisReply, free_reply> reply{static_cast<redisReply*>(
      redisCommandArgv(context_.get(), static_cast<int>(words.size()), words.data(), sizes.data()))};
  if (!reply) fail(joined(command));
  if (reply->type == REDIS_REPLY_ERROR) throw redis_cli_error{joined(command) + ": " + reply->str};
  return to_json(*reply);
}

void redis_cli::connect() {
  context_.reset(redisConnectWithTimeout("127.0.0.1", port_, patience));
  if (!context_) throw redis_cli_error{"hiredis: out of memory"};
  if (context_->err != 0) fail("connect to 127.0.0.1:" + std::to_string(port_));
  redisSetTimeout(context_.get(), patience);
  if (!password_.empty()) text({"AUTH", password_});
}

// Between commands nothing is due, so whatever can be read is the end of the connection.
bool redis_cli::closed_by_the_server() const {
  pollfd event{context_->fd, POLLIN, 0};
  return ::poll(&event, 1, 0) != 0;
}

void redis_cli::fail(const std::string& what) {
  const std::string reason = context_->errstr;
  context_.reset();
  throw redis_cli_error{what + ": " + reason};
}

}  // namespace clamator::test
