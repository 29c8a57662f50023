#include "workload/lifecycle.hpp"

#include <boost/asio/use_future.hpp>

namespace clamator::test {

std::future<void> begin_start(clamator::client& client) {
  return client.start(asio::use_future);
}
std::future<void> begin_start(clamator::server& server) {
  return server.start(asio::use_future);
}
std::future<void> begin_stop(clamator::client& client) {
  return client.stop(asio::use_future);
}
std::future<void> begin_stop(clamator::server& server, std::chrono::milliseconds grace) {
  return server.stop(grace, asio::use_future);
}
std::future<void> begin_stop(clamator::server& server) {
  return server.stop(asio::use_future);
}

}  // namespace clamator::test
