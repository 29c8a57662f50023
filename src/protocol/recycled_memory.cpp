#include <array>
#include <bit>
#include <mutex>
#include <new>
#include <utility>

#include <clamator/protocol/recycled_memory.hpp>

#include "protocol/recycled_large_memory.hpp"

// AddressSanitizer is to see each block's end of life.
#if defined(__SANITIZE_ADDRESS__)
#define CLAMATOR_RECYCLES 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CLAMATOR_RECYCLES 0
#endif
#endif
#ifndef CLAMATOR_RECYCLES
#define CLAMATOR_RECYCLES 1
#endif

namespace clamator::detail {
namespace {

constexpr std::size_t smallest = 64;
constexpr std::size_t sizes = std::bit_width(recycled_at_most / smallest);  // 64, 128, 256, 512, 1024

constexpr std::size_t size_index(std::size_t bytes) noexcept {
  return bytes <= smallest ? 0 : static_cast<std::size_t>(std::bit_width((bytes - 1) / smallest));
}
constexpr std::size_t size_at(std::size_t index) noexcept {
  return smallest << index;
}
static_assert(size_index(64) == 0 && size_index(65) == 1 && size_index(1024) == sizes - 1);

// What stands in a block that nobody has.
struct spare_block {
  spare_block* next;
  spare_block* next_batch;  // in the depot, of a batch's first
};

// As many as are handed from one thread to another at once.
constexpr std::size_t batch_size = 64;

struct batch {
  spare_block* first = nullptr;
  std::size_t count = 0;

  void push(void* block) noexcept {
    first = new (block) spare_block{first, nullptr};
    ++count;
  }
  void* pop() noexcept {
    --count;
    return std::exchange(first, first->next);
  }
  bool full() const noexcept { return count == batch_size; }
  void free_all() noexcept {
    while (count != 0) ::operator delete(pop());
  }
};

// Full batches that threads have too many of.
class depot {
 public:
  static constexpr std::size_t batches_at_most = 32;  // of each size

  bool put(std::size_t index, const batch& full) noexcept {
    const std::lock_guard lock(mutex_);
    if (counts_[index] == batches_at_most) return false;
    full.first->next_batch = std::exchange(firsts_[index], full.first);
    ++counts_[index];
    return true;
  }
  batch take(std::size_t index) noexcept {
    const std::lock_guard lock(mutex_);
    spare_block* const first = firsts_[index];
    if (first == nullptr) return {};
    firsts_[index] = first->next_batch;
    --counts_[index];
    return {first, batch_size};
  }

 private:
  std::mutex mutex_;
  std::array<spare_block*, sizes> firsts_{};
  std::array<std::size_t, sizes> counts_{};
};

// Never destroyed: threads may end after the program's static objects.
depot& shared_depot() {
  static depot& only = *new depot;
  return only;
}

// Objects of a thread that are destroyed after its cache free blocks as well.
thread_local bool cache_gone = false;

class thread_cache {
 public:
  ~thread_cache() {
    cache_gone = true;
    for (std::size_t i = 0; i < sizes; ++i) {
      current_[i].free_all();
      spare_[i].free_all();
    }
  }

  void* allocate(std::size_t index) {
    batch& current = current_[index];
    if (current.count == 0) std::swap(current, spare_[index]);
    if (current.count == 0 && !cache_gone) current = shared_depot().take(index);
    return current.count != 0 ? current.pop() : ::operator new(size_at(index));
  }

  void free(void* block, std::size_t index) noexcept {
    if (cache_gone) return ::operator delete(block);
    batch& current = current_[index];
    if (current.full()) {
      std::swap(current, spare_[index]);
      if (current.full() && !shared_depot().put(index, current)) current.free_all();
      if (current.full()) current = {};
    }
    current.push(block);
  }

 private:
  std::array<batch, sizes> current_{};
  std::array<batch, sizes> spare_{};  // full or empty
};

thread_cache& cache() {
  thread_local thread_cache of_this_thread;
  return of_this_thread;
}

}  // namespace

void* allocate_recycled(std::size_t bytes) {
  if (CLAMATOR_RECYCLES && bytes <= recycled_at_most) return cache().allocate(size_index(bytes));
  if (CLAMATOR_RECYCLES && is_large(bytes)) return allocate_large(bytes);
  return ::operator new(bytes);
}

void free_recycled(void* block, std::size_t bytes) noexcept {
  if (CLAMATOR_RECYCLES && bytes <= recycled_at_most) return cache().free(block, size_index(bytes));
  if (CLAMATOR_RECYCLES && is_large(bytes)) return free_large(block, bytes);
  ::operator delete(block);
}

}  // namespace clamator::detail
