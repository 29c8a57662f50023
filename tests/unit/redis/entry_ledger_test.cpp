#include "redis/entry_ledger.hpp"

#include <gtest/gtest.h>

#include <clamator/rpc/delivery.hpp>

namespace clamator::redis::detail {
namespace {

using namespace std::chrono_literals;

class request final : public delivery {
 public:
  void finish(std::string_view) override {}
};

// Redis's clock is an hour ahead.
lease_time at(std::chrono::milliseconds time) {
  return {std::chrono::steady_clock::time_point(time), time + 1h};
}

TEST(entry_ledger, a_lease_lapses_when_others_may_claim_it) {
  entry_ledger ledger;
  const request what;
  ledger.take({1, 0}, &what, 0, at(10s));
  EXPECT_FALSE(ledger.lapsed({1, 0}, 1h + 69'999ms, 60s));
  EXPECT_TRUE(ledger.lapsed({1, 0}, 1h + 70s, 60s));
  EXPECT_FALSE(ledger.lapsed({2, 0}, 1h + 70s, 60s)) << "what is not held";
}

TEST(entry_ledger, a_lease_begins_anew_when_it_is_renewed_or_handed_out_again) {
  entry_ledger ledger;
  const request what;
  const request again;
  ledger.take({1, 0}, &what, 0, at(10s));
  ledger.renew({1, 0}, at(30s));
  EXPECT_FALSE(ledger.lapsed({1, 0}, 1h + 89s, 60s));
  EXPECT_TRUE(ledger.leased_since(at(29s).here).empty());
  EXPECT_EQ(ledger.leased_since(at(30s).here).size(), 1u);
  EXPECT_EQ(ledger.take({1, 0}, &again, 0, at(50s)), entry_ledger::verdict::held);
  EXPECT_FALSE(ledger.lapsed({1, 0}, 1h + 109s, 60s));
}

// A machine that was suspended: its own clock stood still, and Redis's went on.
TEST(entry_ledger, a_lease_lapses_on_the_clock_of_redis) {
  entry_ledger ledger;
  const request what;
  ledger.take({1, 0}, &what, 0, at(10s));
  EXPECT_TRUE(ledger.lapsed({1, 0}, 2h, 60s));
}

TEST(entry_ledger, what_could_not_be_handed_on_is_where_it_was) {
  entry_ledger ledger;
  const request what;
  ledger.take({1, 0}, &what, 0, at(10s));
  EXPECT_EQ(ledger.handled({1, 0}), &what);
  EXPECT_EQ(ledger.find({1, 0}), nullptr);
  ledger.not_handled({1, 0}, &what);
  EXPECT_EQ(ledger.find({1, 0}), &what);
}

}  // namespace
}  // namespace clamator::redis::detail
