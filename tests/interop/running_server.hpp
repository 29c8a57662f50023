#pragma once

#include <chrono>
#include <string>

#include "interop/peer.hpp"

namespace clamator::interop {

/// A server of "arith" under one key prefix. Its instance id is its peer's name.
///
/// stop() it at the end of the test; one that was not stopped is killed, so that the next begins afresh.
class running_server {
 public:
  running_server(const peer& which, const std::string& prefix,
                 std::chrono::milliseconds claim_idle = std::chrono::minutes(1));
  running_server(const running_server&) = delete;
  running_server& operator=(const running_server&) = delete;
  ~running_server();

  void wait_until_working();  ///< returns when one more call of arith.wait has begun
  void stop();                ///< orderly; does nothing for one that was stopped or killed
  void kill();                ///< SIGKILL

 private:
  test::child_process& process_;
  bool serving_ = true;
};

}  // namespace clamator::interop
