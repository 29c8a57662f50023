// One random schedule: what happens to a world, and when, as a seed decides.
#pragma once

#include <cstdint>
#include <filesystem>
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

// Redis is where `socket` is, a path that nothing has.
verdict run_schedule(std::uint64_t seed, const std::filesystem::path& socket, bool traced);

}  // namespace clamator::simulation
