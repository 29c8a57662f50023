#include "command/child.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace clamator::codegen {
namespace {

// What a child begins with. Signals that are blocked here must end it all the same. It has a process group of
// its own: what it starts itself is ended with it, and a terminal's Ctrl-C reaches it only through this
// program.
class spawn_settings {
 public:
  spawn_settings() {
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  }
  spawn_settings(const spawn_settings&) = delete;
  spawn_settings& operator=(const spawn_settings&) = delete;
  ~spawn_settings() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
};

// The signals that are of interest while a child runs: held back, to be taken one by one.
class awaited_signals {
 public:
  awaited_signals() {
    std::signal(SIGCHLD, SIG_DFL);  // where it is ignored, which is inherited, no child can be waited for
    sigemptyset(&set_);
    for (const int each : {SIGINT, SIGTERM, SIGCHLD}) sigaddset(&set_, each);
    sigprocmask(SIG_BLOCK, &set_, &before_);
  }
  awaited_signals(const awaited_signals&) = delete;
  awaited_signals& operator=(const awaited_signals&) = delete;
  ~awaited_signals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

  int next() const {
    int came = 0;
    sigwait(&set_, &came);
    return came;
  }

 private:
  sigset_t set_{}, before_{};
};

pid_t start(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
  arguments.push_back(nullptr);
  const spawn_settings settings;
  pid_t child = 0;
  const int problem = posix_spawnp(&child, arguments.front(), &settings.actions, &settings.attributes,
                                   arguments.data(), environ);
  if (problem != 0) throw std::runtime_error("cannot run " + command.front() + ": " + std::strerror(problem));
  return child;
}

}  // namespace

int run_child(const std::vector<std::string>& command) {
  const awaited_signals signals;
  const pid_t child = start(command);
  bool told_to_end = false;
  int status = 0;
  for (pid_t ended = 0; ended != child; ended = waitpid(child, &status, WNOHANG)) {
    if (ended < 0)
      throw std::runtime_error("cannot wait for " + command.front() + ": " + std::strerror(errno));
    if (signals.next() == SIGCHLD) continue;
    kill(-child, told_to_end ? SIGKILL : SIGTERM);
    told_to_end = true;
  }
  if (told_to_end) throw interrupted();
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace clamator::codegen
