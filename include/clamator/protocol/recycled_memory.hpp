// Memory for what every call makes and frees again. With many calls in flight these come and go by dozens,
// more than the allocator keeps at hand for each size, and its slow path was a fifth of the instructions of a
// call (glibc 2.36, 64 in flight).
#pragma once

#include <cstddef>
#include <new>

#include <clamator/export.hpp>

namespace clamator::detail {

// Blocks of up to this many bytes are kept for the next who wants one, and those of large messages, from 4
// KB to 16 MB; others are operator new's.
inline constexpr std::size_t recycled_at_most = 1024;

// As operator new and delete, of any thread; `bytes` are those that it was allocated with. Each thread keeps
// up to 128 small blocks of each of five sizes, and hands what it has too many of to those that have too few.
// Of large ones the process keeps 32 MB.
CLAMATOR_EXPORT void* allocate_recycled(std::size_t bytes);
CLAMATOR_EXPORT void free_recycled(void* block, std::size_t bytes) noexcept;

// Whose objects live in such memory.
class recycled {
 public:
  static void* operator new(std::size_t bytes) { return allocate_recycled(bytes); }
  static void operator delete(void* block, std::size_t bytes) noexcept { free_recycled(block, bytes); }
  static void* operator new(std::size_t bytes, std::align_val_t alignment) {
    return ::operator new(bytes, alignment);
  }
  static void operator delete(void* block, std::size_t, std::align_val_t alignment) noexcept {
    ::operator delete(block, alignment);
  }
};

}  // namespace clamator::detail
