#include <cstdint>
#include <stdexcept>

#include <gtest/gtest.h>

#include <clamator/rpc/detail/handler.hpp>

namespace clamator::detail {
namespace {

struct small final : invocation {
  explicit small(int& alive) : count(alive) { ++count; }
  ~small() override { --count; }
  int& count;
};

struct large final : invocation {
  explicit large(int& alive) : count(alive) { ++count; }
  ~large() override { --count; }
  int& count;
  alignas(128) char params[100'000]{};
};

struct refusing final : invocation {
  refusing() { throw std::invalid_argument("not this"); }
};

TEST(invocation_slot, holds_one_at_a_time) {
  int alive = 0;
  {
    invocation_slot slot;
    EXPECT_FALSE(slot);
    slot.emplace<small>(alive);
    slot.emplace<small>(alive);
    EXPECT_TRUE(slot);
    EXPECT_EQ(alive, 1);
  }
  EXPECT_EQ(alive, 0);
}

TEST(invocation_slot, uses_its_memory_again) {
  int alive = 0;
  invocation_slot slot;
  const auto first = reinterpret_cast<std::uintptr_t>(&slot.emplace<small>(alive));
  slot.reset();
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(&slot.emplace<small>(alive)), first);
}

TEST(invocation_slot, takes_any_size_and_alignment) {
  int alive = 0;
  invocation_slot slot;
  slot.emplace<small>(alive);
  const large& made = slot.emplace<large>(alive);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(made.params) % 128, 0u);
  EXPECT_EQ(alive, 1);
  slot.reset();
  slot.emplace<small>(alive);
  EXPECT_EQ(alive, 1);
}

TEST(invocation_slot, is_empty_where_one_could_not_be_made) {
  int alive = 0;
  invocation_slot slot;
  slot.emplace<small>(alive);
  EXPECT_THROW(slot.emplace<refusing>(), std::invalid_argument);
  EXPECT_FALSE(slot);
  EXPECT_EQ(alive, 0);
}

}  // namespace
}  // namespace clamator::detail
