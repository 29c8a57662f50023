// Servers renew their leases from a thread of its own, a few times a minute. Here its loop has no thread, and
// is not counted.
#pragma once

namespace bench::replay {

// Runs what is ready in them.
void poll_lease_loops();

}  // namespace bench::replay
