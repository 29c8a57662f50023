#pragma once

#include "figures/cpu_meter.hpp"
#include "load.hpp"

namespace bench_floor {

// Warms up for half a second, then calls for as long as `work` says: on one connection as many XADDs as the
// window allows in one pipeline, all their answers, then on a second connection XREAD COUNT 1024 BLOCK 1000;
// again. Prints the figures; a latency is from before the request's pipeline is written until its reply has
// been read. Throws std::runtime_error where Redis fails or no server answers.
void measure(const load& work, bench::cpu_meter& cpu);

// The same with work.rate: calls that are due are sent, with those that became due meanwhile in one pipeline,
// and a latency is from when its call was due.
void measure_open_loop(const load& work, bench::cpu_meter& cpu);

}  // namespace bench_floor
