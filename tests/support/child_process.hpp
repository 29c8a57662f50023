#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace clamator::test {

class child_watch;

struct child_options {
  std::map<std::string, std::string> environment{};  ///< added to ours
  std::filesystem::path directory{};                 ///< empty: ours
};

/// A program run by a test: a worker binary, a Python peer, a redis-server.
///
///     child_process worker{{path, "--name", "one"}, {.environment = {{"REDIS_URL", server.url()}}}};
///     worker.wait_for_line("ready");
///     worker.signal(SIGTERM);
///     EXPECT_EQ(worker.wait_exit(), 0);
///
/// Its output is read all the time, so it never blocks on a full pipe. Every wait has a deadline and throws
/// std::runtime_error, with all that the child printed, when that passes. The destructor kills what still
/// runs, and the kernel does where the test process itself dies. Members may be called from any thread.
class child_process {
 public:
  static constexpr std::chrono::seconds patience{30};

  explicit child_process(const std::vector<std::string>& argv, const child_options& options = {});
  child_process(child_process&&) noexcept;
  child_process& operator=(child_process&&) noexcept;
  ~child_process();

  pid_t pid() const;
  bool running() const;

  /// The next line of stdout that no wait has returned yet and that contains `text` ("" for any line); lines
  /// before it are passed over. Throws at once when stdout ends without it.
  std::string wait_for_line(std::string_view text, std::chrono::milliseconds within = patience);
  /// The same for stderr.
  std::string wait_for_error_line(std::string_view text, std::chrono::milliseconds within = patience);

  /// The exit status, or 128 + n for a child ended by signal n.
  int wait_exit(std::chrono::milliseconds within = patience);

  /// Sends a signal; does nothing to a child that has ended.
  void signal(int number);
  /// SIGSTOP; returns when the child has stopped.
  void pause();
  void resume();
  /// SIGKILL; returns when the child is gone.
  void kill();

  void write(std::string_view text);
  void close_input();

  /// All it has printed so far.
  std::string output() const;
  std::string errors() const;

 private:
  std::unique_ptr<child_watch> watch_;
};

}  // namespace clamator::test
