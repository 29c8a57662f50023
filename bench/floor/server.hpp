#pragma once

#include "load.hpp"

namespace bench_floor {

// Answers the requests under work.prefix until the process is killed: XREADGROUP COUNT 512 BLOCK 1000, then
// for the whole batch in one pipeline an XADD MAXLEN ~ 1024 per reply, one XACK and one XDEL with all ids,
// then all answers are read.
[[noreturn]] void serve(const load& work);

}  // namespace bench_floor
