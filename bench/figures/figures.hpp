// What a client prints of the calls that it counted.
#pragma once

#include <chrono>
#include <vector>

#include "figures/cpu_meter.hpp"

namespace bench {

// One line of JSON: calls, seconds, calls_per_second, p50_us, p99_us, p999_us, longest_us, and what each
// process of the meter used for a call, such as client_cpu_us. Sorts `latencies_us`.
void print_figures(std::vector<float>& latencies_us, std::chrono::duration<double> took,
                   const cpu_meter& cpu);

}  // namespace bench
