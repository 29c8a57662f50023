// A dead letter as it stands in Redis.
#pragma once

#include <clamator/redis/dead_letters.hpp>

#include "redis/answer.hpp"

namespace clamator::redis::detail {

// One entry of an XRANGE over dead letters. What its server said of it stands last, behind whatever the
// request had of the same name.
dead_letter read_letter(const answer& reply);

}  // namespace clamator::redis::detail
