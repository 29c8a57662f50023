// Runs what launch_operation begins.
#pragma once

#include <memory>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <clamator/rpc/detail/launch_operation.hpp>

namespace clamator::detail {

// Runs it on the strand, and then tells who waits for it.
void spawn_operation(const asio::any_io_executor& strand, asio::awaitable<void> operation,
                     std::unique_ptr<operation_end> end);

}  // namespace clamator::detail
