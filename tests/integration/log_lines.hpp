// What a client, a server or a connection logs.
#pragma once

#include <algorithm>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <clamator/rpc/log.hpp>

#include "workload/eventually.hpp"

namespace clamator::test {

// Outlives whoever logs into it.
class log_lines {
 public:
  log_sink sink() {
    return [this](log_level level, std::string_view message) {
      const std::lock_guard lock(mutex_);
      lines_.push_back(std::string(to_string(level)) + ": " + std::string(message));
    };
  }

  std::vector<std::string> all() const {
    const std::lock_guard lock(mutex_);
    return lines_;
  }

  std::size_t count(std::string_view part) const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), [part](const auto& line) {
      return line.find(part) != std::string::npos;
    }));
  }

  // Returns when `times` lines have `part` in them.
  void wait_for(const std::string& part, std::size_t times = 1) const {
    try {
      eventually("log line with \"" + part + "\"", [&] { return count(part) >= times; });
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(error.what() + ("; the log is\n" + text()));
    }
  }

  std::string text() const {
    std::string all_lines;
    for (const std::string& line : all()) all_lines += line + "\n";
    return all_lines;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

}  // namespace clamator::test
