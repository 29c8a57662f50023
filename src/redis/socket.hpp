// Opening a socket to where an address says.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/url.hpp>

namespace clamator::redis::detail {

namespace asio = boost::asio;
using socket = asio::generic::stream_protocol::socket;

// What to throw where `to` cannot be reached: transport_error(connect_failed) with address and cause.
transport_error cannot_connect(const address& to, const std::string& cause);

// Ends what is under way when the time is over, unless it goes before. On the strand only.
class time_limit {
 public:
  time_limit(const asio::any_io_executor& strand, std::chrono::steady_clock::time_point deadline,
             std::function<void()> end);
  time_limit(const time_limit&) = delete;
  time_limit& operator=(const time_limit&) = delete;
  ~time_limit();

  bool over() const noexcept { return state_->over; }

 private:
  struct state {
    bool over = false;
    bool wanted = true;
  };

  std::shared_ptr<state> state_ = std::make_shared<state>();
  asio::steady_timer timer_;
};

// Resolves and connects, non-blocking and over TCP without delay (TCP_NODELAY) and with keepalive probes
// after `keepalive` of silence. Throws transport_error(connect_failed) that names the address and the cause,
// also where `deadline` comes first.
asio::awaitable<socket> open_socket(asio::any_io_executor strand, const address& to,
                                    std::chrono::steady_clock::time_point deadline,
                                    std::chrono::milliseconds keepalive);

}  // namespace clamator::redis::detail
