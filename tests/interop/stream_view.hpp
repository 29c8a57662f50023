#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "support/redis_cli.hpp"

namespace clamator::interop {

/// Field names and values, in the order in which they stand.
using stream_entry = std::vector<std::pair<std::string, std::string>>;

/// What stands in Redis, seen without either peer.
class stream_view {
 public:
  stream_view();

  std::vector<stream_entry> entries(const std::string& stream);
  /// Waits for the entry after those that this view has waited for before, and returns its envelope.
  std::string next_envelope(const std::string& stream);

  /// Writes a request to "arith" as a peer would, with replies to `<prefix>:replies:by-hand`.
  void send(const std::string& prefix, const std::string& envelope);

  std::vector<std::string> keys(const std::string& prefix);
  bool exists(const std::string& key);
  std::int64_t length(const std::string& stream);
  std::int64_t pending(const std::string& prefix);
  std::vector<std::string> consumers(const std::string& prefix);

  /// Waits until the condition holds, for what Redis tells nobody of: acknowledging and trimming.
  static bool eventually(const std::function<bool()>& condition);

 private:
  test::redis_cli cli_;
  std::string last_seen_ = "0";
};

}  // namespace clamator::interop
