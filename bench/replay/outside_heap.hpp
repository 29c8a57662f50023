// Memory for all that is not counted. What the model of Redis takes and gives back would otherwise decide in
// which state the counted side finds the C library's heap, and so what malloc costs it.
#pragma once

#include <cstddef>

namespace bench::replay::outside_heap {

// Null where there is none left.
void* allocate(std::size_t bytes) noexcept;
bool owns(const void* given) noexcept;
// Of what it owns.
std::size_t size(const void* given) noexcept;
void release(void* given) noexcept;

}  // namespace bench::replay::outside_heap
