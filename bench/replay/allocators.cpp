// In front of whatever gives memory. The linker leads what the program calls malloc to __wrap_malloc, and so
// on: Asio takes its memory with aligned_alloc, which a counting operator new alone does not see. What is
// counted has the C library's heap to itself.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "replay/allocations.hpp"
#include "replay/outside_heap.hpp"

namespace heap = bench::replay::outside_heap;
using bench::replay::is_counted;
using bench::replay::note_allocation;

// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the linker's names
extern "C" {

void* __real_malloc(std::size_t bytes);
void* __real_calloc(std::size_t count, std::size_t bytes);
void* __real_realloc(void* old, std::size_t bytes);
void* __real_aligned_alloc(std::size_t alignment, std::size_t bytes);
void __real_free(void* given);

void* __wrap_malloc(std::size_t bytes) {
  if (!is_counted()) return heap::allocate(bytes);
  note_allocation(bytes);
  return __real_malloc(bytes);
}

void __wrap_free(void* given) {
  if (heap::owns(given)) return heap::release(given);
  __real_free(given);
}

void* __wrap_calloc(std::size_t count, std::size_t bytes) {
  if (is_counted()) note_allocation(count * bytes);
  return __real_calloc(count, bytes);
}

void* __wrap_realloc(void* old, std::size_t bytes) {
  if (old != nullptr && !heap::owns(old)) {
    if (is_counted()) note_allocation(bytes);
    return __real_realloc(old, bytes);
  }
  void* const given = __wrap_malloc(bytes);
  if (given == nullptr || old == nullptr) return given;
  std::memcpy(given, old, std::min(bytes, heap::size(old)));
  heap::release(old);
  return given;
}

void* __wrap_aligned_alloc(std::size_t alignment, std::size_t bytes) {
  if (!is_counted() && alignment <= alignof(std::max_align_t)) return heap::allocate(bytes);
  if (is_counted()) note_allocation(bytes);
  return __real_aligned_alloc(alignment, bytes);
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

// Shared libraries, the C++ library's strings among them, take theirs here, too.
void* operator new(std::size_t bytes) {
  void* const given = std::malloc(bytes == 0 ? 1 : bytes);
  if (given == nullptr) throw std::bad_alloc();
  return given;
}

void* operator new(std::size_t bytes, std::align_val_t alignment) {
  const auto unit = static_cast<std::size_t>(alignment);
  void* const given = std::aligned_alloc(unit, (bytes + unit - 1) / unit * unit);
  if (given == nullptr) throw std::bad_alloc();
  return given;
}

void operator delete(void* given) noexcept {
  std::free(given);
}
void operator delete(void* given, std::size_t) noexcept {
  std::free(given);
}
void operator delete(void* given, std::align_val_t) noexcept {
  std::free(given);
}
void operator delete(void* given, std::size_t, std::align_val_t) noexcept {
  std::free(given);
}
