#include <clamator/rpc/client.hpp>
#include <clamator/rpc/detail/message_limits.hpp>

#include "rpc/spawn_operation.hpp"

namespace clamator {
namespace {

detail::client_settings checked(detail::client_settings settings) {
  if (settings.default_timeout <= std::chrono::milliseconds(0)) {
    throw usage_error("option default_timeout must be more than 0 ms");
  }
  if (settings.busy_poll.count() < 0) throw usage_error("option busy_poll must not be negative");
  if (settings.max_in_flight == 0) throw usage_error("option max_in_flight must be at least 1");
  detail::check_messages(settings.max_depth, settings.max_message_bytes);
  settings.log = detail::serialized(std::move(settings.log));
  return settings;
}

asio::awaitable<void> started(std::shared_ptr<detail::client_core> core) {
  co_await core->start();
}
asio::awaitable<void> stopped(std::shared_ptr<detail::client_core> core) {
  co_await core->stop();
}

}  // namespace

client::client(const asio::any_io_executor& executor, std::unique_ptr<client_transport> transport,
               detail::client_settings settings)
    : core_(std::make_shared<detail::client_core>(executor, std::move(transport),
                                                  checked(std::move(settings)))) {}

client::~client() {
  if (core_) core_->abandon();
}

namespace detail {

void start_client(std::shared_ptr<client_core> core, std::unique_ptr<operation_end> end) {
  const asio::any_io_executor strand = core->strand();
  spawn_operation(strand, started(std::move(core)), std::move(end));
}
void stop_client(std::shared_ptr<client_core> core, std::unique_ptr<operation_end> end) {
  const asio::any_io_executor strand = core->strand();
  spawn_operation(strand, stopped(std::move(core)), std::move(end));
}

}  // namespace detail
}  // namespace clamator
