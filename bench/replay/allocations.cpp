#include "replay/allocations.hpp"

#include "replay/call_sites.hpp"

namespace bench::replay {
namespace {

bool is_wanted = false;
allocated sum;

}  // namespace

void note_allocations() noexcept {
  is_wanted = true;
}

allocated all_allocations() noexcept {
  return sum;
}

void note_allocation(std::size_t bytes) noexcept {
  if (!is_wanted) return;
  const counting not_what_this_needs(false);
  ++sum.times;
  sum.bytes += bytes;
  note_call_site(bytes);
}

}  // namespace bench::replay
