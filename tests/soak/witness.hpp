// Somebody who looks on: writes down which requests and replies were on their streams.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include <boost/json/value.hpp>

#include "soak/journal.hpp"

namespace clamator::soak {

// What is read here was there: Redis appends to its file before it answers anybody, so neither a request that
// a client was told of, nor one that is seen here, can be gone after a crash. So the ledger knows of requests
// whose callers were killed, or have not heard that they were stored. It reads without a group, and hinders
// nobody. What servers cut off before it came by, it does not see.
class witness {
 public:
  witness(std::uint16_t port, const std::filesystem::path& file);
  // Ends when it has read all there is.
  ~witness();

  // Looks at the replies to that client, too. Any thread.
  void watch(const std::string& client);

 private:
  void look();
  void write_down(const boost::json::value& streams);

  journal journal_;
  std::mutex mutex_;
  std::map<std::string, std::string> last_ids_;  // by stream
  std::atomic<bool> ending_ = false;
  std::uint16_t port_;
  std::thread thread_;
};

}  // namespace clamator::soak
