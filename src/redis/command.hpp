// One command, awaited: for all that is not on the hot path.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include "redis/answer.hpp"

namespace clamator::redis::detail {

namespace asio = boost::asio;
class connection_core;

// Sends one command and completes with its answer, which may be an error. Throws
// transport_error(connection_lost) where none will come. Any strand.
asio::awaitable<answer> execute(std::shared_ptr<connection_core> connection,
                                std::vector<std::string> arguments);

}  // namespace clamator::redis::detail
