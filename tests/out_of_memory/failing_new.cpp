#include "failing_new.hpp"

#include <atomic>
#include <cstdlib>
#include <limits>
#include <new>

namespace clamator::test {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
std::atomic<std::size_t> least{none};
std::atomic<std::size_t> left{0};
std::atomic<bool> failed{false};

void* allocate(std::size_t bytes, std::size_t alignment) {
  if (bytes >= least.load() && left.fetch_sub(1) == 1) {
    least = none;
    failed = true;
    throw std::bad_alloc();
  }
  void* const memory = alignment > alignof(std::max_align_t)
                           ? std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment)
                           : std::malloc(bytes == 0 ? 1 : bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void fail_allocation(std::size_t nth, std::size_t bytes) {
  failed = false;
  left = nth;
  least = bytes;
}

bool allocations_succeed_again() {
  least = none;
  return failed;
}

}  // namespace clamator::test

void* operator new(std::size_t bytes) {
  return clamator::test::allocate(bytes, 1);
}
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  return clamator::test::allocate(bytes, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}
