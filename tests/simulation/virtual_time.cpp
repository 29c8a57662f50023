#include "simulation/virtual_time.hpp"

#include <algorithm>
#include <random>

namespace clamator::simulation {
namespace {

constexpr std::int64_t first_day = 1'700'000'000'000;  // in milliseconds; any time after 1970 will do
constexpr time_point beginning{std::chrono::hours(1)};

time_point current = beginning;
std::mt19937_64 chance;

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

void virtual_time::advance_to(time_point then) noexcept {
  current = std::max(current, then);
}

}  // namespace clamator::simulation

std::chrono::steady_clock::time_point std::chrono::steady_clock::now() noexcept {
  return clamator::simulation::current;
}

std::random_device::result_type std::random_device::_M_getval() {
  return static_cast<result_type>(clamator::simulation::chance());
}

// The device is not opened.
void std::random_device::_M_init(const std::string&) {}
void std::random_device::_M_fini() {}
