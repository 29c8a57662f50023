#include <clamator/redis/connection.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>

#include "redis/connection_core.hpp"

namespace clamator::redis {

connection::connection(const asio::any_io_executor& executor, connection_options options, log_sink log,
                       std::shared_ptr<observer> watching)
    : core_(std::make_shared<detail::connection_core>(
          clamator::detail::make_serial(executor), std::move(options),
          clamator::detail::serialized(std::move(log)), std::chrono::milliseconds(0), std::move(watching))) {}

void connection::close() {
  core_->close();
}

}  // namespace clamator::redis
