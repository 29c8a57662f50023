#include "interop/running_server.hpp"

#include <utility>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace clamator::interop {

running_server::running_server(const peer& which, const std::string& prefix,
                               std::chrono::milliseconds claim_idle)
    : process_(server_process(which)) {
  const boost::json::value command = {{"op", "serve"},
                                      {"url", shared_redis().url()},
                                      {"prefix", prefix},
                                      {"instance", which.name()},
                                      {"claim_idle_ms", claim_idle.count()}};
  process_.write(serialize(command) + "\n");
  process_.wait_for_line("ready");
}

running_server::~running_server() {
  if (serving_) process_.kill();
}

void running_server::wait_until_working() {
  process_.wait_for_line("working");
}

void running_server::stop() {
  if (!std::exchange(serving_, false)) return;
  process_.write("{\"op\":\"stop\"}\n");
  process_.wait_for_line("stopped");
}

void running_server::kill() {
  serving_ = false;
  process_.kill();
}

}  // namespace clamator::interop
