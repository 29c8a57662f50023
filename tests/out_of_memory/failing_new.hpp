// An operator new that fails when a test says so.
#pragma once

#include <cstddef>

namespace clamator::test {

// From now on the nth allocation (the first is 1) of at least `bytes`, by any thread, throws std::bad_alloc;
// the others succeed.
void fail_allocation(std::size_t nth, std::size_t bytes);

// Back to normal; whether one has failed.
bool allocations_succeed_again();

}  // namespace clamator::test
