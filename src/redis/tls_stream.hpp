// A connected socket with TLS on it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <clamator/protocol/buffer.hpp>

#include "redis/socket.hpp"

namespace clamator::redis::detail {

// All functions run on the socket's executor, which must be a strand. One read and one write may be under way
// at the same time; close() ends both.
class tls_stream : public std::enable_shared_from_this<tls_stream> {
 public:
  // `options` is read here: throws usage_error like make_tls_context().
  tls_stream(socket connected, const address& to);

  // Completes once the other side is who it should be. Throws transport_error(connect_failed) that names the
  // cause and the remedy, also where `deadline` comes first.
  asio::awaitable<void> handshake(std::chrono::steady_clock::time_point deadline);

  // Takes some bytes as they come. An end without TLS's own farewell is asio::error::eof as well: RESP tells
  // a reply that was cut off.
  asio::awaitable<std::size_t> read_some(asio::mutable_buffer room, boost::system::error_code& error);

  // Writes all of `bytes`; `done` is called when they are out, or cannot be.
  void write(buffer bytes, std::function<void(boost::system::error_code)> done);

  void close();

 private:
  void expect_name();

  const address to_;
  asio::ssl::context context_;
  asio::ssl::stream<socket> stream_;
};

// What `error`, met while talking TLS to `to`, means and what to do about it.
std::string tls_problem(const boost::system::error_code& error, const address& to);

}  // namespace clamator::redis::detail
