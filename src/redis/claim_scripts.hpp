// How requests change hands so that only those count as delivered which were begun. Redis counts everything
// that is read, and a server reads ahead: with 64 read at once, five crashes over the first must not be held
// against the other 63.
#pragma once

#include "redis/script.hpp"

namespace clamator::redis::detail {

// Arguments: group, consumer, milliseconds, how many to claim at most, after how many attempts a request is
// exhausted (0: never), how many a server runs at a time, and those of this consumer's own that are to be
// claimed, too.
//
// Claims what is pending for so long, oldest first. Of each consumer that it claims from, as many as a server
// runs at a time are taken for begun; any further one that was delivered once is set back to 0 first. A claim
// counts as a delivery. Exhausted ones are claimed without being counted, and come on top. What does not
// stand in the stream any more is acknowledged.
//
// Answers {the ids of the latter; for each other {id, fields, attempts with the one that begins, 1 where it
// is exhausted, whose it was}}.
const script& claim_script();

// Arguments: group, consumer, ids, each with how often it counts as delivered. Renews those that are still
// this consumer's, and sets their counters; answers those that are not.
const script& recover_script();

}  // namespace clamator::redis::detail
