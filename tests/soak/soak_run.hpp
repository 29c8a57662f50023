// One soak from its beginning to its end.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "soak/journal.hpp"
#include "soak/process_pool.hpp"
#include "soak/settings.hpp"
#include "soak/stream_state.hpp"
#include "soak/witness.hpp"
#include "support/redis_server.hpp"

namespace clamator::soak {

// A tenth of the calls are made without faults, so that memory can be measured; then come the others, under
// faults until the last has ended; then servers finish what is left on the stream.
class soak_run {
 public:
  soak_run(const soak_settings& settings, const std::filesystem::path& journals);

  // Writes the journals. Throws what makes it impossible to go on.
  void perform();

 private:
  using clock = std::chrono::steady_clock;

  void warm_up();
  void call_under_faults();
  void finish();
  void suffer(const fault& next);
  std::string suffered(const fault& next);
  void restart_redis();
  void watch_memory(bool all);
  void measure(const std::string& what, std::int64_t before, std::int64_t after);
  void wait_for_clients();
  // Whether clients write nothing any more, though they are not done.
  bool stuck();

  const soak_settings& settings_;
  std::filesystem::path journals_;
  journal driver_;
  test::redis_server redis_;
  stream_state state_;
  std::optional<witness> witness_;
  process_pool pool_;
  std::int64_t redis_before_ = 0;
  std::uintmax_t written_ = 0;
  clock::time_point progressed_ = clock::now();
};

}  // namespace clamator::soak
