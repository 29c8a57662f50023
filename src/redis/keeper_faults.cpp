#include "redis/keeper_faults.hpp"

namespace clamator::redis::detail {

bool keeper_faults::is_news(keeper_step step, std::string_view problem) {
  std::string& last = last_[static_cast<std::size_t>(step)];
  if (last == problem) return false;
  last = problem;
  return !problem.empty();
}

}  // namespace clamator::redis::detail
