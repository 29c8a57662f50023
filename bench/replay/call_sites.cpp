#include "replay/call_sites.hpp"

#include <algorithm>

#include <execinfo.h>

// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming): the linker's name
extern "C" const char __executable_start;

namespace bench::replay {
namespace {

bool wanted = false;
std::vector<call_site> sites;

using frame_list = std::array<std::uintptr_t, call_site::depth>;

frame_list frames_here() noexcept {
  constexpr std::size_t own = 2;  // this function, and who calls it
  std::array<void*, call_site::depth + own> found{};
  const auto count = static_cast<std::size_t>(::backtrace(found.data(), static_cast<int>(found.size())));
  const auto start = reinterpret_cast<std::uintptr_t>(&__executable_start);
  frame_list frames{};
  for (std::size_t i = own; i < count; ++i)
    frames[i - own] = reinterpret_cast<std::uintptr_t>(found[i]) - start;
  return frames;
}

}  // namespace

void note_call_sites() {
  frames_here();  // the first time allocates
  wanted = true;
}

void note_call_site(std::size_t bytes) noexcept {
  if (!wanted) return;
  const frame_list frames = frames_here();
  auto known =
      std::find_if(sites.begin(), sites.end(), [&](const call_site& each) { return each.frames == frames; });
  if (known == sites.end()) known = sites.insert(sites.end(), call_site{.frames = frames});
  ++known->times;
  known->bytes += bytes;
}

const std::vector<call_site>& call_sites() noexcept {
  return sites;
}

}  // namespace bench::replay
