#include "allocation_count.hpp"

#include <cstdlib>
#include <new>

namespace clamator::test {
namespace {

std::size_t count = 0;

}  // namespace

std::size_t allocation_count() noexcept {
  return count;
}

}  // namespace clamator::test

void* operator new(std::size_t bytes) {
  ++clamator::test::count;
  void* const given = std::malloc(bytes == 0 ? 1 : bytes);
  if (given == nullptr) throw std::bad_alloc();
  return given;
}

void operator delete(void* given) noexcept {
  std::free(given);
}
void operator delete(void* given, std::size_t) noexcept {
  std::free(given);
}
