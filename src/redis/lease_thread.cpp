#include "redis/lease_thread.hpp"

namespace clamator::redis::detail {

lease_thread::lease_thread() = default;

lease_thread::~lease_thread() {
  end();
}

void lease_thread::begin() {
  thread_ = std::thread([this] { context_.run(); });
}

void lease_thread::end() {
  context_.stop();
  if (thread_.joinable()) thread_.join();
  context_.restart();
}

}  // namespace clamator::redis::detail
