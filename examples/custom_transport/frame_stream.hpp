// A connection that carries frames: four bytes of length, the most significant first, and that many of text.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

namespace custom_transport {

namespace asio = boost::asio;

// For one strand, the executor of its socket.
class frame_stream : public std::enable_shared_from_this<frame_stream> {
 public:
  using socket_type = asio::local::stream_protocol::socket;

  explicit frame_stream(socket_type socket);

  // The next frame. Throws boost::system::system_error when the connection has ended, whoever ended it.
  asio::awaitable<std::string> read();

  // Queues a frame. What the other side has not taken when the connection ends is lost.
  void write(std::string_view text);

  // Completes when all queued frames are written, or never will be.
  asio::awaitable<void> flush();

  void close();
  bool closed() const { return closed_; }

 private:
  // Keeps the stream alive for as long as it runs.
  static asio::awaitable<void> write_queued(std::shared_ptr<frame_stream> self);

  socket_type socket_;
  std::deque<std::string> queue_;
  asio::steady_timer written_;  // never expires: it is cancelled when the queue is empty
  bool writing_ = false;
  bool closed_ = false;
};

// The first line of a frame, which is taken off it. A frame is a few lines, the last one of any content.
std::string take_line(std::string& frame);

}  // namespace custom_transport
