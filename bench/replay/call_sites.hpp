// Who asked for memory: the functions that were running, for each place where it happens.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench::replay {

struct call_site {
  static constexpr std::size_t depth = 48;
  // Where each function will go on, innermost first, counted from the program's first byte as addr2line takes
  // it; 0 behind the last.
  std::array<std::uintptr_t, depth> frames{};
  std::uint64_t times = 0;
  std::uint64_t bytes = 0;
};

// From now on. It takes much time.
void note_call_sites();
void note_call_site(std::size_t bytes) noexcept;
const std::vector<call_site>& call_sites() noexcept;

}  // namespace bench::replay
