// Sends again what may not have arrived when a connection broke, and makes no second request of what did.
//
// The old connection's bytes may still be on their way, so it is ended first, by its id and address: from
// then on what it carried is on the stream, or never will be. One script then looks for each message behind
// the last one that was acknowledged, among the requests and among the replies, and adds what it does not
// find.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <clamator/rpc/client_transport.hpp>
#include <clamator/rpc/log.hpp>

#include "redis/connection_core.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

// Lives on the client's strand; the connection may be on another one.
class request_resend final : public std::enable_shared_from_this<request_resend> {
 public:
  request_resend(std::shared_ptr<connection_core> connection, asio::any_io_executor strand, client_sink& sink,
                 std::string key_prefix, std::string reply_stream, std::string name);

  // Nothing is told to the client any more.
  void close() noexcept { sink_ = nullptr; }

  // A connection is there: asks Redis who it is, and what time. `introduced` is called when it has said so;
  // nothing may be sent before.
  void connected(std::function<void()> introduced);
  // Any thread.
  bool introduced() const noexcept { return introduced_; }
  // Redis acknowledged a message with this id.
  void acknowledged(stream_id id) noexcept { time_ = std::max(time_, id.milliseconds); }
  // The connection is gone, and messages with it.
  void disconnected();

  // Says accepted() or doubtful() for each. The views are valid during this call only.
  void send(const std::vector<outgoing>& messages);

 private:
  // A connection as Redis knows it, and since when, on its clock, what was lost with it would be there.
  struct carrier {
    std::string id;
    std::string address;
    std::uint64_t since = 0;
  };
  struct message {
    call_id id;
    std::string time_to_live;  // empty for a notification
    std::string envelope;
  };
  struct batch {
    std::string service;
    std::vector<message> messages;
  };

  static asio::awaitable<void> introduce(std::shared_ptr<request_resend> self,
                                         std::function<void()> introduced);
  static asio::awaitable<void> run(std::shared_ptr<request_resend> self, std::vector<batch> batches);
  asio::awaitable<void> end_broken();
  asio::awaitable<void> add(const batch& what);
  void doubtful(const batch& what, const std::string& why);

  const std::shared_ptr<connection_core> connection_;
  const asio::any_io_executor strand_;
  client_sink* sink_;
  const std::string key_prefix_;
  const std::string reply_stream_;
  const std::string name_;
  std::atomic<bool> introduced_ = false;
  carrier present_;
  std::vector<carrier> broken_;
  std::uint64_t time_ = 0;   // on Redis's clock, at least
  std::uint64_t since_ = 0;  // what is to be sent again would be behind it
};

}  // namespace clamator::redis::detail
