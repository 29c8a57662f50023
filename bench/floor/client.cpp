#include "client.hpp"

#include "caller.hpp"
#include "figures/figures.hpp"

namespace bench_floor {
namespace {

constexpr std::chrono::milliseconds warm_up{500};

void run_until(caller& c, clock::time_point end) {
  while (clock::now() < end) {
    c.send_all_free();
    c.receive();
  }
}

}  // namespace

void measure(const load& work, bench::cpu_meter& cpu) {
  caller c(work);
  run_until(c, clock::now() + warm_up);
  c.latencies_us().clear();

  cpu.start();
  const clock::time_point begin = clock::now();
  run_until(c, begin + std::chrono::duration_cast<clock::duration>(work.seconds));
  const std::chrono::duration<double> elapsed = clock::now() - begin;
  cpu.stop();
  std::vector<float> latencies_us = c.latencies_us();
  c.finish();
  bench::print_figures(latencies_us, elapsed, cpu);
}

}  // namespace bench_floor
