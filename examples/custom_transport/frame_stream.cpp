#include "frame_stream.hpp"

#include <array>

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/endian/conversion.hpp>
#include <boost/system/system_error.hpp>

namespace custom_transport {

frame_stream::frame_stream(socket_type socket)
    : socket_(std::move(socket)), written_(socket_.get_executor(), asio::steady_timer::time_point::max()) {}

asio::awaitable<std::string> frame_stream::read() {
  std::array<unsigned char, 4> head{};
  co_await asio::async_read(socket_, asio::buffer(head), asio::use_awaitable);
  std::string text(boost::endian::load_big_u32(head.data()), '\0');
  co_await asio::async_read(socket_, asio::buffer(text), asio::use_awaitable);
  // A read that was complete just before close() still arrives here, when nobody waits for its frame any
  // more.
  if (closed_) throw boost::system::system_error(asio::error::operation_aborted);
  co_return text;
}

void frame_stream::write(std::string_view text) {
  if (closed_) return;
  std::array<unsigned char, 4> head{};
  boost::endian::store_big_u32(head.data(), static_cast<std::uint32_t>(text.size()));
  queue_.emplace_back(head.begin(), head.end()).append(text);
  if (writing_) return;
  writing_ = true;
  asio::co_spawn(socket_.get_executor(), write_queued(shared_from_this()), asio::detached);
}

asio::awaitable<void> frame_stream::write_queued(std::shared_ptr<frame_stream> self) {
  boost::system::error_code failed;
  while (!self->queue_.empty() && !failed) {
    const std::string frame = std::move(self->queue_.front());
    self->queue_.pop_front();
    co_await asio::async_write(self->socket_, asio::buffer(frame),
                               asio::redirect_error(asio::use_awaitable, failed));
  }
  self->writing_ = false;
  if (failed) self->close();
  self->written_.cancel();
}

asio::awaitable<void> frame_stream::flush() {
  boost::system::error_code canceled;
  while (writing_) co_await written_.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
}

void frame_stream::close() {
  closed_ = true;
  queue_.clear();
  boost::system::error_code ignored;
  static_cast<void>(socket_.close(ignored));
}

std::string take_line(std::string& frame) {
  const std::size_t end = frame.find('\n');
  std::string line = frame.substr(0, end);
  frame.erase(0, end == std::string::npos ? end : end + 1);
  return line;
}

}  // namespace custom_transport
