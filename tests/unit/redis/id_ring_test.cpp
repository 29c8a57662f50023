#include "redis/id_ring.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

struct record {
  stream_id id;
  int content;
};

std::vector<int> contents(const id_ring<record>& ring) {
  std::vector<int> all;
  for (const record& each : ring) all.push_back(each.content);
  return all;
}

TEST(id_ring, keeps_records_in_the_order_of_their_ids) {
  id_ring<record> ring;
  for (const int at : {5, 1, 9, 3, 7}) ring.put({{static_cast<std::uint64_t>(at), 0}, at});
  EXPECT_EQ(contents(ring), (std::vector{1, 3, 5, 7, 9}));
  EXPECT_EQ(ring.find({4, 0}), nullptr);
  ASSERT_NE(ring.find({7, 0}), nullptr);
  EXPECT_EQ(ring.find({7, 0})->content, 7);
}

TEST(id_ring, has_one_record_for_an_id) {
  id_ring<record> ring;
  ring.put({{1, 0}, 10});
  ring.put({{1, 0}, 11});
  EXPECT_EQ(contents(ring), std::vector{11});
}

TEST(id_ring, tells_what_lies_before_an_id) {
  id_ring<record> ring;
  EXPECT_EQ(ring.before({9, 9}), nullptr);
  ring.put({{1, 0}, 1});
  ring.put({{2, 0}, 2});
  EXPECT_EQ(ring.before({1, 0}), nullptr);
  EXPECT_EQ(ring.before({2, 0})->content, 1);
  EXPECT_EQ(ring.before({2, 1})->content, 2);
}

// Whatever comes and goes, it is the same as in a tree.
TEST(id_ring, does_what_a_map_does) {
  std::mt19937 random(7);
  const auto any = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  id_ring<record> ring;
  std::map<stream_id, int> map;
  for (int step = 0; step < 20'000; ++step) {
    const stream_id id{static_cast<std::uint64_t>(any(300)), static_cast<std::uint64_t>(any(1))};
    if (any(2) != 0) {
      ring.put({id, step});
      map[id] = step;
    } else if (const record* const found = ring.find(id)) {
      ring.erase(*found);
      map.erase(id);
    }
    const record* const found = ring.find(id);
    ASSERT_EQ(ring.size(), map.size()) << step;
    ASSERT_EQ(found != nullptr, map.contains(id)) << step;
    if (found == nullptr) continue;
    ASSERT_EQ(found->content, map[id]) << step;
  }
  std::vector<int> expected;
  for (const auto& [id, content] : map) expected.push_back(content);
  EXPECT_EQ(contents(ring), expected);
}

}  // namespace
}  // namespace clamator::redis::detail
