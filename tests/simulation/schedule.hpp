// One random schedule: what happens to a world, and when, as a seed decides.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace clamator::simulation {

struct verdict {
  std::vector<std::string> broken;  // a line for each promise that was not kept
  std::string trace;                // of all that happened, where it was asked for
  std::size_t calls = 0;
  std::size_t runs = 0;
  std::size_t faults = 0;
};

verdict run_schedule(std::uint64_t seed, bool traced);

}  // namespace clamator::simulation
