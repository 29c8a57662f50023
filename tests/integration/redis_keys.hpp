// What stands in Redis, as a test wants to know it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "support/redis_cli.hpp"

namespace clamator::test {

struct pending_entry {
  std::string id;
  std::string consumer;
  std::int64_t idle_ms = 0;
  std::int64_t delivery_count = 0;
};

// One service's keys under one prefix.
class redis_keys {
 public:
  redis_keys(redis_cli& cli, std::string prefix, std::string service = "work");

  const std::string& stream() const { return stream_; }
  const std::string& group() const { return service_; }

  std::vector<pending_entry> pending() const;
  std::int64_t length() const;
  bool group_exists() const;
  std::vector<std::string> reply_streams() const;

  // Puts an entry on the stream; a request of ours where only a number is given.
  std::string add(const std::vector<std::string>& fields) const;
  std::string add_request(std::int64_t number, const std::string& reply_to = {}) const;
  // Reads what waits as another consumer, which never answers; the ids.
  std::vector<std::string> read_as(const std::string& consumer, int count = 1) const;
  // The envelopes on a reply stream.
  std::vector<std::string> envelopes(const std::string& reply_stream) const;

 private:
  redis_cli& cli_;
  std::string prefix_;
  std::string service_;
  std::string stream_;
};

// The lines of CLIENT LIST but for the asking connection's own, and the value of one of their fields.
std::vector<std::string> connections(redis_cli& cli);
std::string client_field(const std::string& line, const std::string& name);

}  // namespace clamator::test
