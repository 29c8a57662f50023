// Calls whose beginnings and ends are written down.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "faults/scenario_ledger.hpp"
#include "over_redis.hpp"

namespace clamator::test {

// What one client calls. No two calls of a scenario have the same number. All functions are for one thread,
// and the client may be gone before.
class noted_calls {
 public:
  noted_calls(running_client& client, const scenario_ledger& ledger, const std::string& name)
      : noted_calls(client, ledger.journal_of(name)) {}
  noted_calls(running_client& client, const std::filesystem::path& journal);

  void call(std::int64_t number, std::chrono::milliseconds timeout = 20s);
  void note(std::int64_t number, std::chrono::milliseconds timeout = 20s);
  // So many calls at a time, numbered from `first`.
  void call_many(std::int64_t first, std::size_t count, std::chrono::milliseconds timeout = 20s);

  // Until so many have ended, and until all have.
  void wait_ended(std::size_t count) const;
  void wait_ended() const;

  std::size_t ended() const;
  // Of those that ended so: "result", "noted", or an error's name. "timed_out" are all whose name begins so.
  std::size_t ended_as(std::string_view how) const;
  // How many ended with what, for people.
  std::string endings() const;
  // Those that ended long after their deadline.
  std::vector<std::string> late() const;

 private:
  struct book;

  running_client& client_;
  std::size_t launched_ = 0;
  const std::shared_ptr<book> book_;  // handlers of calls keep it
};

}  // namespace clamator::test
