#include "figures.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace bench {

void print_figures(std::vector<float>& latencies_us, std::chrono::duration<double> took,
                   const cpu_meter& cpu) {
  if (latencies_us.empty()) throw std::runtime_error("no call ended while they were counted");
  std::sort(latencies_us.begin(), latencies_us.end());
  const auto calls = static_cast<double>(latencies_us.size());
  const auto percentile = [&](double part) {
    return static_cast<double>(latencies_us[static_cast<std::size_t>(part * (calls - 1))]);
  };
  std::printf("{\"calls\":%zu,\"seconds\":%.3f,\"calls_per_second\":%.1f,", latencies_us.size(), took.count(),
              calls / took.count());
  std::printf("\"p50_us\":%.1f,\"p99_us\":%.1f,\"p999_us\":%.1f,\"longest_us\":%.1f", percentile(0.50),
              percentile(0.99), percentile(0.999), percentile(1));
  for (const cpu_meter::usage& each : cpu.used()) {
    std::printf(",\"%s_cpu_us\":%.3f", each.name.c_str(), each.seconds * 1e6 / calls);
  }
  std::puts("}");
  std::fflush(stdout);
}

}  // namespace bench
