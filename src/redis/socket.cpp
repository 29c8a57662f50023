#include "redis/socket.hpp"

#include <memory>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/protocol/error.hpp>

namespace clamator::redis::detail {
namespace {

using boost::system::error_code;

transport_error failed(const address& to, const std::string& cause) {
  return transport_error(transport_errc::connect_failed, "connect " + to.text() + ": " + cause);
}

// Ends whatever it is armed around when the time is over.
template <class Cancel>
std::shared_ptr<asio::steady_timer> arm(const asio::any_io_executor& strand,
                                        std::chrono::steady_clock::time_point deadline,
                                        const std::shared_ptr<bool>& late, const Cancel& cancel) {
  auto timer = std::make_shared<asio::steady_timer>(strand, deadline);
  timer->async_wait([late, cancel, timer](error_code error) {
    if (error) return;
    *late = true;
    cancel();
  });
  return timer;
}

asio::awaitable<socket> open_unix(asio::any_io_executor strand, const address& to) {
  asio::local::stream_protocol::socket raw(strand);
  error_code error;
  co_await raw.async_connect(asio::local::stream_protocol::endpoint(to.unix_path),
                             asio::redirect_error(asio::use_awaitable, error));
  if (error) throw failed(to, error.message());
  raw.non_blocking(true);
  co_return socket(std::move(raw));
}

asio::awaitable<socket> open_tcp(asio::any_io_executor strand, const address& to,
                                 std::chrono::steady_clock::time_point deadline) {
  const auto late = std::make_shared<bool>(false);
  const auto resolver = std::make_shared<asio::ip::tcp::resolver>(strand);
  const auto raw = std::make_shared<asio::ip::tcp::socket>(strand);
  const auto timer = arm(strand, deadline, late, [resolver, raw] {
    resolver->cancel();
    raw->close();
  });
  error_code error;
  const auto endpoints = co_await resolver->async_resolve(to.host, std::to_string(to.port),
                                                          asio::redirect_error(asio::use_awaitable, error));
  if (!error) co_await asio::async_connect(*raw, endpoints, asio::redirect_error(asio::use_awaitable, error));
  timer->cancel();
  if (*late) throw failed(to, "no connection within the connect timeout");
  if (error) throw failed(to, error.message());
  raw->set_option(asio::ip::tcp::no_delay(true));
  raw->set_option(asio::socket_base::keep_alive(true));
  raw->non_blocking(true);
  co_return socket(std::move(*raw));
}

}  // namespace

asio::awaitable<socket> open_socket(asio::any_io_executor strand, const address& to,
                                    std::chrono::steady_clock::time_point deadline) {
  if (!to.unix_path.empty()) return open_unix(std::move(strand), to);
  return open_tcp(std::move(strand), to, deadline);
}

}  // namespace clamator::redis::detail
