#include <stdexcept>
#include <vector>

#include <sys/prctl.h>

#include "caller.hpp"
#include "client.hpp"
#include "figures/figures.hpp"

namespace bench_floor {
namespace {

constexpr std::chrono::milliseconds warm_up{500};

// Sends what is due, and what cannot be sent because too many are in flight as soon as it can.
class schedule {
 public:
  schedule(caller& c, double rate) : caller_(c), interval_(1 / rate), begin_(clock::now()) {}

  void run_until(clock::time_point end) {
    for (clock::time_point now = clock::now(); now < end; now = clock::now()) {
      send_due(now);
      caller_.receive_until(caller_.free() == 0 ? end : due(sent_));
    }
  }

 private:
  void send_due(clock::time_point now) {
    due_.clear();
    while (due(sent_) <= now && due_.size() != caller_.free()) due_.push_back(due(sent_++));
    if (!due_.empty()) caller_.send(due_);
  }

  clock::time_point due(std::size_t call) const {
    return begin_ + std::chrono::duration_cast<clock::duration>(interval_ * static_cast<double>(call));
  }

  caller& caller_;
  std::chrono::duration<double> interval_;
  clock::time_point begin_;
  std::size_t sent_ = 0;
  std::vector<clock::time_point> due_;
};

}  // namespace

void measure_open_loop(const load& work, bench::cpu_meter& cpu) {
  // The kernel may otherwise wake a process 50 us late.
  if (::prctl(PR_SET_TIMERSLACK, 1) != 0) throw std::runtime_error("prctl(PR_SET_TIMERSLACK) failed");
  caller c(work);
  schedule calls(c, work.rate);
  calls.run_until(clock::now() + warm_up);
  c.latencies_us().clear();

  cpu.start();
  const clock::time_point begin = clock::now();
  calls.run_until(begin + std::chrono::duration_cast<clock::duration>(work.seconds));
  const std::chrono::duration<double> elapsed = clock::now() - begin;
  cpu.stop();
  std::vector<float> latencies_us = c.latencies_us();
  c.finish();
  bench::print_figures(latencies_us, elapsed, cpu);
}

}  // namespace bench_floor
