#include "simulation/virtual_time.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <random>

#include <boost/asio/steady_timer.hpp>

#include <sys/eventfd.h>
#include <sys/timerfd.h>

namespace clamator::simulation {
namespace {

constexpr std::int64_t first_day = 1'700'000'000'000;  // in milliseconds; any time after 1970 will do
constexpr time_point beginning{std::chrono::hours(1)};

struct timer {
  time_point due = time_point::max();
  bool rung = false;  // its descriptor is readable
};

time_point current = beginning;
std::map<int, timer> timers;  // by descriptor
int newest = -1;
std::mt19937_64 chance;

void silence(int descriptor, timer& which) {
  if (!which.rung) return;
  eventfd_t count = 0;
  which.rung = eventfd_read(descriptor, &count) != 0;
}

void ring_where_due() {
  for (auto& [descriptor, which] : timers) {
    if (which.rung || which.due > current) continue;
    which.rung = eventfd_write(descriptor, 1) == 0;
  }
}

}  // namespace

void virtual_time::restart(std::uint64_t seed) {
  current = beginning;
  chance.seed(seed);
}

time_point virtual_time::now() noexcept {
  return current;
}

std::int64_t virtual_time::wall() noexcept {
  return first_day + std::chrono::duration_cast<std::chrono::milliseconds>(current - beginning).count();
}

void virtual_time::advance_to(time_point then) {
  current = std::max(current, then);
  ring_where_due();
}

// A context opens its timer when it is first asked for one.
timer_watch::timer_watch(boost::asio::io_context& context) {
  const boost::asio::steady_timer opens_it(context);
  descriptor_ = newest;
}

timer_watch::~timer_watch() {
  timers.erase(descriptor_);
}

time_point timer_watch::next() const noexcept {
  const auto found = timers.find(descriptor_);
  return found == timers.end() ? time_point::max() : found->second.due;
}


namespace {

int make_timer() {
  const int descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (descriptor >= 0) timers[newest = descriptor] = {};
  return descriptor;
}

int set_timer(int descriptor, int flags, const itimerspec& when) {
  const auto found = timers.find(descriptor);
  if (found == timers.end()) {
    errno = EBADF;
    return -1;
  }
  silence(descriptor, found->second);
  const auto after = std::chrono::seconds(when.it_value.tv_sec) + std::chrono::nanoseconds(when.it_value.tv_nsec);
  const bool at_once = (flags & TFD_TIMER_ABSTIME) != 0;
  found->second.due = at_once ? current : after.count() == 0 ? time_point::max() : current + after;
  ring_where_due();
  return 0;
}

}  // namespace
}  // namespace clamator::simulation

std::chrono::steady_clock::time_point std::chrono::steady_clock::now() noexcept {
  return clamator::simulation::virtual_time::now();
}

std::random_device::result_type std::random_device::_M_getval() {
  return static_cast<result_type>(clamator::simulation::chance());
}

extern "C" int timerfd_create(clockid_t, int) noexcept {
  return clamator::simulation::make_timer();
}

extern "C" int timerfd_settime(int descriptor, int flags, const itimerspec* when, itimerspec*) noexcept {
  return clamator::simulation::set_timer(descriptor, flags, *when);
}
