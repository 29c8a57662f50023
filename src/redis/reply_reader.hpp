// Reads a client's reply stream on a connection of its own, from its beginning and on from the last entry
// seen.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <clamator/rpc/client_transport.hpp>
#include <clamator/rpc/log.hpp>

#include "redis/connection_core.hpp"
#include "redis/lasting_problem.hpp"

namespace clamator::redis::detail {

// Lives on the client's strand, which is its connection's strand.
//
// Between two reads, requests can go over the same connection, in one write with the next one: Redis is
// woken, reads and writes once for both.
class reply_reader final : public std::enable_shared_from_this<reply_reader>,
                           public answer_sink,
                           public connection_listener {
 public:
  static constexpr std::chrono::milliseconds block{1000};
  // Replies that one read asks for, and bytes; as read_ahead does.
  static constexpr std::size_t most = 1024;
  static constexpr std::size_t most_bytes = std::size_t{128} << 10;

  reply_reader(std::shared_ptr<connection_core> connection, client_sink& sink, std::string stream,
               log_sink log, std::shared_ptr<observer> watching);

  void close();
  // Nothing is told to the client any more.
  void forget() noexcept { sink_ = nullptr; }
  // Adds what it knows of itself. Any thread.
  void add_health(client_health& now) const;

  // Whether no read is under way, and one is about to be: until then requests may be submitted to
  // connection().
  bool between_reads() const noexcept { return gap_ && connection_->ready() && !connection_->full(); }
  const std::shared_ptr<connection_core>& connection() const noexcept { return connection_; }
  // One was.
  void request_submitted();

  void answered(const call_id&, resp::reply_view reply, std::string_view) override;
  void lost(const call_id&, bool, const std::string&) override { reading_ = false; }
  void connected() override;

 private:
  // Begins the command anew where it is to ask for another number.
  void set_count(std::size_t count);
  void read();
  void hold_read(std::size_t replies);
  void end_gap();
  void read_later(const std::string& problem);

  const std::shared_ptr<connection_core> connection_;
  client_sink* sink_;
  const std::string stream_;
  const log_sink log_;
  const std::shared_ptr<observer> observer_;
  std::string last_id_ = "0-0";
  buffer head_;  // the command, up to the id
  std::size_t count_ = 0;
  bool reading_ = false;
  // Requests go in front of the next read while this is there.
  std::optional<connection_core::gathering> gap_;
  std::size_t callers_ = 0;  // who got a reply, and have not called again since
  lasting_problem problem_;  // why the last read failed
  asio::steady_timer retry_;
};

}  // namespace clamator::redis::detail
