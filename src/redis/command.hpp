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

// The same with several that must follow each other directly. The answer is the last one's, or the first
// error.
asio::awaitable<answer> execute_group(std::shared_ptr<connection_core> connection,
                                      std::vector<std::vector<std::string>> commands);

}  // namespace clamator::redis::detail
