// How often this program has asked for memory: its operator new counts.
#pragma once

#include <cstddef>

namespace clamator::test {

std::size_t allocation_count() noexcept;

}  // namespace clamator::test
