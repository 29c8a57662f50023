#include "protocol/recycled_large_memory.hpp"

#include <array>
#include <mutex>
#include <new>
#include <utility>

namespace clamator::detail {
namespace {

constexpr std::size_t steps = 4;  // sizes to each power of two
constexpr std::size_t sizes = steps * (std::bit_width(large_at_most) - std::bit_width(large_at_least)) + 1;

constexpr std::size_t size_index(std::size_t block_size) noexcept {
  const auto power = static_cast<std::size_t>(std::bit_width(block_size));
  const std::size_t within = (block_size >> (power - 3)) - steps;
  return steps * (power - std::bit_width(large_at_least)) + within;
}
static_assert(size_index(large_at_least) == 0 && size_index(large_at_most) == sizes - 1);
static_assert(size_index(large_block_size(large_at_least + 1)) == 1);

// What stands in a block that nobody has.
struct spare_block {
  spare_block* next;
};

class large_blocks {
 public:
  // Null where there is none.
  void* take(std::size_t size) noexcept {
    const std::lock_guard lock(mutex_);
    return pop(size_index(size), size);
  }

  // Where it would be too much, those of other sizes go first: they are what was in use before.
  void put(void* block, std::size_t size) noexcept {
    const std::size_t index = size_index(size);
    spare_block* gone = nullptr;
    {
      const std::lock_guard lock(mutex_);
      for (std::size_t other = 0; other != sizes && kept_ + size > large_kept_at_most; ++other) {
        while (other != index && spare_[other] != nullptr && kept_ + size > large_kept_at_most)
          gone = new (pop(other, sizes_at(other))) spare_block{gone};
      }
      spare_block*& list = kept_ + size > large_kept_at_most ? gone : spare_[index];
      if (&list != &gone) kept_ += size;
      list = new (block) spare_block{list};
    }
    while (gone != nullptr) ::operator delete(std::exchange(gone, gone->next));
  }

 private:
  static constexpr std::size_t sizes_at(std::size_t index) noexcept {
    return (large_at_least / steps << index / steps) * (steps + index % steps);
  }

  void* pop(std::size_t index, std::size_t size) noexcept {
    spare_block* const first = spare_[index];
    if (first == nullptr) return nullptr;
    spare_[index] = first->next;
    kept_ -= size;
    return first;
  }

  std::mutex mutex_;
  std::array<spare_block*, sizes> spare_{};
  std::size_t kept_ = 0;
};

// Never destroyed: threads may end after the program's static objects.
large_blocks& shared() {
  static large_blocks& only = *new large_blocks;
  return only;
}

}  // namespace

void* allocate_large(std::size_t bytes) {
  const std::size_t size = large_block_size(bytes);
  void* const spare = shared().take(size);
  return spare != nullptr ? spare : ::operator new(size);
}

void free_large(void* block, std::size_t bytes) noexcept {
  shared().put(block, large_block_size(bytes));
}

}  // namespace clamator::detail
