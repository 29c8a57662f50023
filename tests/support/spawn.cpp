#include "support/spawn.hpp"

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "support/lasting_thread.hpp"

extern char** environ;

namespace clamator::test {
namespace {

// What a child needs to know, laid out beforehand: between fork and exec nothing may allocate.
struct launch {
  std::vector<char*> argv, environment;
  std::string directory;
  int input, output, errors, failure;
  pid_t parent;
};

struct pipe_ends {
  unique_fd read, write;
};

[[noreturn]] void throw_errno(const std::string& what) {
  throw std::system_error{errno, std::system_category(), what};
}

pipe_ends make_pipe() {
  int fds[2];
  if (::pipe2(fds, O_CLOEXEC) != 0) throw_errno("make a pipe for a child process");
  return {unique_fd{fds[0]}, unique_fd{fds[1]}};
}

// A child's stdin is a socket, because only a socket can be written to without SIGPIPE when the child is
// gone.
pipe_ends make_input() {
  int fds[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0) throw_errno("make a child's stdin");
  return {unique_fd{fds[0]}, unique_fd{fds[1]}};
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  result.reserve(strings.size() + 1);
  for (std::string& string : strings) result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> merged_environment(const std::map<std::string, std::string>& added) {
  std::vector<std::string> result;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text{*entry};
    if (!added.contains(text.substr(0, text.find('=')))) result.push_back(text);
  }
  for (const auto& [name, value] : added) result.push_back(name + "=" + value);
  return result;
}

// Runs in the child: only async-signal-safe calls until exec.
[[noreturn]] void become(const launch& how) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != how.parent) ::_exit(127);  // the parent died before the line above took effect
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);

  // Sockets of the test must not stay open in its children: their peers would never see them close.
  const int failure = ::fcntl(how.failure, F_DUPFD_CLOEXEC, 3);
  if (::dup2(how.input, 0) < 0 || ::dup2(how.output, 1) < 0 || ::dup2(how.errors, 2) < 0) ::_exit(127);
  for (int fd = 3; fd < 4096; ++fd) {
    if (fd != failure) ::close(fd);
  }
  if (how.directory.empty() || ::chdir(how.directory.c_str()) == 0) {
    ::execvpe(how.argv[0], how.argv.data(), how.environment.data());
  }
  const int error = errno;
  const ssize_t told = ::write(failure, &error, sizeof error);
  ::_exit(told == sizeof error ? 127 : 126);
}

}  // namespace

spawned_process spawn(const std::vector<std::string>& argv,
                      const std::map<std::string, std::string>& environment,
                      const std::filesystem::path& directory) {
  if (argv.empty()) throw std::invalid_argument{"spawn: argv is empty"};
  pipe_ends input = make_input(), output = make_pipe(), errors = make_pipe(), failure = make_pipe();
  std::vector<std::string> words = argv, variables = merged_environment(environment);
  const launch how{pointers(words),    pointers(variables), directory.string(),  input.read.get(),
                   output.write.get(), errors.write.get(),  failure.write.get(), ::getpid()};

  spawned_process child;
  run_on_lasting_thread([&] {
    child.pid = ::fork();
    if (child.pid == 0) become(how);
  });
  if (child.pid < 0) throw_errno("fork for " + argv[0]);
  failure.write.reset();

  int error = 0;
  ssize_t told = 0;
  do {
    told = ::read(failure.read.get(), &error, sizeof error);
  } while (told < 0 && errno == EINTR);
  if (told == sizeof error) {
    ::waitpid(child.pid, nullptr, 0);
    throw std::system_error{error, std::system_category(), "run " + argv[0]};
  }
  child.exit = unique_fd{static_cast<int>(::syscall(SYS_pidfd_open, child.pid, 0))};
  if (!child.exit) throw_errno("pidfd_open of " + argv[0]);
  child.input = std::move(input.write);
  child.output = std::move(output.read);
  child.errors = std::move(errors.read);
  return child;
}

}  // namespace clamator::test
