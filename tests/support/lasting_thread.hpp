#pragma once

#include <functional>

namespace clamator::test {

/// Runs `work` on a thread that lives as long as the process, and returns when it is done; what it throws is
/// thrown here. For work that Linux ties to the thread that did it: PR_SET_PDEATHSIG kills a child when the
/// thread that forked it ends, and a test may fork on a thread that does.
void run_on_lasting_thread(std::function<void()> work);

}  // namespace clamator::test
