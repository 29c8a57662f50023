// What a client can do beside putting load on the servers. Each prints one line of JSON.
#pragma once

#include <cstddef>

#include "redis_client.hpp"

namespace bench {

// Makes `calls` calls at once, and prints how many bytes of memory each took that waited, how long all of
// them took, and what CPU time.
void call_backlog(const calling& what, std::size_t calls);

// Makes `calls` calls of work at once, of which every tenth waits `long_us` and the others what.wait_us, and
// prints of each which process handled it, from when until when.
void call_burst(const calling& what, std::size_t calls, std::int64_t long_us);

// Makes small calls one after another, and then beside them one call with what.payload bytes; prints how long
// that one took and how it ended, and how long the small ones took before it and beside it.
void call_giant(const calling& what);

}  // namespace bench
