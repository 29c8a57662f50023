#include "redis/socket.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace clamator::redis::detail {
namespace {

using boost::system::error_code;

constexpr int probes = 3;

// Whole seconds, as the system counts them.
int seconds(std::chrono::milliseconds time) {
  return static_cast<int>(std::clamp<std::int64_t>(time.count() / 1000, 1, 32'767));
}

// The other side counts as gone when `keepalive` has passed in silence and then `probes` probes, spread over
// as long again, were not answered.
error_code set_options(asio::ip::tcp::socket& raw, std::chrono::milliseconds keepalive) {
  error_code error;
  raw.set_option(asio::ip::tcp::no_delay(true), error);
  if (!error) raw.set_option(asio::socket_base::keep_alive(true), error);
#ifdef TCP_KEEPINTVL
  for (const auto& [name, value] :
       {std::pair(TCP_KEEPIDLE, seconds(keepalive)), std::pair(TCP_KEEPINTVL, seconds(keepalive / probes)),
        std::pair(TCP_KEEPCNT, probes)}) {
    if (!error && ::setsockopt(raw.native_handle(), IPPROTO_TCP, name, &value, sizeof value) != 0)
      error.assign(errno, boost::system::system_category());
  }
#endif
  if (!error) raw.non_blocking(true, error);
  return error;
}

// Redis takes connections out of the queue of its Unix socket as it finds the time. Where that is full, the
// system refuses at once instead of letting the connection wait, which Asio would take for success.
asio::awaitable<error_code> connect_unix(asio::local::stream_protocol::socket& raw,
                                         const asio::local::stream_protocol::endpoint& to,
                                         std::chrono::steady_clock::time_point deadline) {
  constexpr std::chrono::milliseconds pause(10);
  error_code error;
  raw.open(to.protocol(), error);
  if (!error) raw.non_blocking(true, error);
  asio::steady_timer retry(raw.get_executor());
  while (!error && ::connect(raw.native_handle(), to.data(), static_cast<socklen_t>(to.size())) != 0) {
    error.assign(errno, boost::system::system_category());
    if (error == asio::error::interrupted) error.clear();
    if (error != asio::error::try_again) continue;
    if (std::chrono::steady_clock::now() + pause > deadline) co_return asio::error::timed_out;
    retry.expires_after(pause);
    co_await retry.async_wait(asio::redirect_error(asio::use_awaitable, error));
  }
  co_return error;
}

asio::awaitable<socket> open_unix(asio::any_io_executor strand, const address& to,
                                  std::chrono::steady_clock::time_point deadline) {
  asio::local::stream_protocol::socket raw(strand);
  const error_code error = co_await connect_unix(raw, to.unix_path, deadline);
  if (error == asio::error::timed_out)
    throw cannot_connect(to, "no connection within the connect timeout: its queue is full");
  if (error) throw cannot_connect(to, error.message());
  co_return socket(std::move(raw));
}

asio::awaitable<socket> open_tcp(asio::any_io_executor strand, const address& to,
                                 std::chrono::steady_clock::time_point deadline,
                                 std::chrono::milliseconds keepalive) {
  const auto resolver = std::make_shared<asio::ip::tcp::resolver>(strand);
  const auto raw = std::make_shared<asio::ip::tcp::socket>(strand);
  const time_limit limit(strand, deadline, [resolver, raw] {
    resolver->cancel();
    raw->close();
  });
  error_code error;
  const auto endpoints = co_await resolver->async_resolve(to.host, std::to_string(to.port),
                                                          asio::redirect_error(asio::use_awaitable, error));
  if (!error) co_await asio::async_connect(*raw, endpoints, asio::redirect_error(asio::use_awaitable, error));
  if (limit.over()) throw cannot_connect(to, "no connection within the connect timeout");
  if (!error) error = set_options(*raw, keepalive);
  if (error) throw cannot_connect(to, error.message());
  co_return socket(std::move(*raw));
}

}  // namespace

transport_error cannot_connect(const address& to, const std::string& cause) {
  return transport_error(transport_errc::connect_failed, "connect " + to.text() + ": " + cause);
}

time_limit::time_limit(const asio::any_io_executor& strand, std::chrono::steady_clock::time_point deadline,
                       std::function<void()> end)
    : timer_(strand, deadline) {
  timer_.async_wait([state = state_, end = std::move(end)](error_code canceled) {
    if (canceled || !state->wanted) return;
    state->over = true;
    end();
  });
}

// The timer's handler may be queued already.
time_limit::~time_limit() {
  state_->wanted = false;
}

asio::awaitable<socket> open_socket(asio::any_io_executor strand, const address& to,
                                    std::chrono::steady_clock::time_point deadline,
                                    std::chrono::milliseconds keepalive) {
  if (!to.unix_path.empty()) return open_unix(std::move(strand), to, deadline);
  return open_tcp(std::move(strand), to, deadline, keepalive);
}

}  // namespace clamator::redis::detail
