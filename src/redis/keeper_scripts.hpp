// What a keeper does in Redis, each as one step.
#pragma once

#include "redis/script.hpp"

namespace clamator::redis::detail {

// Key: the keeper's. Arguments: server, milliseconds. Makes it the keeper for so long where there is none, or
// where it is the keeper already; answers 1 if it is.
const script& elect_script();

// Key: the keeper's. Argument: server. It is the keeper no longer, where it was.
const script& resign_script();

// Key: the stream. Arguments: group, a consumer that stays, milliseconds. Removes the others that have
// nothing pending and were idle for so long; answers how many. A group that is not there has none.
const script& remove_consumers_script();

// Key: the reply streams that were written to. Arguments: what their names begin with, milliseconds, how many
// to look at. Of those that were noted longer ago than that, it deletes those whose last reply is as old,
// forgets what is not there or no reply stream, and notes the others at the time of their last reply; answers
// {how many it looked at, how many it deleted, what was refused, or an empty text}.
const script& delete_reply_streams_script();

}  // namespace clamator::redis::detail
