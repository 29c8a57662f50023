#include <clamator/rpc/server.hpp>

#include "rpc/spawn_operation.hpp"

namespace clamator {
namespace {

asio::awaitable<void> started(std::shared_ptr<detail::server_core> core) {
  co_await core->start();
}
asio::awaitable<void> stopped(std::shared_ptr<detail::server_core> core, std::chrono::milliseconds grace) {
  co_await core->stop(grace);
}

}  // namespace

server::server(const asio::any_io_executor& executor, std::unique_ptr<server_transport> transport,
               detail::server_settings settings)
    : core_(std::make_shared<detail::server_core>(executor, std::move(transport), std::move(settings))) {}

server::~server() {
  if (core_) core_->abandon();
}

namespace detail {

void start_server(std::shared_ptr<server_core> core, std::unique_ptr<operation_end> end) {
  const asio::any_io_executor strand = core->strand();
  spawn_operation(strand, started(std::move(core)), std::move(end));
}
void stop_server(std::shared_ptr<server_core> core, std::unique_ptr<operation_end> end,
                 std::chrono::milliseconds grace) {
  const asio::any_io_executor strand = core->strand();
  spawn_operation(strand, stopped(std::move(core), grace), std::move(end));
}

}  // namespace detail
}  // namespace clamator
