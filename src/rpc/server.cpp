#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/this_coro.hpp>

#include <clamator/rpc/server.hpp>

namespace clamator {

server::server(const asio::any_io_executor& executor, std::unique_ptr<server_transport> transport,
               detail::server_settings settings)
    : core_(std::make_shared<detail::server_core>(executor, std::move(transport), std::move(settings))) {}

server::~server() {
  if (core_) core_->abandon();
}

namespace detail {

// What is half started or half stopped could be neither used nor stopped: cancelling does not leave it there.
asio::awaitable<void> start_server(std::shared_ptr<server_core> core) {
  co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
  co_await core->start();
}
asio::awaitable<void> stop_server(std::shared_ptr<server_core> core, std::chrono::milliseconds grace) {
  co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
  co_await core->stop(grace);
}

}  // namespace detail
}  // namespace clamator
