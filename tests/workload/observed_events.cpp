#include "workload/observed_events.hpp"

#include <algorithm>
#include <map>

#include "workload/eventually.hpp"

namespace clamator::test {

void observed_events::happened(const occurrence& what) noexcept {
  const std::lock_guard lock(mutex_);
  lines_.push_back({what.what, std::string(what.service), std::string(what.subject), std::string(what.reason),
                    what.times, what.took});
}

std::vector<observed_events::line> observed_events::all(event what) const {
  std::vector<line> found;
  const std::lock_guard lock(mutex_);
  std::copy_if(lines_.begin(), lines_.end(), std::back_inserter(found),
               [what](const line& each) { return each.what == what; });
  return found;
}

std::uint64_t observed_events::count(event what) const {
  std::uint64_t times = 0;
  for (const line& each : all(what)) times += each.times;
  return times;
}

std::uint64_t observed_events::count(event what, const std::string& word) const {
  std::uint64_t times = 0;
  for (const line& each : all(what)) times += each.subject == word || each.reason == word ? each.times : 0;
  return times;
}

void observed_events::wait_for(event what, std::uint64_t times) const {
  try {
    eventually(std::string(to_string(what)), [&] { return count(what) >= times; });
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(error.what() + ("; there were\n" + text()));
  }
}

void observed_events::wait_for(event what, const std::string& word) const {
  try {
    eventually(std::string(to_string(what)) + " " + word, [&] { return count(what, word) > 0; });
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(error.what() + ("; there were\n" + text()));
  }
}

std::string observed_events::text() const {
  std::map<std::string, std::uint64_t> counts;
  {
    const std::lock_guard lock(mutex_);
    for (const line& each : lines_)
      counts[std::string(to_string(each.what)) + " " + each.subject + " " + each.reason] += each.times;
  }
  std::string text;
  for (const auto& [what, times] : counts) text += what + ": " + std::to_string(times) + "\n";
  return text;
}

}  // namespace clamator::test
