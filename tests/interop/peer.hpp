#pragma once

#include <string>
#include <vector>

#include "support/child_process.hpp"
#include "support/redis_server.hpp"

namespace clamator::interop {

/// An implementation of clamator: this one, or a version of the Python packages.
struct peer {
  std::string version{};  ///< of clamator-over-redis; empty: C++

  bool cpp() const { return version.empty(); }
  std::string name() const;  ///< "cpp" or "python_0_1_5"
};

/// The versions that the build was told of, also where they are not installed: a test that needs one then
/// fails, and says how to install it.
std::vector<peer> python_peers();
std::vector<peer> all_peers();

/// One redis-server for the whole program; each test has a key prefix of its own.
const test::redis_server& shared_redis();

/// The process of a peer that serves or calls what it is told on its standard input. One of each lasts for
/// the whole program, as Python takes its time to start; one that was killed is replaced.
test::child_process& server_process(const peer& which);
test::child_process& client_process(const peer& which);  ///< Python's only

}  // namespace clamator::interop
