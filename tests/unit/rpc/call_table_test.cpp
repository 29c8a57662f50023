#include <gtest/gtest.h>

#include <clamator/rpc/detail/call_table.hpp>

#include "call_records.hpp"

namespace clamator::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class CallTable : public ::testing::Test {
 protected:
  void add(std::uint64_t which, milliseconds timeout = seconds(30)) {
    table.add(record(which), start + timeout);
  }
  void add_each(std::initializer_list<std::uint64_t> calls) {
    for (const std::uint64_t which : calls) add(which);
  }
  call_record* find(std::uint64_t which) const {
    call_id id;
    id.high = 1;
    id.low = which;
    return table.find(id);
  }
  std::uint64_t send() { return number(table.next_to_send()); }

  const call_table::time_point start{};
  call_table table{start, 2};
};

TEST_F(CallTable, GivesPlacesUpToTheBoundInOrder) {
  add_each({1, 2, 3, 4});
  EXPECT_EQ(table.size(), 4u);
  EXPECT_EQ(table.in_flight(), 2u);
  EXPECT_EQ(find(3)->state, call_state::waiting);
  EXPECT_EQ(send(), 1u);
  EXPECT_EQ(find(1)->state, call_state::sent);
  EXPECT_EQ(send(), 2u);
  EXPECT_EQ(send(), 0u);
}

TEST_F(CallTable, AnAnswerGivesThePlaceToWhoWaitedLongest) {
  add_each({1, 2, 3, 4});
  send();
  send();
  EXPECT_EQ(number(table.take(*find(2))), 2u);
  EXPECT_EQ(table.in_flight(), 2u);
  EXPECT_EQ(send(), 3u);
  EXPECT_EQ(send(), 0u);
  EXPECT_EQ(find(2), nullptr);
}

TEST_F(CallTable, AnExpiryGivesThePlaceBackToo) {
  add(1, milliseconds(100));
  add(2);
  add(3);
  send();
  send();
  EXPECT_EQ(number(table.take_expired(start + milliseconds(99))), 0u);
  EXPECT_EQ(number(table.take_expired(start + milliseconds(108))), 1u);
  EXPECT_EQ(number(table.take_expired(start + milliseconds(108))), 0u);
  EXPECT_EQ(send(), 3u);
}

TEST_F(CallTable, AWaitingCallExpiresWithoutTouchingThePlaces) {
  add_each({1, 2});
  add(3, milliseconds(100));
  add(4);
  EXPECT_EQ(number(table.take_expired(start + seconds(1))), 3u);
  EXPECT_EQ(table.in_flight(), 2u);
  EXPECT_EQ(find(4)->state, call_state::waiting);
}

TEST_F(CallTable, WhoHasGoneKeepsThePlaceOfASentCallUntilItIsAnswered) {
  add_each({1, 2, 3});
  send();
  send();
  EXPECT_EQ(table.abandon(*find(1)), nullptr);
  EXPECT_TRUE(find(1)->abandoned);
  EXPECT_EQ(send(), 0u);
  table.take(*find(1));
  EXPECT_EQ(send(), 3u);
}

TEST_F(CallTable, WhoHasGoneKeepsThePlaceOfASentCallUntilItExpires) {
  add(1, milliseconds(100));
  add_each({2, 3});
  send();
  send();
  table.abandon(*find(1));
  EXPECT_EQ(send(), 0u);
  EXPECT_EQ(number(table.take_expired(start + seconds(1))), 1u);
  EXPECT_EQ(send(), 3u);
}

TEST_F(CallTable, AcceptedAndDoubtfulCallsKeepTheirPlaceAsSentOnesDo) {
  add_each({1, 2});
  send();
  send();
  find(1)->state = call_state::accepted;
  find(2)->state = call_state::doubtful;
  EXPECT_EQ(table.abandon(*find(1)), nullptr);
  EXPECT_EQ(table.abandon(*find(2)), nullptr);
  EXPECT_EQ(table.in_flight(), 2u);
}

TEST_F(CallTable, AnUnsentCallThatIsAbandonedIsGoneAtOnce) {
  add_each({1, 2, 3, 4});
  EXPECT_EQ(number(table.abandon(*find(1))), 1u);
  EXPECT_EQ(number(table.abandon(*find(4))), 4u);
  EXPECT_EQ(send(), 2u);
  EXPECT_EQ(send(), 3u);
  EXPECT_EQ(send(), 0u);
}

TEST(CallTableOrder, WhatWasReturnedGoesOutBeforeAllThatCameAfterIt) {
  call_table table({}, 10);
  for (std::uint64_t i = 1; i <= 4; ++i) table.add(record(i), {});
  call_record* first = table.next_to_send();
  call_record* second = table.next_to_send();
  call_record* third = table.next_to_send();
  table.return_unsent(*third);
  table.return_unsent(*first);
  EXPECT_EQ(first->state, call_state::unsent);
  table.return_unsent(*second);
  for (std::uint64_t expected = 1; expected <= 4; ++expected)
    EXPECT_EQ(number(table.next_to_send()), expected);
  EXPECT_EQ(table.next_to_send(), nullptr);
}

TEST(CallTableOrder, WhatWasReturnedKeepsItsPlaceAndCanExpire) {
  call_table table({}, 1);
  table.add(record(1), call_table::time_point(milliseconds(10)));
  table.add(record(2), call_table::time_point(seconds(30)));
  table.return_unsent(*table.next_to_send());
  EXPECT_EQ(table.in_flight(), 1u);
  EXPECT_EQ(number(table.take_expired(call_table::time_point(seconds(1)))), 1u);
  EXPECT_EQ(number(table.next_to_send()), 2u);
}

TEST(CallTableOrder, TakeAnyEmptiesIt) {
  call_table table({}, 2);
  for (std::uint64_t i = 1; i <= 5; ++i) table.add(record(i), {});
  std::uint64_t sum = 0;
  while (auto taken = table.take_any()) sum += number(taken);
  EXPECT_EQ(sum, 15u);
  EXPECT_EQ(table.size(), 0u);
  EXPECT_EQ(table.in_flight(), 0u);
  EXPECT_FALSE(table.next_to_send());
}

TEST(CallTableOrder, FreesWhatItStillHolds) {
  call_table table({}, 1);
  table.add(record(1), {});
  table.add(record(2), {});
  table.next_to_send();
}

}  // namespace
}  // namespace clamator::detail
