// Opening a socket to where an address says.
#pragma once

#include <chrono>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

#include <clamator/redis/url.hpp>

namespace clamator::redis::detail {

namespace asio = boost::asio;
using socket = asio::generic::stream_protocol::socket;

// Resolves and connects, non-blocking and without delay (TCP_NODELAY). Throws transport_error(connect_failed)
// that names the address and the cause, also where `deadline` comes first.
asio::awaitable<socket> open_socket(asio::any_io_executor strand, const address& to,
                                    std::chrono::steady_clock::time_point deadline);

}  // namespace clamator::redis::detail
