// Dead letters in Redis: kept together with the answer to their callers, and given back to the servers.
#pragma once

#include "redis/script.hpp"

namespace clamator::redis::detail {

// Arguments: group, the entry's id, the stream of dead letters, the reply stream (empty: nothing is
// answered), the reply, how many replies that stream keeps at least, and what the letter says: reason,
// attempts, consumer.
//
// Where the entry is pending still: copies it to the dead letters, answers it and acknowledges it. Answers
// {"kept", or "deleted" where it does not stand in the stream any more, or "not pending"; why the reply could
// not be written, or nothing}. Where the letter cannot be written it answers with that error, and nothing has
// changed.
const script& keep_letter_script();

// On the stream of dead letters. Arguments: the command stream, and ids; without any all letters are meant.
// Moves them back, without what was said of them and without who was to be answered; answers how many.
const script& requeue_letters_script();

}  // namespace clamator::redis::detail
