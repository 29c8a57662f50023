// Short words for starting and stopping.
#pragma once

#include <chrono>
#include <future>

#include <clamator/rpc/client.hpp>
#include <clamator/rpc/server.hpp>

namespace clamator::test {

std::future<void> begin_start(clamator::client& client);
std::future<void> begin_start(clamator::server& server);
std::future<void> begin_stop(clamator::client& client);
std::future<void> begin_stop(clamator::server& server, std::chrono::milliseconds grace);
// With the grace time of its options.
std::future<void> begin_stop(clamator::server& server);

}  // namespace clamator::test
