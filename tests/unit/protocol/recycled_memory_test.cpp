#include <cstdint>
#include <cstring>
#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <clamator/protocol/recycled_memory.hpp>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace clamator::detail {
namespace {

// Fills what it gets, so that a block given out twice shows.
struct held_block {
  explicit held_block(std::size_t bytes, unsigned char mark)
      : size(bytes), filled_with(mark), block(static_cast<unsigned char*>(allocate_recycled(bytes))) {
    std::memset(block, mark, bytes);
  }
  bool intact() const {
    for (std::size_t i = 0; i < size; ++i) {
      if (block[i] != filled_with) return false;
    }
    return true;
  }
  std::size_t size;
  unsigned char filled_with;
  unsigned char* block;
};

TEST(recycled_memory, gives_each_block_to_one) {
  std::vector<held_block> held;
  for (int round = 0; round < 4; ++round) {
    for (std::size_t i = 0; i < 700; ++i)
      held.emplace_back(1 + i * 7 % 1500, static_cast<unsigned char>(i + 1));
    for (const held_block& each : held) ASSERT_TRUE(each.intact());
    for (const held_block& each : held) free_recycled(each.block, each.size);
    held.clear();
  }
}

TEST(recycled_memory, gives_each_large_block_to_one) {
  std::vector<held_block> held;
  for (int round = 0; round < 3; ++round) {
    unsigned char mark = 0;
    for (const std::size_t bytes :
         {4'095u, 4'096u, 4'097u, 5'120u, 5'121u, 65'536u, 100'000u, 1'048'577u, 16'777'216u, 16'777'217u}) {
      for (int i = 0; i < 2; ++i) held.emplace_back(bytes, ++mark);
    }
    for (const held_block& each : held) ASSERT_TRUE(each.intact()) << each.size;
    for (const held_block& each : held) free_recycled(each.block, each.size);
    held.clear();
  }
}

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && \
    !defined(__clang__)  // which says in another way what it sanitizes
TEST(recycled_memory, keeps_a_bounded_amount_of_large_blocks) {
  constexpr std::size_t bytes = std::size_t{9} << 20;
  constexpr std::size_t most_kept = std::size_t{32} << 20;
  const auto taken = [] {
    const struct mallinfo2 now = ::mallinfo2();
    return now.hblkhd + now.uordblks;
  };
  const std::size_t before = taken();
  for (const std::size_t size : {bytes, bytes / 2}) {
    std::vector<void*> blocks(12);
    for (void*& block : blocks) block = allocate_recycled(size);
    for (void* const block : blocks) free_recycled(block, size);
    EXPECT_LE(taken(), before + most_kept + size);
  }
  void* const again = allocate_recycled(bytes / 2);
  free_recycled(again, bytes / 2);
  void* const the_same = allocate_recycled(bytes / 2);
  EXPECT_EQ(again, the_same);
  free_recycled(the_same, bytes / 2);
}
#endif

TEST(recycled_memory, is_as_aligned_as_that_of_operator_new) {
  for (const std::size_t bytes : {1u, 63u, 64u, 65u, 1024u, 1025u}) {
    void* const block = allocate_recycled(bytes);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % __STDCPP_DEFAULT_NEW_ALIGNMENT__, 0u) << bytes;
    free_recycled(block, bytes);
  }
}

// One thread only makes blocks and another only frees them, as a caller and a client's strand may.
TEST(recycled_memory, goes_from_thread_to_thread) {
  for (int round = 0; round < 20; ++round) {
    std::vector<held_block> held;
    std::thread([&held] {
      for (std::size_t i = 0; i < 5'000; ++i) held.emplace_back(200, static_cast<unsigned char>(i));
    }).join();
    std::thread([&held] {
      for (const held_block& each : held) {
        EXPECT_TRUE(each.intact());
        free_recycled(each.block, each.size);
      }
    }).join();
  }
}

TEST(recycled_memory, takes_what_outlives_the_threads_cache) {
  struct late {
    ~late() {
      if (block != nullptr) free_recycled(block, 100);
      free_recycled(allocate_recycled(100), 100);
    }
    void* block = nullptr;
  };
  std::thread([] {
    // Made before the thread's cache, and so destroyed after it.
    thread_local late last;
    last.block = allocate_recycled(100);
  }).join();
}

struct alignas(64) wide : recycled {
  char text[64];
};

TEST(recycled_memory, leaves_wide_alignments_to_operator_new) {
  const auto made = std::make_unique<wide>();
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(made.get()) % 64, 0u);
}

}  // namespace
}  // namespace clamator::detail
