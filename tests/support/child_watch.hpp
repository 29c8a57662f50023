#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "support/captured_lines.hpp"
#include "support/spawn.hpp"

namespace clamator::test {

/// Follows one child from its start to its end on a thread of its own: reads both pipes as they fill, and
/// reaps the child once it has ended. child_process is its face.
class child_watch {
 public:
  child_watch(std::string name, spawned_process child);
  ~child_watch();

  pid_t pid() const { return child_.pid; }
  std::optional<int> status() const;
  std::string text(const captured_lines child_watch::* stream) const;

  std::string wait_for_line(captured_lines child_watch::* stream, std::string_view text,
                            std::chrono::milliseconds within);
  int wait_exit(std::chrono::milliseconds within);
  void wait_stopped();

  void signal(int number);
  void write(std::string_view text);
  void close_input() { child_.input.reset(); }

  captured_lines output, errors;  ///< only for the pointers to members above; guarded by the lock

 private:
  void follow();
  void read_into(unique_fd& pipe, captured_lines& lines);
  void reap();
  void wait(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds within, const std::string& what,
            const std::function<bool()>& done);
  [[noreturn]] void fail(const std::string& what) const;

  const std::string name_;
  spawned_process child_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<int> status_;
  std::thread thread_;
};

}  // namespace clamator::test
