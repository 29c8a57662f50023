// Which fault comes when. Decides and does nothing: the same seed gives the same plan.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace clamator::soak {

enum class fault_kind {
  server,      // one is killed, and another takes its place
  client,      // likewise
  connection,  // Redis closes one
  redis,       // it is killed, and comes back with what it had
  freeze,      // a server stands still for longer than its leases last
};

std::string_view to_string(fault_kind kind) noexcept;

// "all", "none", or names with commas between. Throws std::invalid_argument for anything else.
std::vector<fault_kind> fault_kinds(std::string_view list);

struct fault {
  fault_kind kind;
  std::chrono::milliseconds after;  // since the one before
  std::uint64_t choice;             // of its victim, modulo how many there are

  bool operator==(const fault&) const = default;
};

class fault_plan {
 public:
  // `kinds` is not empty. On average one each `every`, from half to one and a half times that.
  fault_plan(std::uint64_t seed, std::vector<fault_kind> kinds, std::chrono::milliseconds every);

  // Each kind comes once before any comes again, so that a short run has all of them.
  fault next();

 private:
  std::mt19937_64 random_;
  std::vector<fault_kind> kinds_;
  std::chrono::milliseconds every_;
  std::size_t at_ = 0;
};

}  // namespace clamator::soak
