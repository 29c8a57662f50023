// Puts requests on their service's stream and tells the client what became of each.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/any_io_executor.hpp>

#include <clamator/protocol/buffer.hpp>
#include <clamator/rpc/client_transport.hpp>
#include <clamator/rpc/detail/async_event.hpp>
#include <clamator/rpc/detail/weak_executor.hpp>

#include "redis/connection_core.hpp"
#include "redis/reply_reader.hpp"
#include "redis/request_resend.hpp"

namespace clamator::redis::detail {

// Lives on the client's strand, which is the connection's too unless the connection is shared.
//
// Requests come to their streams in the order of send(): of its two connections one is used for as long as
// Redis has not answered all that went over the other.
class request_sender final : public std::enable_shared_from_this<request_sender>,
                             public answer_sink,
                             public connection_listener {
 public:
  // `resend` is null where nothing is sent again.
  request_sender(std::shared_ptr<connection_core> connection, asio::any_io_executor strand, client_sink& sink,
                 std::string key_prefix, const std::string& reply_stream, const std::string& name,
                 std::shared_ptr<request_resend> resend, std::shared_ptr<observer> watching);

  // Lets requests go over the connection of replies as well, where they need not keep to one.
  void use(std::shared_ptr<reply_reader> replies) {
    if (own_strand_ && !resend_) replies_ = std::move(replies);
  }

  bool send(const outgoing& message);
  // Completes when Redis has answered all that went over the connection of replies, or will not.
  asio::awaitable<void> answered_beside_replies();
  // Nothing is told to the client any more.
  void close() noexcept { sink_ = nullptr; }

  void answered(const call_id& id, resp::reply_view reply, std::string_view first_error) override;
  void lost(const call_id& id, bool sent, const std::string& reason) override;
  void connected() override;
  void disconnected(const std::string&) override;
  void drained() override;

 private:
  // Requests that went over one of the connections, where these are on the client's strand.
  class path final : public answer_sink {
   public:
    explicit path(request_sender& sender) noexcept : sender_(sender) {}
    void answered(const call_id& id, resp::reply_view reply, std::string_view first_error) override;
    void lost(const call_id& id, bool sent, const std::string& reason) override;

    std::size_t unanswered = 0;

   private:
    template <class Function>
    void told(Function function);

    request_sender& sender_;
  };

  void submit(connection_core& connection, path& over, const outgoing& message);
  void replies_path_answered();
  const buffer& head(std::string_view service, bool expects_reply);
  void append(buffer& out, const outgoing& message);
  void append_tail(buffer& out, const outgoing& message);
  void submit_large(const outgoing& message);
  // Of what came from another strand.
  void submit(const call_id& id, std::string_view command);
  void taken_over(std::size_t bytes);
  template <class Function>
  void tell(Function function);

  const std::shared_ptr<connection_core> connection_;
  const bool own_strand_;  // the connection's strand is the client's
  clamator::detail::weak_executor client_strand_;
  client_sink* sink_;
  const std::string key_prefix_;
  // The constant bytes of an XADD: up to the envelope, by service; and behind it, up to the time to live.
  std::map<std::string, buffer, std::less<>> call_heads_;
  std::map<std::string, buffer, std::less<>> notification_heads_;
  buffer tail_;
  buffer around_;                             // what stands before and behind a large envelope
  std::string from_;                          // the client's name
  std::atomic<std::size_t> handed_over_ = 0;  // bytes on their way to a connection on another strand
  const std::shared_ptr<request_resend> resend_;
  std::shared_ptr<reply_reader> replies_;  // or null
  path over_commands_{*this};
  path over_replies_{*this};
  bool waits_for_replies_path_ = false;
  clamator::detail::async_event all_answered_;
  const std::shared_ptr<observer> observer_;
};

}  // namespace clamator::redis::detail
