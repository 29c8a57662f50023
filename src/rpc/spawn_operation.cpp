#include "rpc/spawn_operation.hpp"

#include <boost/asio/co_spawn.hpp>

namespace clamator::detail {

void spawn_operation(const asio::any_io_executor& strand, asio::awaitable<void> operation,
                     std::unique_ptr<operation_end> end) {
  asio::co_spawn(strand, std::move(operation),
                 [end = std::move(end)](std::exception_ptr problem) { end->complete(std::move(problem)); });
}

}  // namespace clamator::detail
