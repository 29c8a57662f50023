#include "replay/outside_heap.hpp"

#include <array>
#include <bit>

#include <sys/mman.h>

namespace bench::replay::outside_heap {
namespace {

// Sizes are powers of two, each with a list of what was given back.
struct block {
  std::size_t order;
  block* next;
};
static_assert(sizeof(block) == 16);  // what stands behind it is aligned as malloc has it

constexpr std::size_t all = std::size_t{1} << 32;  // of addresses; only what is used takes memory

char* begin = nullptr;
std::size_t used = 0;
std::array<block*, 33> given_back{};

bool reserve() noexcept {
  if (begin != nullptr) return true;
  void* const found =
      ::mmap(nullptr, all, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (found == MAP_FAILED) return false;
  begin = static_cast<char*>(found);
  return true;
}

block* header(void* given) noexcept {
  return static_cast<block*>(given) - 1;
}

}  // namespace

void* allocate(std::size_t bytes) noexcept {
  if (!reserve() || bytes > all / 2) return nullptr;
  const auto order = static_cast<std::size_t>(std::bit_width(bytes + sizeof(block) - 1));
  block* found = given_back[order];
  if (found != nullptr) {
    given_back[order] = found->next;
  } else {
    const std::size_t size = std::size_t{1} << order;
    if (size > all - used) return nullptr;
    found = reinterpret_cast<block*>(begin + used);
    used += size;
    found->order = order;
  }
  return found + 1;
}

bool owns(const void* given) noexcept {
  const auto* const at = static_cast<const char*>(given);
  return begin != nullptr && at >= begin && at < begin + used;
}

std::size_t size(const void* given) noexcept {
  return (std::size_t{1} << (static_cast<const block*>(given) - 1)->order) - sizeof(block);
}

void release(void* given) noexcept {
  block* const freed = header(given);
  freed->next = given_back[freed->order];
  given_back[freed->order] = freed;
}

}  // namespace bench::replay::outside_heap
