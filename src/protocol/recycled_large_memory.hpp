// The blocks that large messages stand in, kept for the next large ones: the C library gives blocks of this
// size back to the system, which clears each page of the next one again. Of a text of 256 KB that went
// through a server, a fifth of its CPU time went there.
#pragma once

#include <bit>
#include <cstddef>

namespace clamator::detail {

inline constexpr std::size_t large_at_least = std::size_t{4} << 10;
inline constexpr std::size_t large_at_most = std::size_t{16} << 20;

// Bytes of all blocks that nobody has, which the whole process keeps at most.
inline constexpr std::size_t large_kept_at_most = std::size_t{32} << 20;

constexpr bool is_large(std::size_t bytes) noexcept {
  return bytes >= large_at_least && bytes <= large_at_most;
}

// The size of the block that is given for so many bytes: four to each power of two.
constexpr std::size_t large_block_size(std::size_t bytes) noexcept {
  const std::size_t step = std::bit_floor(bytes) / 4;
  return (bytes + step - 1) / step * step;
}

// For sizes that are large. Any thread.
void* allocate_large(std::size_t bytes);
void free_large(void* block, std::size_t bytes) noexcept;

}  // namespace clamator::detail
