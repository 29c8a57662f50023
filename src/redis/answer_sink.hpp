// Who is told what became of a command.
#pragma once

#include <string>
#include <string_view>

#include <clamator/protocol/call_id.hpp>
#include <clamator/redis/resp/reply.hpp>

namespace clamator::redis::detail {

// All functions run on the connection's strand. `tag` is what the command was submitted with.
class answer_sink {
 public:
  // Redis answered; of a group of commands this is the last one's answer, and `first_error` is the first
  // error among those before it. Both are valid during this call only.
  virtual void answered(const call_id& tag, resp::reply_view reply, std::string_view first_error) = 0;

  // No answer will come. Where `sent` is false Redis has surely not seen the command.
  virtual void lost(const call_id& tag, bool sent, const std::string& reason) = 0;

 protected:
  ~answer_sink() = default;
};

// Who is told what comes on a subscribed connection and answers no command: ["message", channel, text], valid
// during the call only. On the connection's strand.
class push_sink {
 public:
  virtual void pushed(resp::reply_view message) = 0;

 protected:
  ~push_sink() = default;
};

// Who is told that a connection is there, or has gone, on its strand.
class connection_listener {
 public:
  virtual void connected() = 0;
  virtual void disconnected(const std::string&) {}
  // It takes more again, where it did not for a while.
  virtual void drained() {}

 protected:
  ~connection_listener() = default;
};

}  // namespace clamator::redis::detail
