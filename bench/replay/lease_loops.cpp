#include "replay/lease_loops.hpp"

#include <vector>

#include "redis/lease_thread.hpp"

namespace {

std::vector<boost::asio::io_context*> loops;

}  // namespace

namespace bench::replay {

void poll_lease_loops() {
  for (boost::asio::io_context* each : loops) {
    each->restart();
    each->poll();
  }
}

}  // namespace bench::replay

// In place of the library's own.
namespace clamator::redis::detail {

lease_thread::lease_thread() = default;

lease_thread::~lease_thread() {
  end();
}

void lease_thread::begin() {
  loops.push_back(&context_);
}

void lease_thread::end() {
  std::erase(loops, &context_);
}

}  // namespace clamator::redis::detail
