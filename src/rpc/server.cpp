#include <clamator/rpc/server.hpp>

namespace clamator {

server::server(const asio::any_io_executor& executor, std::unique_ptr<server_transport> transport,
               detail::server_settings settings)
    : core_(std::make_shared<detail::server_core>(executor, std::move(transport), std::move(settings))) {}

server::~server() {
  if (core_) core_->abandon();
}

namespace detail {

asio::awaitable<void> start_server(std::shared_ptr<server_core> core) {
  co_await core->start();
}
asio::awaitable<void> stop_server(std::shared_ptr<server_core> core, std::chrono::milliseconds grace) {
  co_await core->stop(grace);
}

}  // namespace detail
}  // namespace clamator
