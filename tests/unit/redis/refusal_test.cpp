// Which of Redis's refusals pass by themselves.
#include "redis/refusal.hpp"

#include <gtest/gtest.h>

namespace clamator::redis::detail {
namespace {

TEST(Refusal, PassesAsAnAnswerToACommand) {
  EXPECT_TRUE(passes("OOM command not allowed when used memory > 'maxmemory'."));
  EXPECT_TRUE(passes("LOADING Redis is loading the dataset in memory"));
  EXPECT_TRUE(passes("READONLY You can't write against a read only replica."));
  EXPECT_TRUE(passes("MASTERDOWN"));
}

TEST(Refusal, PassesOfATransaction) {
  EXPECT_TRUE(passes("EXECABORT Transaction discarded because of: OOM command not allowed"));
  EXPECT_FALSE(passes("EXECABORT Transaction discarded because of previous errors."));
}

// As 6.2 says it in a script, from a call and from a protected one; then as the later ones.
TEST(Refusal, PassesWithinAScript) {
  EXPECT_TRUE(passes("@user_script: 24: -OOM command not allowed when used memory > 'maxmemory'."));
  EXPECT_TRUE(
      passes("ERR Error running script (call to f_1): @user_script:24: @user_script: 24: "
             "-READONLY You can't write against a read only replica."));
  EXPECT_TRUE(
      passes("OOM command not allowed when used memory > 'maxmemory'. script: 1, on @user_script:24."));
}

TEST(Refusal, StaysWhereItIsOfAnotherKind) {
  EXPECT_FALSE(passes(""));
  EXPECT_FALSE(passes("WRONGTYPE Operation against a key holding the wrong kind of value"));
  EXPECT_FALSE(passes("NOPERM this user has no permissions to run the 'xadd' command"));
  EXPECT_FALSE(passes("BUSYGROUP Consumer Group name already exists"));
  EXPECT_FALSE(passes("ERR ROOM is not a key"));
}

// As 6.2, 7.0 and later ones say it.
TEST(Refusal, ForbidsAcknowledging) {
  EXPECT_TRUE(forbids_acknowledging(
      "NOPERM this user has no permissions to run the 'xack' command or its subcommand"));
  EXPECT_TRUE(forbids_acknowledging("NOPERM this user has no permissions to run the 'xack' command"));
  EXPECT_TRUE(forbids_acknowledging("NOPERM User worker has no permissions to run the 'xack' command"));
  EXPECT_FALSE(forbids_acknowledging("NOPERM User worker has no permissions to run the 'xadd' command"));
  EXPECT_FALSE(forbids_acknowledging("ERR unknown command 'xack'"));
}

}  // namespace
}  // namespace clamator::redis::detail
